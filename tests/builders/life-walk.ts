import type { NewAct } from '../../shared/acts/act.ts'
import { success, type Result } from '../../shared/base/result.ts'
import { applyToBooks, type BooksWritten } from '../../shared/certification/books.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import { findVerb } from '../../shared/desk/commands.ts'
import type { Limit } from '../../shared/calendar/due.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import { DEFAULT_HOURS } from '../../shared/calendar/working-hours.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { balanceOf } from '../../shared/dossiers/money.ts'
import { getGrouping } from '../../shared/reports/groupings.ts'
import { lifeOf, livesOfVisit } from '../../shared/reports/life-of.ts'
import { periodOf } from '../../shared/reports/period.ts'
import { progress } from '../../shared/reports/progress.ts'
import { tabulate } from '../../shared/reports/tabulate.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import { mayDo } from '../../shared/users/role.ts'
import type { User } from '../../shared/users/user.ts'
import { counts, dayOf, MINUTE, oracleDue, wall } from './due-oracle.ts'
import { INPUTS, RECEIPT, STAFF } from './dossier-life.ts'
import {
  decideByRules, HAPPENINGS, isInTable, lifeByRules, monthByRules, owed, type Happening, type ModelDossier, type ModelEvent,
} from './life-model.ts'
import { catalogue, clerkAn, momentOf, office } from './moment.ts'
import { seededRandom, type Random } from './random.ts'
import { pretendDevice, type PretendDevice } from './stamp.ts'

/** How a walk went. */
export interface WalkFigures {
  readonly steps: number
  /** Where the program and the model did not say the same. */
  readonly differences: number
  readonly allowed: number
  readonly refused: number
  readonly dossiers: number
  readonly numbers: number
  readonly months: number
}

/** A counter of the walk: what its program knows, and what the model knows there. */
interface Counter {
  readonly name: string
  readonly log: PretendDevice
  readonly events: ModelEvent[]
  /** How far its clock is off, ms. */
  readonly skew: number
  books: BooksWritten
}

/** A visit to the express lane as the model keeps it. */
interface ModelVisit {
  readonly subject: string
  readonly device: string
  readonly at: number
  readonly due: number
  readonly papers: { readonly number: number; readonly fee: number; voidedAt: number | null }[]
}

const LIMITS: readonly Limit[] = [
  { count: 3, unit: 'working-days' }, { count: 12, unit: 'hours' }, { count: 10, unit: 'days' }, { count: 0, unit: 'same-day' }, { count: 0, unit: 'none' },
]
const COPIES = '2.000815'
const PROCEDURES = catalogue.procedures.filter(({ code }) => code === COPIES || code === '1.000001')
const CATALOGUE = {
  ...catalogue,
  procedures: [...PROCEDURES.filter(({ code }) => code === COPIES), ...LIMITS.flatMap((limit, i) => PROCEDURES
    .filter(({ code }) => code !== COPIES)
    .map(procedure => ({ ...procedure, code: `1.00100${String(i)}`, limits: [{ channel: 'direct' as const, limit }] })))],
}
const FEE = 8000
const DAY = 24 * 60 * MINUTE
const TRIES = 40

/**
 * An office of three counters lives `steps` random steps, by the program's verbs and by the model beside it: offline, meeting now and
 * then, their clocks apart. State, due days, money, books and the months' reports must be the same.
 */
