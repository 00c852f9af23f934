import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { OfficeView, SyncState } from '../../shared/bridge/main-api.ts'
import { startCityProcess } from '../builders/city-process.ts'
import { addPages, makeImages, prepareDesks } from '../builders/enrolled-desks.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { nothingAcknowledged, signIn, workOnce, type Acknowledged } from '../faults/clerk.ts'
import { openTcpProxy } from '../faults/tcp-proxy.ts'
import type { Rig } from '../faults/rig.ts'
import { percentile, rounded } from './figures.ts'
import { typeAndTime } from './next-paint.ts'

const DOSSIERS = 100
const PAGE_BYTES = 40_000
/** 256 kbit/s. */
const RATE = 32_000
const DELAY_MS = 300
const CUT_EVERY_MS = 20_000

/**
 * An office day in the real program, a hundred dossiers and `runs` pages of 40 KB, over a line of 256 kbit/s and 600 ms there and
 * back that is cut every 20 seconds. Meanwhile somebody types in the program, and one more receipt must overtake the scans.
 *
 * Wire time is what the bytes that had to go take at the line's rate; bytes sent again are all that went beyond them, headers too.
 */
export const line: Rig = async ({ runs: pages, seed, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-line-'))
  const [data, desk] = [join(folder, 'city'), join(folder, 'desk')]
  const proxy = await openTcpProxy(1, {}, seed)
  const [enrolFile = ''] = await prepareDesks({ data, address: proxy.address, unit: '31120', desks: ['Quầy 1'] })
  const city = await startCityProcess({ data, address: proxy.address })
  proxy.toPort(city.port)
  const app = await launchApp(desk, [`--enrol=${enrolFile}`])
  try {
    await opened(app)
    await signIn(app)
    proxy.set({ isDown: true })
    const work = await liveDay(app, folder, pages, seed)
    const before = await stateOf(app)
    const necessary = before.waiting.bytes === 0 ? 0 : work.pageBytes + squeezedBytes(desk)
    say(`${String(DOSSIERS)} dossiers and ${String(pages)} pages wait: ${JSON.stringify(before.waiting)}, ${String(necessary)} bytes must go`)

    const upBefore = proxy.traffic().up
    proxy.set({ isDown: false, bytesPerSecond: RATE, delayMs: DELAY_MS })
    const cuts = setInterval(() => { proxy.cutAll() }, CUT_EVERY_MS)
    const from = performance.now()
    void app.call('sync.sendNow')
    const typed: number[] = []
    const typing = typeWhile(app, seededRandom(seed), typed)
    const seconds = (): number => (performance.now() - from) / 1000
    await untilIs(app, ({ waiting }) => waiting.acts === 0)
    const dataSeconds = seconds()
    say(`every act is confirmed after ${dataSeconds.toFixed(0)} s`)
    const overtook = await overtake(app, work.acknowledged, seededRandom(seed + 1))
    say(`a new receipt was confirmed after ${overtook.seconds.toFixed(1)} s while ${String(overtook.pagesWaiting)} pages waited`)
    await untilIs(app, ({ waiting }) => waiting.acts + waiting.pages + waiting.dossiers === 0, ({ waiting }) => {
      const went = proxy.traffic().up - upBefore
      say(`${seconds().toFixed(0)} s: ${String(waiting.pages)} pages wait, ${String(went)} bytes went; load ${(loadavg()[0] ?? 0).toFixed(1)}`)
    })
    const total = seconds()
    clearInterval(cuts)
    typing.stop()
    await typing.done
    const went = proxy.traffic().up - upBefore
    return {
      toWireTime: rounded(total / (necessary / RATE), 2), resentShare: rounded((went - necessary) / necessary, 3),
      dataSeconds: rounded(dataSeconds),
      keyToPaintP95Ms: rounded(percentile(typed, 95)), keys: typed.length, overtakeSeconds: rounded(overtook.seconds),
      pagesWaitingThen: overtook.pagesWaiting, seconds: rounded(total), pages, load: rounded(loadavg()[0] ?? 0),
    }
  } finally {
    await app.close()
    await city.stop()
    await proxy.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface DayWork {
  readonly acknowledged: Acknowledged
  readonly pageBytes: number
}

/** Receives the day's dossiers and gives them their pages, as fast as the program takes them. */
async function liveDay(app: RunningApp, folder: string, pages: number, seed: number): Promise<DayWork> {
  const random = seededRandom(seed)
  const acknowledged = nothingAcknowledged()
  while (acknowledged.subjects.length < DOSSIERS) {
    const done = await workOnce(app, random, acknowledged)
    if (!done.ok) throw new Error(done.problem.code)
  }
  let [pageBytes, left] = [0, pages]
  for (const [nth, subject] of acknowledged.subjects.entries()) {
    const count = Math.min(left, Math.ceil(pages / DOSSIERS))
    if (count === 0) break
    left -= count
    const kept = await addPages(app, makeImages(join(folder, 'images'), count, PAGE_BYTES, seed * 1_000 + nth))
    if (!kept.ok) throw new Error(kept.problem.code)
    pageBytes += kept.value.reduce((sum, { bytes }) => sum + bytes, 0)
    const attached = await app.call<Result<readonly Act[]>>('desk.do', {
      verb: 'dossier/attach-paper', input: { subject, name: 'Giấy tờ', originals: 1, copies: 0, reason: 'Quét tại quầy', pages: kept.value },
    })
    if (!attached.ok) throw new Error(attached.problem.code)
  }
  return { acknowledged, pageBytes }
}

/** What the day's acts take on the line at least: all of them, squeezed as one. */
function squeezedBytes(desk: string): number {
  const logs = join(desk, 'journal')
  const own = readdirSync(logs).filter(log => log.startsWith('pc-'))
  const files = own.flatMap(log => readdirSync(join(logs, log)).filter(file => file.endsWith('.ndjson')).map(file => join(logs, log, file)))
  return gzipSync(Buffer.concat(files.map(file => readFileSync(file)))).length
}

/** A clerk looks for dossiers in the program all the while. */
function typeWhile(app: RunningApp, random: Random, typed: number[]): { readonly stop: () => void, readonly done: Promise<void> } {
  let isOver = false
  const questions = ['nguyen van an', 'am', 'duc', '0001', '09', 'van duc', 'nguyen am']
  const done = (async () => {
    await app.page.waitForSelector('nav')
    await app.page.keyboard.press('Alt+6')
    await app.page.waitForSelector('#find')
    while (!isOver) typed.push(...await typeAndTime(app.page, '#find', random.pick(questions)))
  })()
  return { stop: () => { isOver = true }, done }
}

/** One more receipt while the scans go: how long until the city has confirmed it. */
async function overtake(
  app: RunningApp, acknowledged: Acknowledged, random: Random,
): Promise<{ readonly seconds: number, readonly pagesWaiting: number }> {
  const count = acknowledged.subjects.length
  while (acknowledged.subjects.length === count) await workOnce(app, random, acknowledged)
  const subject = acknowledged.subjects.at(-1) ?? ''
  const from = performance.now()
  for (;;) {
    const [isSafe] = await app.call<readonly boolean[]>('sync.areSafe', [subject])
    if (isSafe === true) break
    await pause(250)
  }
  return { seconds: (performance.now() - from) / 1000, pagesWaiting: (await stateOf(app)).waiting.pages }
}

function stateOf(app: RunningApp): Promise<SyncState> {
  return app.call<SyncState>('sync.state')
}

async function untilIs(app: RunningApp, isSo: (state: SyncState) => boolean, tell?: (state: SyncState) => void): Promise<void> {
  for (let asked = 1; ; asked += 1) {
    const state = await stateOf(app)
    if (isSo(state)) return
    if (asked % 60 === 0) tell?.(state)
    await pause(500)
  }
}

async function opened(app: RunningApp): Promise<void> {
  while (await app.call<OfficeView | null>('office.view') === null) await pause(100)
  await untilIs(app, ({ waiting }) => waiting.acts === 0)
}
