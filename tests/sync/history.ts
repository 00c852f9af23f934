import { setTimeout } from 'node:timers/promises'
import { THE_CITY } from '../../server/admin/city-role.ts'
import { issueCode } from '../../server/admin/issue-code.ts'
import { readLine } from '../../shared/acts/chain.ts'
import { bytesToHex } from '../../shared/base/id.ts'
import { sha256 } from '../../main/journal/sha256.ts'
import { correct } from '../../shared/dossiers/correct.ts'
import { receive } from '../../shared/dossiers/receive.ts'
import { addNote } from '../../shared/dossiers/add-note.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { findPlace } from '../../shared/offices/place.ts'
import { letterboxOf, PUBLIC_LOG } from '../../shared/offices/city-acts.ts'
import type { TestCity } from '../builders/city.ts'
import { momentOf, office } from '../builders/moment.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import { historyPc, pageName, type HistoryPc, type Kept } from './history-pc.ts'
import { NO_MISCHIEF, type Mischief } from './injected-road.ts'

/** What a history came to; all but the first two must be 0. */
export interface HistoryFigures {
  readonly acts: number
  readonly copies: number
  /** Logs or dossiers that are not the same everywhere. */
  readonly diverged: number
  /** Lines and pages on a PC, or acknowledged, that the city has neither in its record nor in quarantine. */
  readonly lost: number
  /** Lines or dossiers that stand twice. */
  readonly twice: number
  /** Numbers of two receipts in the record. */
  readonly numbersTwice: number
  /** A dossier that a PC calls safe and the city does not have. */
  readonly falseGreen: number
  /** Numbers a restored backup drew again before it met the city: on paper, and in quarantine. */
  readonly numbersTwiceAside: number
  readonly copyWritesAside: number
}

const START = Date.parse('2026-11-25T02:00:00.000Z')
const MOST_OFF_MS = 48 * 3_600_000
/** A city that is full is asked again after so long, a minute in all. */
const [LATER_MS, MOST_TRIES, TRIES_AT_ONCE] = [50, 1_200, 50]

/** One unit lives through a random history of at least five PCs and a bad line; then the line is good, and everything is compared. */
export async function liveHistory(world: TestCity, unit: string, seed: number): Promise<HistoryFigures> {
  const random = seededRandom(seed)
  let time = START
  let mischief: Mischief = randomMischief(random)
  const pcs: HistoryPc[] = []
  const backups: Kept[] = []
  let made = 0
  let copies = 0
  const open = (from?: Kept, isSame = false): HistoryPc => {
    made += 1
    return historyPc({
      app: world.app, unit, cityKey: world.city.keys.publicKey, from, device: isSame && from !== undefined ? from.device : `pc-${unit}-${String(seed)}-${String(made)}`,
      random: seededRandom(seed * 100 + made), mischief: () => mischief, time: () => time,
      clockOffMs: random.next() < 0.5 ? 0 : random.between(-MOST_OFF_MS, MOST_OFF_MS),
    })
  }
  /** Whether the city was heard, and did not ask to come again later. */
  const goRound = async (pc: HistoryPc): Promise<boolean> => {
    const result = await pc.round()
    if (result?.end.state !== 'copied') return result !== undefined && result.end.state !== 'later'
    // The city has seen more of this device than this folder holds, or something else: from here on it is another one (rule J9).
    const place = pcs.indexOf(pc)
    if (place >= 0) pcs[place] = open(pc.copy())
    return true
  }

  for (let desk = 1; desk <= random.between(5, 6); desk += 1) {
    const pc = open()
    const code = await issueCode(world.city, THE_CITY, { unit, desk: `Quầy ${String(desk)}` })
    if (!code.ok) throw new Error(code.problem.code)
    for (let tries = 0; !await pc.enrol(code.value.code); tries += 1) {
      if (tries > MOST_TRIES) throw new Error('Nobody can enrol')
      if (tries > TRIES_AT_ONCE) await setTimeout(LATER_MS)
    }
    pcs.push(pc)
  }
  for (let step = random.between(15, 40); step > 0; step -= 1) {
    time += random.between(0, 20 * 60_000)
    world.setTime(new Date(time).toISOString())
    const pc = random.pick(pcs)
    const way = random.next()
    if (way < 0.5) workOnce(pc, unit, random)
    else if (way < 0.8) await goRound(pc)
    else if (way < 0.88) await Promise.all([goRound(pc), ...pcs.filter(other => other !== pc && random.next() < 0.5).map(goRound)])
    else if (way < 0.92) backups.push(pc.copy())
    else if (way < 0.94 && backups.length > 0) {
      const kept = random.pick(backups)
      const place = pcs.findIndex(({ device }) => device === kept.device)
      if (place >= 0) {
        copies += 1
        pcs[place] = open(kept, true)
      }
    } else if (way < 0.96 && pcs.length < 9) {
      copies += 1
      pcs.push(open(pc.copy()))
    } else mischief = randomMischief(random)
  }

  mischief = NO_MISCHIEF
  for (let rounds = 0; rounds < 4; rounds += 1) {
    for (const place of pcs.keys()) {
      // On a busy machine the city says "later" (rule S10); whoever then goes home has not sent everything.
      for (let tries = 0; !await goRound(pcs[place] as HistoryPc) && tries < MOST_TRIES; tries += 1) await setTimeout(LATER_MS)
    }
  }
  return judge(world, unit, pcs, copies)
}