export function walkLife(seed: number, steps: number, say: (line: string) => void): WalkFigures {
  const random = seededRandom(seed)
  const policy = random.pick(['restart', 'resume'] as const)
  const settings = { ...DEFAULT_SETTINGS, supplementPolicy: policy }
  const clock = { calendar: NATIONAL_CALENDAR, hours: DEFAULT_HOURS, policy }
  const counters = [1, 2, 3].map((nth): Counter => ({
    name: `pc-00000000000${String(nth)}`, log: pretendDevice(`pc-00000000000${String(nth)}`), events: [],
    skew: random.between(-90, 90) * MINUTE, books: {},
  }))
  const visits: ModelVisit[] = []
  const written = new Map<string, number>()
  const closed = new Set<string>()
  const figures = { steps, differences: 0, allowed: 0, refused: 0, dossiers: 0, numbers: 0, months: 0 }
  const differ = (what: string, ours: unknown, model: unknown): void => {
    if (JSON.stringify(ours) === JSON.stringify(model)) return
    figures.differences += 1
    say(`seed ${String(seed)}: ${what}: the program ${JSON.stringify(ours)}, the model ${JSON.stringify(model)}`)
  }
  let now = Date.parse('2026-03-02T01:00:00.000Z') + random.between(0, 300) * DAY
  let subjects = 0

  for (let step = 0; step < steps; step += 1) {
    now += random.next() < 0.15 ? random.between(1, 4) * DAY : random.between(1, 90) * MINUTE
    const counter = random.pick(counters)
    const at = now + counter.skew
    const by = random.next() < 0.7 ? clerkAn : random.pick(STAFF)
    const roll = random.next()
    if (roll < 0.06) meet(counter, random.pick(counters))
    else if (roll < 0.16) receive(counter, by, at)
    else if (roll < 0.26) certify(counter, by, at)
    else act(counter, at)
  }
  for (const one of counters) for (const other of counters) meet(one, other)
  for (const one of counters) for (const other of counters) meet(one, other)
  const [first] = counters
  for (const counter of counters) for (const subject of dossiersOf(counter)) compare(counter, subject)
  if (first !== undefined) compareMonths(first)
  return figures

  /** The program's answer for one command, with the right looked at as its door does. */
  function decide(counter: Counter, name: string, input: object, by: User, at: number, subject?: string): Result<readonly NewAct[]> {
    const found = findVerb(name)
    if (!found.ok) throw new Error(`No such verb: ${name}`)
    const { right, decide: of } = found.value
    if (!mayDo(by.roles, right)) return { ok: false, problem: { code: 'desk/no-right' } }
    return of(input, momentOf({
      at: new Date(at).toISOString(), author: by, users: STAFF, settings, catalogue: CATALOGUE, office: { ...office, device: counter.name },
      acts: counter.log.acts().filter(known => known.subject === subject), bookState: book => counter.books[book],
      freshSubject: domain => `${domain}:${(subjects += 1).toString(16).padStart(16, '0')}`, nextNumber: () => success(figures.dossiers % 500 + 1),
    }))
  }

  function write(counter: Counter, acts: readonly NewAct[], by: User, at: number) {
    const stamped = counter.log.write(acts, new Date(at).toISOString(), { author: by.id })
    counter.books = stamped.reduce(applyToBooks, counter.books)
    return stamped
  }

  function judge(what: string, answer: Result<readonly NewAct[]>, isAllowed: boolean): answer is Extract<typeof answer, { ok: true }> {
    figures[answer.ok ? 'allowed' : 'refused'] += 1
    if (answer.ok !== isAllowed) differ(`${what} ${answer.ok ? '' : answer.problem.code}`, answer.ok, isAllowed)
    return answer.ok && isAllowed
  }

  function receive(counter: Counter, by: User, at: number): void {
    const nth = random.between(0, LIMITS.length - 1)
    const limit = LIMITS[nth] ?? { count: 0, unit: 'none' as const }
    const answer = decide(counter, 'dossier/receive', { ...RECEIPT, procedure: `1.00100${String(nth)}` }, by, at)
    if (!judge('receive', answer, by.roles.some(role => role === 'clerk' || role === 'director'))) return
    figures.dossiers += 1
    for (const { device, clock: when, seq, subject } of write(counter, answer.value, by, at)) {
      const due = oracleDue(at, limit.count, limit.unit, clock.calendar, clock.hours)
      counter.events.push({ order: [when, device, seq], dossier: subject, what: 'receive', at, by: by.id, limit, fee: FEE, due })
      compare(counter, subject)
    }
  }

  function act(counter: Counter, at: number): void {
    const known = dossiersOf(counter)
    if (known.length === 0) return
    const subject = random.pick(random.next() < 0.7 ? known.slice(-8) : known)
    const model = lifeByRules(eventsOf(counter, subject))
    if (model === undefined) return
    // Most people know what they may do: one of many tries that fits, wholly or by state and role, or the last one where none does.
    const sense = random.pick(['none', 'table', 'table', 'all', 'all'] as const)
    let { what, by, asked } = something(random, at)
    const fits = (): boolean => sense === 'none' || (sense === 'table'
      ? isInTable(what, model.state, by) : decideByRules(model, what, by, asked, clock) !== null)
    for (let i = 1; i < TRIES && !fits(); i += 1) ({ what, by, asked } = something(random, at))
    const follows = decideByRules(model, what, by, asked, clock)
    const answer = decide(counter, `dossier/${what}`, { subject, ...inputFor(what, asked) }, by, at, subject)
    if (!judge(`${what} in ${model.state} by ${by.id}`, answer, follows !== null) || follows === null) return
    for (const { device, clock: when, seq } of write(counter, answer.value, by, at)) {
      counter.events.push({ order: [when, device, seq], dossier: subject, at, by: by.id, ...follows })
    }
    compare(counter, subject)
  }

  function certify(counter: Counter, by: User, at: number): void {
    const year = dayOf(at).slice(0, 4)
    const book = `${counter.name} ${year}`
    const may = by.roles.some(role => role === 'clerk' || role === 'director')
    const own = visits.filter(({ device }) => device === counter.name)
    const roll = random.next()
    if (roll < 0.1) {
      const answer = decide(counter, 'book/close', { subject: `book:${counter.name}.copies.${year}` }, by, at)
      const isRight = by.roles.some(role => role === 'leader' || role === 'director')
      const isTime = dayOf(at) >= lastWorkingDay(year)
      if (judge('close the book', answer, isRight && isTime && written.has(book) && !closed.has(book))) {
        write(counter, answer.value, by, at)
        closed.add(book)
      }
    } else if (roll < 0.3 && own.length > 0) {
      const visit = random.pick(own)
      const paper = random.pick(visit.papers)
      const of = dayOf(visit.at).slice(0, 4)
      const input = { subject: visit.subject, book: { kind: 'copies', year: Number(of) }, number: paper.number, reason: 'Ghi nhầm' }
      const answer = decide(counter, 'certification/void', input, by, at, visit.subject)
      if (judge('void a number', answer, may && paper.voidedAt === null && !closed.has(`${counter.name} ${of}`))) {
        write(counter, answer.value, by, at)
        paper.voidedAt = at
      }
    } else {
      const papers = Array.from({ length: random.between(1, 3) }, () =>
        ({ pageCount: random.between(1, 300), copyCount: random.between(1, 4) }))
      const answer = decide(counter, 'certification/certify', {
        person: { name: 'Phạm Thị Mẫu', personalNumber: '092190000456' }, identity: 'card-read', payment: 'cash',
        signer: { name: 'Đặng Thị Lan', title: 'Phó Chủ tịch' }, papers: papers.map(each => ({ procedure: COPIES, name: 'Bằng', ...each })),
      }, by, at)
      if (!judge('certify', answer, may && !closed.has(book))) return
      const last = written.get(book) ?? 0
      written.set(book, last + papers.length)
      figures.numbers += papers.length
      const subject = write(counter, answer.value, by, at).at(-1)?.subject ?? ''
      const due = oracleDue(at, 0, 'same-day', clock.calendar, clock.hours) ?? at
      visits.push({
        subject, device: counter.name, at, due,
        papers: papers.map(({ pageCount, copyCount }, i) => ({
          number: last + i + 1, voidedAt: null,
          fee: Math.min(200_000, 2000 * Math.min(2, pageCount) + 1000 * Math.max(0, pageCount - 2)) * copyCount,
        })),
      })
    }
    compareBook(counter, year)
  }

  function compareBook(counter: Counter, year: string): void {
    const state = counter.books[`book:${counter.name}.copies.${year}`]
    const book = `${counter.name} ${year}`
    differ(`the book ${book}`, [state?.last ?? 0, (state?.closedAt ?? null) !== null], [written.get(book) ?? 0, closed.has(book)])
  }

  function compare(counter: Counter, subject: string): void {
    const ours = fold(counter.log.acts().filter(known => known.subject === subject))
    const model = lifeByRules(eventsOf(counter, subject))
    differ(`a dossier at ${counter.name}`, ours && {
      state: ours.state, due: ours.due?.dueAt == null ? null : Date.parse(ours.due.dueAt), holder: ours.holder?.userId ?? null,
      money: [balanceOf(ours).collected, balanceOf(ours).refunded, balanceOf(ours).owed],
      waits: ours.pauses.length, promises: ours.promises.length, ended: ours.ended === undefined ? null : Date.parse(ours.ended.at),
      hasDispute: ours.disputes.some(({ kind }) => kind === 'not-admitted'),
    }, model && {
      state: model.state, due: model.due, holder: model.holder, money: [model.taken, model.refunded, owed(model)],
      waits: model.waits.length, promises: model.promises.length, ended: model.end?.at ?? null, hasDispute: model.refused > 0,
    })
  }

  /** Every month of the walk, as II.06a counts it, from what the counter that has met all knows. */
  function compareMonths(counter: Counter): void {
    const bySubject = Map.groupBy(counter.log.acts(), ({ subject }) => subject)
    const names = { unit: 'Phường Ninh Kiều', field: 'Chứng thực', procedureName: (code: string) => code }
    const certified = [...bySubject.values()].flatMap(acts => foldCertification(acts) ?? [])
    const received = [...bySubject.values()].flatMap(acts => lifeOfActs(acts) ?? [])
    const lives = [...received, ...certified.flatMap(visit => livesOfVisit(visit, names))]
    differ('the fees of certification', certified.reduce((sum, { fee }) => sum + fee, 0),
      visits.flatMap(({ papers }) => papers).reduce((sum, { fee, voidedAt }) => sum + (voidedAt === null ? fee : 0), 0))
    const model = [...dossiersOf(counter).flatMap(subject => lifeByRules(eventsOf(counter, subject)) ?? []), ...visits.flatMap(visitAsLife)]
    const months = [...new Set(lives.map(({ receivedOn }) => receivedOn.slice(0, 7)))]
    for (const month of months) {
      const today = dayOf(now + random.between(-20, 20) * DAY)
      const { cells } = tabulate(progress, getGrouping('field'), lives, periodOf('month', `${month}-01`), today).total
      const columns = ['online', 'direct', 'carriedOver', 'early', 'onTime', 'overdue', 'openWithinDue', 'openOverdue'] as const
      differ(`II.06a of ${month} as of ${today}`, columns.map(column => cells[column].length), monthByRules(model, month, today))
      figures.months += 1
    }
  }
}

