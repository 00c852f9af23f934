import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, success, type Result } from '../../../shared/base/result.ts'
import type { ScanSource } from '../../../shared/bridge/scanning-api.ts'
import { clampResolution, readAbilities, type Abilities } from '../sane/abilities.ts'
import { readExit } from '../sane/exit.ts'
import { ask, NOT_HERE, startRun, type Answer } from '../sane/scanimage.ts'
import { readSensors } from '../sane/sensors.ts'
import { mostSides, type Driver, type DriverProblem, type RawPage, type Scanner, type ScanEnd, type ScanWish } from './driver.ts'

export interface SaneOptions {
  /** Sheets lie here while they come; below the data folder, emptied after every stack and before the first. */
  readonly work: string
  /** A private SANE_CONFIG_DIR, for tests. */
  readonly env?: Readonly<Record<string, string>>
  /** How long a device may say nothing, in ms. */
  readonly patience?: number
}

type Refused = Answer | typeof NOT_HERE

const NAME = 'sane'
/** Webcams are no scanners, and eSCL devices are reached by a driver of our own. */
const NOT_OURS = /^(?:v4l|escl|airscan:e)/
const A4 = { width: 210, height: 297 }

/** Scanners of Linux, through SANE's own `scanimage` as a child process, so that a bad backend takes only itself down. */
export function saneDriver({ work, env = {}, patience = 120_000 }: SaneOptions): Driver {
  const known = new Map<string, Abilities>()
  /** Devices at which a hand was felt since their last run. */
  const touched = new Set<string>()
  let isSwept = false

  /** What the device can; asked once for each source, since a feeder often reaches further than the glass. */
  async function abilitiesOf(device: string, source: readonly string[], signal?: AbortSignal): Promise<Abilities | Refused> {
    const key = [device, ...source].join(' ')
    const found = known.get(key)
    if (found !== undefined) return found
    const answer = await ask(['-d', device, ...source, '-A'], env, Math.min(patience, 30_000), signal)
    if (answer === NOT_HERE || answer.code !== 0) return answer
    const abilities = readAbilities(answer.out)
    known.set(key, abilities)
    return abilities
  }

  async function* scan(scanner: Scanner, wish: ScanWish, signal: AbortSignal): AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>> {
    const device = scanner.id.slice(NAME.length + 1)
    let sides = 0
    touched.delete(device)
    const sheets = (): number => wish.source === 'duplex' ? Math.floor(sides / 2) : sides
    const trouble = (code: DriverProblem['code']): Result<never, DriverProblem> =>
      failure({ code, scanner: scanner.name, sheets: sheets() } as DriverProblem)

    const general = await abilitiesOf(device, [], signal)
    if (general === NOT_HERE) return trouble('scan/no-driver')
    if ('said' in general) return atTheEnd(general.code, general.said)
    const source = general.sources.get(wish.source)
    if (source === undefined) return trouble('scan/settings-refused')
    const here = await abilitiesOf(device, source, signal)
    if (here === NOT_HERE || 'said' in here) return trouble('scan/settings-refused')

    await mkdir(work, { recursive: true })
    const folder = await mkdtemp(join(await sweptOnce(), 'stack-'))
    const most = mostSides(wish)
    const count = most === undefined ? [] : [`--batch-count=${String(most)}`]
    const run = startRun(['-d', device, ...source, ...settings(here, wish), ...count], env, folder, patience, most !== 1)
    const stop = (): void => { void run.stop() }
    signal.addEventListener('abort', stop, { once: true })
    try {
      for (;;) {
        if (signal.aborted) return success({ reason: 'cancelled' })
        const step = await run.next()
        if (step.is === NOT_HERE) return trouble('scan/no-driver')
        if (step.is !== 'page') return atTheEnd(step.is === 'end' ? step.code : null, run.said())
        const bytes = await readFile(step.file)
        await rm(step.file)
        yield { bytes, dpi: dpiOf(run.said(), here, wish), side: wish.source === 'duplex' && sides % 2 === 1 ? 'back' : 'front', isPhoto: false }
        sides += 1
      }
    } finally {
      signal.removeEventListener('abort', stop)
      await run.stop()
      await rm(folder, { recursive: true, force: true })
    }

    function atTheEnd(code: number | null, said: string): Result<ScanEnd, DriverProblem> {
      const end = readExit({ code, said, sheets: sides, isStopped: signal.aborted })
      if (end === 'cancelled') return success({ reason: 'cancelled' })
      return end === 'done' ? success({ reason: sides === mostSides(wish) ? 'one-page' : 'stack-empty' }) : trouble(end)
    }
  }

  /** What a killed run left behind names nobody's batch any more; its sheets are put in again. */
  async function sweptOnce(): Promise<string> {
    if (!isSwept) {
      isSwept = true
      await rm(work, { recursive: true, force: true })
      await mkdir(work, { recursive: true })
    }
    return work
  }

  async function list(signal: AbortSignal): Promise<Result<readonly Scanner[], DriverProblem>> {
    const answer = await ask(['-f', '%d|%v|%m|%t%n'], env, 30_000, signal)
    if (answer === NOT_HERE) return failure({ code: 'scan/no-driver', scanner: '', sheets: 0 })
    const scanners: Scanner[] = []
    for (const line of answer.out.split('\n')) {
      const [device = '', maker = '', model = ''] = line.split('|')
      if (device === '' || NOT_OURS.test(device) || signal.aborted) continue
      const scanner = await describe(device, `${maker} ${model}`.trim())
      if (scanner !== null) scanners.push(scanner)
    }
    return success(scanners)
  }

  async function describe(device: string, name: string): Promise<Scanner | null> {
    const general = await abilitiesOf(device, [])
    if (general === NOT_HERE || 'said' in general) return null
    const reach: Partial<Record<ScanSource, typeof A4>> = {}
    for (const [source, words] of general.sources) {
      const here = await abilitiesOf(device, words)
      if (here !== NOT_HERE && !('said' in here)) reach[source] = { width: here.width ?? A4.width, height: here.height ?? A4.height }
    }
    return { id: `${NAME}:${device}`, name, driver: NAME, sources: [...general.sources.keys()], resolutions: general.resolutions, reach }
  }

  /**
   * What opens again is neither busy nor away any more; of its paper only what it feels is believed, since trying would move a sheet.
   *
   * A jam is over when the device says so, or when a person was seen at it and has laid the paper in again.
   */
  async function isOver(code: DriverProblem['code'], { id }: Scanner, _: ScanSource, signal: AbortSignal): Promise<boolean> {
    const device = id.slice(NAME.length + 1)
    const answer = await ask(['-d', device, '-A'], env, Math.min(patience, 30_000), signal)
    if (answer === NOT_HERE || answer.code !== 0) return false
    if (OPENS_AGAIN.has(code)) return true
    const { isLoaded, isCoverOpen, isJammed } = readSensors(answer.out)
    if (isCoverOpen === true || isLoaded === false) touched.add(device)
    if (code === 'scan/cover-open') return isCoverOpen === false
    if (code === 'scan/no-paper') return isLoaded === true && isCoverOpen !== true
    if (code !== 'scan/jam') return false
    return isJammed === null ? touched.has(device) && isLoaded === true && isCoverOpen !== true : !isJammed
  }

  return { name: NAME, list, scan, isOver }
}