function randomMischief(random: Random): Mischief {
  const some = (most: number): number => random.next() < 0.5 ? 0 : random.next() * most
  return { drop: some(0.4), lose: some(0.4), repeat: some(0.3), replay: some(0.3), cut: some(0.6) }
}

/** A clerk does one thing: receives, corrects what anybody received, or notes; the product's own verbs decide. */
function workOnce(pc: HistoryPc, unit: string, random: Random): void {
  const subjects = pc.subjects()
  const subject = subjects.length > 0 && random.next() < 0.6 ? random.pick(subjects) : undefined
  const place = findPlace(unit)
  const moment = momentOf({
    at: new Date(pc.now()).toISOString(), acts: subject === undefined ? [] : pc.actsOf(subject),
    office: { ...office, unit, device: pc.device, codePattern: place?.codePattern ?? office.codePattern, numberRange: pc.range() },
    freshSubject: domain => `${domain}:${bytesToHex(Uint8Array.from({ length: 8 }, () => random.between(0, 255)))}`,
    nextNumber: on => pc.numbers.next(on, pc.range()),
  })
  if (subject === undefined) {
    const here = { originals: 1, copies: 0, received: true }
    const received = receive({
      procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1, clockConfirmed: true,
      applicant: { name: 'Trần Thị Ẩm', phone: phone(random) }, papers: [{ id: 'p1', ...here }, { id: 'p2', ...here }],
    }, moment)
    if (received.ok) pc.write(received.value)
  } else if (random.next() < 0.6) {
    const corrected = correct({ subject, field: 'applicant.phone', to: phone(random), reason: 'Dân báo đổi số' }, moment)
    if (corrected.ok) pc.write(corrected.value)
  } else {
    const page = Buffer.from(Array.from({ length: random.between(1, 400) }, () => random.between(0, 255)))
    const name = pageName(page)
    const noted = addNote({ subject, text: `Trang ${name}` }, moment)
    if (!noted.ok) return
    pc.pages.add(name, page)
    pc.write(noted.value)
  }
}