function lifeOfActs(acts: Parameters<typeof fold>[0]) {
  const dossier = fold(acts)
  return dossier === undefined ? undefined : lifeOf(dossier)
}

/** Both then know what either knew. */
function meet(one: Counter, other: Counter): void {
  if (one === other) return
  for (const [from, to] of [[one, other], [other, one]] as const) {
    const names = new Set(to.log.acts().map(({ name }) => name))
    to.log.learn(from.log.acts().filter(({ name }) => !names.has(name)))
    const keys = new Set(to.events.map(({ order }) => order.join()))
    to.events.push(...from.events.filter(({ order }) => !keys.has(order.join())))
  }
}

const dossiersOf = ({ events }: Counter): readonly string[] => [...new Set(events.map(({ dossier }) => dossier))]
const eventsOf = ({ events }: Counter, subject: string): readonly ModelEvent[] => events.filter(({ dossier }) => dossier === subject)

/** One dossier for figures, done when it was certified; one whose numbers all were voided the same day counts for nothing. */
function visitAsLife({ at, due, papers }: ModelVisit): readonly ModelDossier[] {
  if (papers.every(({ voidedAt }) => voidedAt !== null && dayOf(voidedAt) === dayOf(at))) return []
  return [{
    limit: { count: 0, unit: 'same-day' }, receivedAt: at, receiver: '', fee: 0, state: 'returned', holder: null,
    due, promises: [{ at, due }], waits: [], apologised: false, asked: 0, taken: 0, refunded: 0, numbered: true, submitter: null,
    end: { at, how: 'return-result' }, refused: 0,
  }]
}

