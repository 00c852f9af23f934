import { readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '../../shared/base/result.ts'
import type { OfficeView } from '../../shared/bridge/main-api.ts'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import { makeReceiveInputs } from '../../shared/training/practice-dossiers.ts'
import { addOldBatches } from '../builders/old-batches.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import type { Rig } from '../faults/rig.ts'
import { median, rounded } from './figures.ts'
import { indexedFolderWith } from './indexed-folder.ts'
import { memoryOf } from './program-memory.ts'
import { signInToFolder } from './signed-in.ts'

const FEW = 1_000
const MANY = 20_000
/** Stacks of earlier days that nobody has filed, and the sides of each. */
const OLD_BATCHES = { batches: 200, sides: 5, from: Date.parse('2026-10-05T02:00:00.000Z') }
/** What Linux counts the time of processes in. */
const TICK_MS = 10

/**
 * What a long history costs: at the start until somebody can receive, in memory, and when the index is made from nothing.
 *
 * And what two hundred old stacks in the scan tray cost it. All take turns, so that whatever else the machine does weighs on each.
 */
export const start: Rig = async ({ runs, say }) => {
  const times = { [FEW]: [] as number[], [MANY]: [] as number[] }
  const folders = { [FEW]: await indexedFolderWith(FEW, say), [MANY]: await indexedFolderWith(MANY, say) }
  const scanned = await mkdtemp(join(tmpdir(), 'scanned-'))
  await cp(folders[FEW], scanned, { recursive: true })
  await addOldBatches(scanned, OLD_BATCHES)
  const timesScanned: number[] = []
  const memories: number[] = []
  for (let run = 1; run <= runs; run += 1) {
    for (const size of [FEW, MANY] as const) {
      const { ms, megabytes } = await timeStart(folders[size])
      times[size].push(ms)
      if (size === MANY) memories.push(megabytes)
      say(`run ${String(run)}, ${String(size)} dossiers: can receive after ${ms.toFixed(0)} ms, ${megabytes.toFixed(0)} MB; load ${(loadavg()[0] ?? 0).toFixed(1)}`)
    }
    const { ms } = await timeStart(scanned)
    timesScanned.push(ms)
    say(`run ${String(run)}, ${String(FEW)} dossiers and ${String(OLD_BATCHES.batches)} old stacks: can receive after ${ms.toFixed(0)} ms`)
  }
  const rebuilds: number[] = []
  for (let run = 1; run <= Math.max(1, Math.ceil(runs / 3)); run += 1) {
    const { seconds, receivedAt } = await timeRebuild(folders[MANY])
    rebuilds.push(seconds)
    say(`rebuild ${String(run)}: ${seconds.toFixed(1)} s; a dossier received meanwhile was on disk after ${receivedAt.toFixed(1)} s; load ${(loadavg()[0] ?? 0).toFixed(1)}`)
  }
  for (const folder of [...Object.values(folders), scanned]) await rm(folder, { recursive: true, force: true })
  return {
    growth: rounded(median(times[MANY]) / median(times[FEW]), 3),
    scansGrowth: rounded(median(timesScanned) / median(times[FEW]), 3),
    memoryMb: rounded(median(memories), 0),
    rebuildSeconds: rounded(median(rebuilds)),
    startMs: rounded(median(times[MANY]), 0),
  }
}

/** From the start of the process until sign-in stands and the bridge says how many numbers are left: a receipt would be taken. */
async function timeStart(folder: string): Promise<{ readonly ms: number; readonly megabytes: number }> {
  const app = await launchApp(folder)
  await app.page.waitForSelector('[role="radio"]')
  const view = await app.call<OfficeView | null>('office.view')
  const ms = ageOf(app.pid)
  if (view === null || view.numbersLeft === 0) throw new Error('Nothing could be received')
  await signInToFolder(app.page)
  await waitForIndex(app)
  await waitForSearch(app)
  const megabytes = await memoryOf(app)
  await app.close()
  return { ms, megabytes }
}

/** The window's own storage is deleted while the program is off (rule J6); somebody receives while it is made again. */
async function timeRebuild(folder: string): Promise<{ readonly seconds: number; readonly receivedAt: number }> {
  const bare = await mkdtemp(join(tmpdir(), 'bare-'))
  await cp(folder, bare, { recursive: true, filter: path => !path.endsWith('/window') })
  const app = await launchApp(bare)
  await app.page.waitForSelector('[role="radio"]')
  // The filling begins once the sign-in screen stands.
  const from = performance.now()
  await signInToFolder(app.page)
  const catalogue = await app.call<Catalogue>('office.catalogue')
  const [input] = makeReceiveInputs(11, 1, catalogue, '2026-11-25')
  const answer = await app.call<Result<unknown>>('desk.do', { verb: 'dossier/receive', input })
  if (!answer.ok) throw new Error(`Nothing could be received meanwhile: ${answer.problem.code}`)
  const receivedAt = (performance.now() - from) / 1000
  await waitForIndex(app)
  const seconds = (performance.now() - from) / 1000
  await app.page.getByRole('button', { name: '1 Nhận hôm nay' }).waitFor()
  await app.close()
  await rm(bare, { recursive: true, force: true })
  return { seconds, receivedAt }
}

/** A search is answered from everything. */
async function waitForSearch({ page }: RunningApp): Promise<void> {
  await page.keyboard.press('Alt+6')
  await page.fill('#find', 'nguyen')
  await page.waitForFunction(() => document.querySelector('.results tbody tr') !== null && document.querySelector('.results .pad.small') === null)
}

/** The counts stand where the progress stood. */
async function waitForIndex(app: RunningApp): Promise<void> {
  await app.page.waitForSelector('.tiles', { timeout: 0 })
}

/** Since a process was started, ms: a start that the driver tried anew counts from its last try. */
function ageOf(pid: number): number {
  const sinceCommand = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  const [upSeconds] = readFileSync('/proc/uptime', 'utf8').split(' ')
  return Number(upSeconds) * 1000 - Number(sinceCommand[19]) * TICK_MS
}