/** Compares every PC with the city. */
export async function judge({ city }: Pick<TestCity, 'city'>, unit: string, pcs: readonly HistoryPc[], copies: number): Promise<HistoryFigures> {
  const atCity = new Map<string, readonly string[]>()
  const logs = (await city.record.logs()).filter(log => log.startsWith(`pc-${unit}-`) || log === letterboxOf(unit) || log === PUBLIC_LOG)
  for (const log of logs) atCity.set(log, (await city.record.read(log, 0, 1e9)).map(({ line }) => line))
  const aside: string[] = []
  for await (const { device, lines } of city.record.quarantined()) if (device.startsWith(`pc-${unit}-`)) aside.push(...lines)
  const recorded = new Set([...atCity.values()].flat())
  const anywhere = new Set([...recorded, ...aside])

  let [diverged, lost, falseGreen] = [0, 0, 0]
  const reference = dossiersOf([...atCity].filter(([log]) => log.startsWith('pc-')).flatMap(([, lines]) => lines))
  for (const pc of pcs) {
    const forked = new Set<string>()
    for (const [log, lines] of pc.logs) {
      const theirs = atCity.get(log) ?? []
      // Lines written by a restored or copied folder stand in quarantine; that log goes another way here for ever.
      if (lines.some(line => !recorded.has(line))) forked.add(log)
      else if (lines.length !== theirs.length || lines.some((line, place) => line !== theirs[place])) diverged += 1
      lost += lines.filter(line => !anywhere.has(line)).length
    }
    for (const log of atCity.keys()) if (log !== PUBLIC_LOG && !pc.logs.has(log)) diverged += 1
    if (forked.size === 0) {
      const here = dossiersOf([...pc.logs].filter(([log]) => log.startsWith('pc-')).flatMap(([, lines]) => lines))
      if (JSON.stringify([...here]) !== JSON.stringify([...reference])) diverged += 1
    }
    for (const name of pc.pages.held().keys()) if (await city.pages.held(name) !== null) lost += 1
    for (const [log, seq] of pc.acknowledged) if ((atCity.get(log)?.length ?? 0) < seq) lost += 1
    for (const [log, seq] of Object.entries(pc.safekeeping().seqs)) if ((atCity.get(log)?.length ?? 0) < seq) falseGreen += 1
    for (const page of Object.values(pc.safekeeping().confirmedPages).flatMap(ofDay => Object.keys(ofDay))) {
      const known = pcs.flatMap(({ pages }) => [...pages.held().keys()]).find(name => name.startsWith(page))
      if (known !== undefined && await city.pages.held(known) !== null) falseGreen += 1
    }
  }
  const acts = [...recorded].map(actOf)
  const twice = [...atCity.values()].reduce((sum, lines) => sum + lines.length, 0) - recorded.size +
    pcs.reduce((sum, { logs: held }) => sum + [...held.values()].reduce((all, lines) => all + lines.length - new Set(lines).size, 0), 0)
  const codes = receiptsIn([...recorded])
  return {
    acts: acts.length, copies, diverged, lost, twice: twice + codes.subjectsTwice, numbersTwice: codes.numbersTwice, falseGreen,
    numbersTwiceAside: receiptsIn([...anywhere]).numbersTwice - codes.numbersTwice, copyWritesAside: aside.length,
  }
}

/** Every dossier as it is folded, without the order its acts arrived in. */
function dossiersOf(lines: readonly string[]): ReadonlyMap<string, unknown> {
  const bySubject = Map.groupBy(lines.map(actOf).filter(({ subject }) => subject.startsWith('dossier:')), ({ subject }) => subject)
  return new Map([...bySubject].sort(([one], [other]) => (one < other ? -1 : 1)).map(([subject, acts]) => [subject, fold(acts) ?? null]))
}

function receiptsIn(lines: readonly string[]): { readonly numbersTwice: number, readonly subjectsTwice: number } {
  const received = lines.map(actOf).filter(({ kind }) => kind === 'dossier/received')
  return {
    numbersTwice: received.length - new Set(received.map(({ body }) => body['code'])).size,
    subjectsTwice: received.length - new Set(received.map(({ subject }) => subject)).size,
  }
}

function actOf(line: string) {
  const read = readLine(line, sha256)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value.act
}

function phone(random: Random): string {
  return `09${String(random.between(0, 99_999_999)).padStart(8, '0')}`
}
