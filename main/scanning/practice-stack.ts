import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ScannerTrouble } from '../../shared/bridge/scan-problems.ts'
import type { PretendOptions } from './drivers/pretend.ts'

/**
 * A feeder filled from a folder, for rehearsals: each file is the next side, in the order of their names; once drawn it has
 * gone through. A file `….jam` (or any other trouble of a scanner) is what goes wrong there, once.
 */
export function practiceStack(folder: string): Pick<PretendOptions, 'draw' | 'troubleAt'> {
  const gone = new Set<string>()
  const next = (): string | undefined => (existsSync(folder) ? readdirSync(folder) : []).filter(name => !gone.has(name)).sort()[0]

  function troubleAt(): ScannerTrouble['code'] | null {
    const name = next()
    const [, trouble] = /\.(jam|offline|cover-open|no-paper)$/.exec(name ?? '') ?? []
    if (name === undefined || trouble === undefined) return null
    gone.add(name)
    return `scan/${trouble}` as ScannerTrouble['code']
  }

  return {
    troubleAt,
    draw: () => {
      const name = next()
      if (name === undefined) return Promise.resolve(null)
      gone.add(name)
      return Promise.resolve(readFileSync(join(folder, name)))
    },
  }
}

/** `--scanner=FOLDER`, which a packed program ignores: a page in the tray must come from paper. */
export function practiceFolder(args: readonly string[], isPackaged: boolean): string | undefined {
  return isPackaged ? undefined : args.find(arg => arg.startsWith(SCANNER))?.slice(SCANNER.length)
}

const SCANNER = '--scanner='
