import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { join } from 'node:path'
import { parseJson } from '../../shared/base/json.ts'
import type { Problem } from '../../shared/base/result.ts'
import type { ScanChoice, ScannersView } from '../../shared/bridge/scanning-api.ts'
import { makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'
import type { Driver, Scanner } from './drivers/driver.ts'

const Source = Type.Union([Type.Literal('flatbed'), Type.Literal('feeder'), Type.Literal('duplex')])
const Reach = Type.Object({ width: Type.Number(), height: Type.Number() })
const Kept = Type.Object({
  scanners: Type.Array(Type.Object({
    id: Type.String(), name: Type.String(), driver: Type.String(), sources: Type.Array(Source), resolutions: Type.Array(Type.Number()),
    reach: Type.Object({ flatbed: Type.Optional(Reach), feeder: Type.Optional(Reach), duplex: Type.Optional(Reach) }),
    lentBy: Type.Optional(Type.String()),
  })),
  chosen: Type.Union([Type.Null(), Type.Object({
    scanner: Type.String(), source: Source, resolution: Type.Number(), ownSettings: Type.Boolean(),
  })]),
})
type Kept = Static<typeof Kept>

/** The scanners of this PC as they were last seen, and the one a person chose by its name; remembered over restarts. */
export interface Scanners {
  readonly view: () => Pick<ScannersView, 'scanners' | 'chosen' | 'problem'>
  readonly chosen: () => { readonly choice: ScanChoice, readonly scanner: Scanner, readonly driver: Driver } | null
  /** Asks every driver again, all at once; what one of them no longer sees is forgotten, but for the chosen one. */
  readonly lookAgain: () => Promise<void>
  /** Whether what stopped a run on this scanner is over: the device says so, or is seen again. */
  readonly isOver: (problem: Problem, scanner: Scanner) => Promise<boolean>
  readonly add: (scanner: Scanner) => Promise<void>
  /** That driver has others now: those it had before are forgotten, and its first stands where one of them was chosen. */
  readonly renew: (driver: string) => Promise<void>
  /** False for a scanner nobody knows. */
  readonly choose: (choice: ScanChoice) => Promise<boolean>
}

const LONGEST_LOOK_MS = 25_000
const OUT_OF_SIGHT: ReadonlySet<string> = new Set(['scan/no-scanner', 'scan/offline'])
/** What a device may get over, or a person put right at it; two sheets at once are looked at by a person, whatever it says. */
const OF_DEVICE = [
  'scan/busy', 'scan/cover-open', 'scan/jam', 'scan/lamp', 'scan/locked', 'scan/needs-hand', 'scan/no-paper', 'scan/no-scanner', 'scan/offline',
  'scan/stalled', 'scan/warming-up',
] as const

function isOfDevice(code: string): code is typeof OF_DEVICE[number] {
  return OF_DEVICE.some(one => one === code)
}

export async function openScanners(root: string, drivers: readonly Driver[], report: (error: unknown) => void): Promise<Scanners> {
  const path = join(root, 'scans', 'scanners.json')
  let kept = parse(await readIfThere(path))
  let problem: Problem | null = null

  async function change(to: Kept): Promise<void> {
    kept = to
    await makeFolder(join(root, 'scans'))
    await writeDurably(path, `${JSON.stringify(kept)}\n`)
  }

  async function listOf(driver: Driver): Promise<readonly Scanner[] | null> {
    try {
      const listed = await driver.list(AbortSignal.timeout(LONGEST_LOOK_MS))
      if (listed.ok) return listed.value
      problem = listed.problem
    } catch (error) {
      report(error)
    }
    return null
  }

  return {
    view: () => ({
      scanners: kept.scanners.map(({ reach: _, lentBy = null, ...scanner }) => ({ ...scanner, lentBy })), chosen: kept.chosen, problem,
    }),
    chosen: () => {
      const choice = kept.chosen
      const scanner = kept.scanners.find(({ id }) => id === choice?.scanner)
      const driver = drivers.find(({ name }) => name === scanner?.driver)
      return choice === null || scanner === undefined || driver === undefined ? null : { choice, scanner: toScanner(scanner), driver }
    },
    lookAgain: async () => {
      problem = null
      const lists = await Promise.all(drivers.map(async driver => ({ driver: driver.name, found: await listOf(driver) })))
      const isUnasked = (driver: string): boolean => lists.some(list => list.driver === driver && list.found === null)
      const isKept = ({ id, driver }: Scanner): boolean => id === kept.chosen?.scanner || isUnasked(driver)
      const found = lists.flatMap(list => list.found ?? [])
      const before = kept.scanners.map(toScanner).filter(scanner => isKept(scanner) && !found.some(({ id }) => id === scanner.id))
      if (found.length > 0) problem = null
      await change({ ...kept, scanners: [...found, ...before].map(toKept) })
    },
    isOver: async ({ code }, scanner) => {
      const driver = drivers.find(({ name }) => name === scanner.driver)
      if (driver === undefined || !isOfDevice(code)) return false
      const source = kept.chosen?.scanner === scanner.id ? kept.chosen.source : 'feeder'
      if (await driver.isOver?.(code, scanner, source, AbortSignal.timeout(LONGEST_LOOK_MS)) === true) return true
      return OUT_OF_SIGHT.has(code) && (await listOf(driver))?.some(({ id }) => id === scanner.id) === true
    },
    add: scanner => change({ ...kept, scanners: [...kept.scanners.filter(({ id }) => id !== scanner.id), toKept(scanner)] }),
    renew: async name => {
      const driver = drivers.find(one => one.name === name)
      const found = driver === undefined ? [] : await listOf(driver) ?? []
      const wasChosen = kept.scanners.some(scanner => scanner.driver === name && scanner.id === kept.chosen?.scanner)
      const [first] = found
      const chosen = wasChosen && kept.chosen !== null ? first === undefined ? null : { ...kept.chosen, scanner: first.id } : kept.chosen
      await change({ scanners: [...kept.scanners.filter(scanner => scanner.driver !== name), ...found.map(toKept)], chosen })
    },
    choose: async choice => {
      if (!kept.scanners.some(({ id }) => id === choice.scanner)) return false
      await change({ ...kept, chosen: { ...choice } })
      return true
    },
  }
}

function toScanner({ lentBy, reach, ...scanner }: Kept['scanners'][number]): Scanner {
  return { ...scanner, reach: reach, ...(lentBy === undefined ? {} : { lentBy }) }
}

function toKept(scanner: Scanner): Kept['scanners'][number] {
  const { flatbed, feeder, duplex } = scanner.reach
  return {
    ...scanner, sources: [...scanner.sources], resolutions: [...scanner.resolutions],
    reach: { ...(flatbed && { flatbed }), ...(feeder && { feeder }), ...(duplex && { duplex }) },
  }
}

function parse(text: string | undefined): Kept {
  const read = parseJson(text ?? '')
  return Value.Check(Kept, read) ? read : { scanners: [], chosen: null }
}
