import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, success, type Result } from '../../../shared/base/result.ts'
import { readHresult } from '../wia/hresult.ts'
import { runScript } from '../wia/powershell.ts'
import type { Driver, DriverProblem, RawPage, Scanner, ScanEnd, ScanWish } from './driver.ts'

export interface WiaOptions {
  /** `wia.ps1`, as a file of its own: PowerShell cannot look into an archive. */
  readonly script: string
  /** Sheets lie here while they come; below the data folder, emptied after every stack. */
  readonly work: string
  readonly shell?: string
  /** How long a device may say nothing, in ms. */
  readonly patience?: number
}

const NAME = 'wia'
const A4 = { width: 210, height: 297 }

/** Scanners of Windows, through a PowerShell of their own, so that a bad driver takes only itself down. */
export function wiaDriver({ script, work, shell = 'powershell', patience = 120_000 }: WiaOptions): Driver {
  async function list(signal: AbortSignal): Promise<Result<readonly Scanner[], DriverProblem>> {
    const run = runScript(shell, script, ['-List'], 30_000)
    const scanners: Scanner[] = []
    try {
      for (;;) {
        const line = signal.aborted ? null : await run.next()
        if (line === 'not-here') return failure({ code: 'scan/no-driver', scanner: '', sheets: 0 })
        if (line === null || line === 'silent' || line.is === 'end') return success(scanners)
        if (line.is === 'policy') return failure({ code: 'scan/policy', scanner: '', sheets: 0 })
        if (line.is === 'problem') return failure({ code: codeOf(line.code), scanner: '', sheets: 0 })
        if (line.is === 'device') {
          const { id, name, sources, resolutions, width, height } = line
          const reach = Object.fromEntries(sources.map(source => [source, { width, height }]))
          scanners.push({ id: `${NAME}:${id}`, name, driver: NAME, sources, resolutions: resolutions.toSorted((a, b) => a - b), reach })
        }
      }
    } finally {
      await run.stop()
    }
  }

  async function* scan(scanner: Scanner, wish: ScanWish, signal: AbortSignal): AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>> {
    await mkdir(work, { recursive: true })
    const folder = await mkdtemp(join(work, 'stack-'))
    const stopFile = join(folder, 'stop')
    const resolution = scanner.resolutions.find(one => one >= wish.resolution) ?? scanner.resolutions.at(-1) ?? wish.resolution
    let sides = 0
    const trouble = (code: DriverProblem['code']): Result<ScanEnd, DriverProblem> => signal.aborted ? success({ reason: 'cancelled' }) : failure({
      code, scanner: scanner.name, sheets: wish.source === 'duplex' ? Math.floor(sides / 2) : sides,
    } as DriverProblem)
    const run = runScript(shell, script, argumentsOf(scanner, wish, resolution, folder, stopFile), patience)
    const stop = (): void => { void writeFile(stopFile, '').then(() => run.stop()) }
    signal.addEventListener('abort', stop, { once: true })
    try {
      for (;;) {
        const line = await run.next()
        if (line === 'not-here') return trouble('scan/no-driver')
        if (line === 'silent') return trouble('scan/stalled')
        if (line === null) return trouble('scan/failed')
        if (line.is === 'policy') return trouble('scan/policy')
        if (line.is === 'problem') {
          const met = readHresult(line.code)
          if (met !== 'feeder-empty') return trouble(met)
          return sides > 0 ? success({ reason: signal.aborted ? 'cancelled' : 'stack-empty' }) : trouble('scan/no-paper')
        }
        if (line.is === 'end') return success({ reason: signal.aborted ? 'cancelled' : 'one-page' })
        if (line.is !== 'page') continue
        const bytes = await readFile(line.file)
        await rm(line.file)
        yield { bytes, dpi: wish.ownSettings ? null : resolution, side: wish.source === 'duplex' && sides % 2 === 1 ? 'back' : 'front', isPhoto: false }
        sides += 1
        if (signal.aborted) return success({ reason: 'cancelled' })
        run.goOn()
      }
    } finally {
      signal.removeEventListener('abort', stop)
      await run.stop()
      await rm(folder, { recursive: true, force: true })
    }
  }

  return { name: NAME, list, scan }
}

function argumentsOf(scanner: Scanner, wish: ScanWish, resolution: number, folder: string, stopFile: string): readonly string[] {
  const reach = scanner.reach[wish.source] ?? A4
  return [
    '-Device', scanner.id.slice(NAME.length + 1), '-Source', wish.source, '-Folder', folder, '-Stop', stopFile,
    ...(wish.ownSettings ? ['-Own'] : [
      '-Dpi', String(resolution), '-Intent', wish.colour ? '1' : '2',
      '-Width', String(Math.min(A4.width, reach.width)), '-Height', String(Math.min(A4.height, reach.height)),
    ]),
  ]
}

function codeOf(hresult: string): Exclude<ReturnType<typeof readHresult>, 'feeder-empty'> {
  const met = readHresult(hresult)
  return met === 'feeder-empty' ? 'scan/no-paper' : met
}
