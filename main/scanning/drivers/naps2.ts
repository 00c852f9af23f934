import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, success, type Result } from '../../../shared/base/result.ts'
import type { ScanSource } from '../../../shared/bridge/scanning-api.ts'
import { isTooOld, readDevices, readTrouble } from '../naps2/output.ts'
import type { Driver, DriverProblem, RawPage, Scanner, ScanEnd, ScanWish } from './driver.ts'

export interface Naps2Options {
  /** NAPS2.Console.exe, where an office has put it. */
  readonly program: string
  /** Sheets lie here until they are taken; below the data folder, emptied after every stack. */
  readonly work: string
  /** How long it may say nothing, in ms; it speaks at every sheet. */
  readonly patience?: number
}

interface Ran {
  readonly out: string
  readonly how: 'ended' | 'silent' | 'cancelled' | 'not-here'
}

const NAME = 'naps2'
const A4 = { width: 210, height: 297 }
const SOURCES: Readonly<Record<ScanSource, string>> = { flatbed: 'glass', feeder: 'feeder', duplex: 'duplex' }

/**
 * TWAIN scanners, through NAPS2 where an office has it: a separate program, started and left alone.
 *
 * Its files appear only when the whole stack is through, so a stack that breaks off gives what it had saved, often nothing.
 */
export function naps2Driver({ program, work, patience = 120_000 }: Naps2Options): Driver {
  async function list(signal: AbortSignal): Promise<Result<readonly Scanner[], DriverProblem>> {
    const ran = await run(program, ['--listdevices', '--driver', 'twain'], 30_000, signal)
    if (ran.how !== 'ended' || isTooOld(ran.out)) return success([])
    return success(readDevices(ran.out).map(name => ({
      id: `${NAME}:${name}`, name, driver: NAME, sources: ['flatbed', 'feeder', 'duplex'], resolutions: [100, 150, 200, 300, 600],
      reach: { flatbed: A4, feeder: A4, duplex: A4 },
    })))
  }

  async function* scan(scanner: Scanner, wish: ScanWish, signal: AbortSignal): AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>> {
    await mkdir(work, { recursive: true })
    const folder = await mkdtemp(join(work, 'stack-'))
    try {
      const ran = await run(program, argumentsOf(scanner.id.slice(NAME.length + 1), wish, folder), patience, signal)
      const files = (await readdir(folder)).filter(name => /^p\.\d+\.jpg$/.test(name)).sort()
      let sides = 0
      for (const file of files) {
        const bytes = await readFile(join(folder, file))
        yield { bytes, dpi: wish.ownSettings ? null : wish.resolution, side: wish.source === 'duplex' && sides % 2 === 1 ? 'back' : 'front', isPhoto: false }
        sides += 1
      }
      if (ran.how === 'cancelled') return success({ reason: 'cancelled' })
      if (ran.how === 'ended' && sides > 0) return success({ reason: wish.source === 'flatbed' ? 'one-page' : 'stack-empty' })
      const code = ran.how === 'not-here' ? 'scan/no-driver' : ran.how === 'silent' ? 'scan/stalled' : readTrouble(ran.out)
      return failure({ code, scanner: scanner.name, sheets: wish.source === 'duplex' ? Math.floor(sides / 2) : sides })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  return { name: NAME, list, scan }
}

function argumentsOf(device: string, wish: ScanWish, folder: string): readonly string[] {
  const settings = wish.ownSettings ? [] : ['--dpi', String(wish.resolution), '--bitdepth', wish.colour ? 'color' : 'gray', '--pagesize', 'a4']
  return [
    '--noprofile', '--driver', 'twain', '--device', device, '--source', SOURCES[wish.source], ...settings,
    '-o', join(folder, 'p.$(nnnn).jpg'), '-f', '-v',
  ]
}

function run(program: string, args: readonly string[], patience: number, signal: AbortSignal): Promise<Ran> {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    let out = ''
    let how: Ran['how'] = 'ended'
    const end = (why: Ran['how']) => (): void => {
      how = why
      child.kill()
    }
    let timer = setTimeout(end('silent'), patience)
    const hear = (text: string): void => {
      out = (out + text).slice(-20_000)
      clearTimeout(timer)
      timer = setTimeout(end('silent'), patience)
    }
    const stop = end('cancelled')
    signal.addEventListener('abort', stop, { once: true })
    const over = (why: Ran['how']): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      resolve({ out, how: why })
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('error', () => { over('not-here') })
    child.once('close', () => { over(how) })
    if (signal.aborted) stop()
  })
}