function lastWorkingDay(year: string): string {
  let ms = Date.parse(`${year}-12-31T05:00:00.000Z`)
  while (!counts(wall(ms), NATIONAL_CALENDAR)) ms -= DAY
  return dayOf(ms)
}

function something(random: Random, at: number) {
  const what = random.next() < 0.15 ? 'apologise' : random.pick(HAPPENINGS)
  const asked = { at, amount: amountFor(what, random), to: random.pick(STAFF), newDue: dayOf(at + random.between(-3, 40) * DAY) }
  return { what, by: random.pick(STAFF), asked }
}

function amountFor(what: Happening, random: Random): number {
  return what === 'request-payment' || what === 'record-payment' ? random.pick([400_000, 500_000]) : random.pick([0, 1000, 3000, FEE, 9000])
}

/** The program's input for what the walk asks; the rest of it always fits. */
function inputFor(what: Happening, { amount, to, newDue }: ReturnType<typeof something>['asked']): object {
  const fixed = INPUTS[`dossier/${what}`] ?? {}
  const issuedToday = { number: '15' }
  switch (what) {
    case 'forward': return { to: { userId: to.id } }
    case 'submit-for-signature': return { ...fixed, to: to.id }
    case 'request-payment': return { ...fixed, amount }
    case 'record-payment': return { amount, proof: 'GNT 12' }
    case 'number-results': return { numbers: [{ id: 'r1', ...issuedToday }, { id: 'r2', ...issuedToday }] }
    case 'resolve': return { results: [{ name: 'Giấy khai sinh', ...issuedToday }, { name: 'Bản sao', ...issuedToday }] }
    case 'return-result': return { ...fixed, originals: [], ...(amount === 0 ? {} : { fee: { amount, method: 'cash' } }) }
    case 'collect-fee': return { amount, method: 'cash' }
    case 'withdraw':
    case 'stop': return { ...fixed, originals: [], refund: { amount } }
    case 'apologise': return { ...fixed, newDueOn: newDue }
    default: return fixed
  }
}