/** Whoever opens the device now gets it. */
const OPENS_AGAIN: ReadonlySet<string> = new Set(['scan/busy', 'scan/no-scanner', 'scan/offline', 'scan/stalled', 'scan/locked'])

/** Grey or colour always, since drivers' own black-and-white is bad; nothing at all where the device's own settings are wished. */
function settings(here: Abilities, wish: ScanWish): readonly string[] {
  if (wish.ownSettings) return []
  const mode = wish.colour ? here.colour ?? here.grey : here.grey ?? here.colour
  const resolution = clampResolution(here.resolutions, wish.resolution)
  return [
    ...(mode === null ? [] : ['--mode', mode]),
    ...(resolution === null ? [] : ['--resolution', String(resolution)]),
    ...(here.width === null ? [] : ['-x', String(Math.min(A4.width, here.width))]),
    ...(here.height === null ? [] : ['-y', String(Math.min(A4.height, here.height))]),
  ]
}

/** What the device made of the wish, where it says so. */
function dpiOf(said: string, here: Abilities, wish: ScanWish): number | null {
  const [, rounded] = /rounded value of resolution from \S+ to (\d+)/.exec(said) ?? []
  if (rounded !== undefined) return Number(rounded)
  return wish.ownSettings ? here.resolutionNow : clampResolution(here.resolutions, wish.resolution) ?? here.resolutionNow
}
