import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { OfficeView, SyncState } from '../../shared/bridge/main-api.ts'
import { startCityProcess, type CityProcess } from '../builders/city-process.ts'
import { addPages, makeImages, prepareDesks } from '../builders/enrolled-desks.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import { launchApp, type RunningApp } from './app.ts'
import { readCityOnDisk, type CityOnDisk } from './city-oracle.ts'
import { countAcknowledged, nothingAcknowledged, signIn, workOnce, type Acknowledged } from './clerk.ts'
import { countLost, countTwice, readJournalOnDisk } from './oracle.ts'
import type { Rig } from './rig.ts'
import { GOOD_LINE, openTcpProxy, type LineManners, type TcpProxy } from './tcp-proxy.ts'

const UNIT = '31120'

/**
 * The real program and a real server process over a line that cuts, delays, truncates, repeats and swaps answers, with SIGKILLs on
 * both sides. After each round what the program calls safe is looked for in the city's own files, by an eye that shares no code.
 */
export const sync: Rig = async ({ runs, seed, say }) => {
  const random = seededRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'sync-'))
  const [data, desk] = [join(folder, 'city'), join(folder, 'desk')]
  const proxy = await openTcpProxy(1, {}, seed)
  const [enrolFile = ''] = await prepareDesks({ data, address: proxy.address, unit: UNIT, desks: ['Quầy 1'] })
  const city = await startCityProcess({ data, address: proxy.address })
  proxy.toPort(city.port)
  const world: World = {
    data, desk, proxy, random, acknowledged: nothingAcknowledged(), pagesBySubject: new Map(),
    city, app: await launchApp(desk, [`--enrol=${enrolFile}`]), kills: { app: 0, city: 0 }, folder,
  }
  let falseGreen = 0
  let green = 0
  try {
    await opened(world.app)
    await signIn(world.app)
    for (let round = 1; round <= runs; round += 1) {
      await liveRound(world)
      const judged = await judgeGreen(world)
      falseGreen += judged.falseGreen
      green += judged.green
      if (round % 10 === 0 || judged.falseGreen > 0) {
        say(`round ${String(round)}: ${String(countAcknowledged(world.acknowledged))} acknowledged, ${String(judged.green)} dossiers safe now, ` +
          `${String(falseGreen)} falsely; killed ${String(world.kills.app)} programs and ${String(world.kills.city)} cities`)
      }
    }
    proxy.set(GOOD_LINE)
    const isThrough = await untilSent(world.app)
    const atCity = readCityOnDisk(data)
    falseGreen += (await judgeGreen(world)).falseGreen
    await world.app.close()
    await world.city.stop()
    const { acknowledged } = world
    const here = readJournalOnDisk(desk)
    const lostHere = countLost(acknowledged.byHand, here)
    const names = new Set([...atCity.namesByLog.values()].flat())
    const lostThere = [...acknowledged.byHand.values()].flat().filter(name => !names.has(name)).length
    const pagesLost = [...world.pagesBySubject.values()].flat().filter(page => !atCity.pages.has(page)).length
    return {
      rounds: runs, acknowledged: countAcknowledged(acknowledged), lost: lostHere + lostThere + pagesLost,
      twice: [...atCity.namesByLog.values()].reduce((sum, log) => sum + log.length, 0) - names.size + countTwice(atCity.codes),
      falseGreen, safeAnswers: green, pages: [...world.pagesBySubject.values()].flat().length, notThrough: isThrough ? 0 : 1,
      brokenLines: atCity.brokenLines + here.brokenLines, appKills: world.kills.app, cityKills: world.kills.city,
    }
  } finally {
    await proxy.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface World {
  readonly folder: string
  readonly data: string
  readonly desk: string
  readonly proxy: TcpProxy
  readonly random: Random
  readonly acknowledged: Acknowledged
  readonly pagesBySubject: Map<string, string[]>
  readonly kills: { app: number, city: number }
  city: CityProcess
  app: RunningApp
}

/** Some work on a line of some quality, and now and then a kill in the middle of it. */
async function liveRound(world: World): Promise<void> {
  const { proxy, random, acknowledged } = world
  proxy.set(randomLine(random))
  const way = random.next()
  const killsApp = way < 0.15
  const killsCity = way > 0.8
  const dying = killsApp ? pause(random.between(100, 1500)).then(() => world.app.kill()) : Promise.resolve()
  const citySick = killsCity ? pause(random.between(0, 1000)).then(() => world.city.kill()) : Promise.resolve()
  const tolerate = (error: unknown): void => { if (!killsApp) throw error }
  // A round of the program may last longer than one of ours, and end with its process.
  void world.app.call('sync.sendNow').catch(() => undefined)
  for (let work = random.between(1, 4); work > 0; work -= 1) {
    await workOnce(world.app, random, acknowledged).catch(tolerate)
    if (random.next() < 0.3) await attachOnce(world).catch(tolerate)
    if (random.next() < 0.3) proxy.cutAll()
  }
  await Promise.all([dying, citySick])
  if (killsCity) {
    world.kills.city += 1
    world.city = await startCityProcess({ data: world.data, address: proxy.address })
    proxy.toPort(world.city.port)
  }
  if (killsApp) {
    world.kills.app += 1
    world.app = await launchApp(world.desk)
    await signIn(world.app)
  }
  void world.app.call('sync.sendNow').catch(() => undefined)
  await pause(random.between(0, 1500))
}

function randomLine(random: Random): LineManners {
  const some = (most: number): number => random.next() < 0.5 ? 0 : random.next() * most
  return {
    isDown: random.next() < 0.1, delayMs: random.pick([0, 0, 20, 300]), bytesPerSecond: random.pick([Infinity, Infinity, 100_000, 32_000]),
    cut: some(0.05), truncate: some(0.2), repeat: some(0.1), swap: some(0.2),
  }
}

/** Scanned pages come to a dossier: images through the program's own door. */
async function attachOnce({ app, random, acknowledged, pagesBySubject, ...world }: World): Promise<void> {
  const subject = acknowledged.subjects.length > 0 ? random.pick(acknowledged.subjects) : undefined
  if (subject === undefined) return
  const seed = random.between(1, 1_000_000_000)
  const kept = await addPages(app, makeImages(join(world.folder, 'images'), random.between(1, 3), random.between(1_000, 60_000), seed))
  if (!kept.ok) return
  const attached = await app.call<Result<readonly Act[]>>('desk.do', {
    verb: 'dossier/attach-paper', input: { subject, name: `Giấy tờ ${String(seed)}`, originals: 1, copies: 0, reason: 'Bổ sung', pages: kept.value },
  })
  if (!attached.ok) return
  const names = acknowledged.byHand.get(0) ?? []
  acknowledged.byHand.set(0, names)
  names.push(...attached.value.map(({ name }) => name))
  pagesBySubject.set(subject, [...pagesBySubject.get(subject) ?? [], ...kept.value.map(({ sha256 }) => sha256)])
}

/** Of every dossier: when the program calls it safe, each act and page of it that was acknowledged lies in the city's files. */
async function judgeGreen(
  { app, acknowledged, pagesBySubject, desk, data }: World,
): Promise<{ readonly green: number, readonly falseGreen: number }> {
  const subjects = acknowledged.subjects
  if (subjects.length === 0) return { green: 0, falseGreen: 0 }
  const safe: boolean[] = []
  const before = readJournalOnDisk(desk)
  for (let from = 0; from < subjects.length; from += 500) {
    safe.push(...await app.call<readonly boolean[]>('sync.areSafe', subjects.slice(from, from + 500)))
  }
  const city: CityOnDisk = readCityOnDisk(data)
  const names = new Set([...city.namesByLog.values()].flat())
  const isThere = (subject: string): boolean => [...before.namesBySubject.get(subject) ?? []].every(name => names.has(name)) &&
    (pagesBySubject.get(subject) ?? []).every(page => city.pages.has(page))
  const green = subjects.filter((_, place) => safe[place] === true)
  return { green: green.length, falseGreen: green.filter(subject => !isThere(subject)).length }
}

/** The office stands once the city's letterbox has arrived. */
async function opened(app: RunningApp): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await app.call<OfficeView | null>('office.view') !== null) return
    await pause(100)
  }
  throw new Error('The program was not enrolled')
}

/** On a good line everything is confirmed after a while; false when it never is. */
async function untilSent(app: RunningApp): Promise<boolean> {
  for (let tries = 0; tries < 240; tries += 1) {
    await app.call('sync.sendNow')
    const { waiting } = await app.call<SyncState>('sync.state')
    if (waiting.dossiers + waiting.acts + waiting.pages === 0) return true
    await pause(500)
  }
  return false
}
