import type { Act, NewAct } from '../../shared/acts/act.ts'
import { success, type Result } from '../../shared/base/result.ts'
import type { Limit } from '../../shared/calendar/due.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import { DEFAULT_HOURS } from '../../shared/calendar/working-hours.ts'
import { applyToDrawers, EMPTY_DRAWER, type Drawers } from '../../shared/cash/drawer.ts'
import { applyToBooks, type BooksWritten } from '../../shared/certification/books.ts'
import { findVerb } from '../../shared/desk/commands.ts'
import { applyToStocks, type StocksWritten } from '../../shared/stocks/stocks.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import { mayDo } from '../../shared/users/role.ts'
import type { User } from '../../shared/users/user.ts'
import { MINUTE } from './due-oracle.ts'
import { STAFF } from './dossier-life.ts'
import type { ModelClock, ModelEvent } from './life-model.ts'
import { catalogue, momentOf, office } from './moment.ts'
import type { BlankEvent, CashEvent, ModelBlank } from './money-model.ts'
import { seededRandom, type Random } from './random.ts'
import { pretendDevice, type PretendDevice } from './stamp.ts'

/** How a walk went. */
export interface WalkFigures {
  readonly steps: number
  /** Where the program and the model did not say the same. */
  differences: number
  allowed: number
  refused: number
  dossiers: number
  /** Of them received with parts. */
  linked: number
  /** Parts that a leader signed. */
  partsSigned: number
  numbers: number
  /** Receipts drawn, and those that were spoilt. */
  receipts: number
  spoilt: number
  /** Of them those whose money came after the end of a dossier, and went back. */
  strays: number
  /** Drawers counted at the end of a shift. */
  counts: number
  months: number
}

/** A counter of the walk: what its program knows, and what the model knows there. */
export interface Counter {
  readonly name: string
  readonly log: PretendDevice
  readonly events: ModelEvent[]
  readonly blanks: BlankEvent[]
  /** Of each person at this counter. */
  readonly cash: Map<string, CashEvent[]>
  /** How far its clock is off, ms. */
  readonly skew: number
  books: BooksWritten
  stocks: StocksWritten
  drawers: Drawers
}

/** A visit to the express lane as the model keeps it. */
export interface ModelVisit {
  readonly subject: string
  readonly device: string
  readonly at: number
  readonly due: number
  readonly papers: { readonly number: number; readonly fee: number; voidedAt: number | null }[]
  /** The receipt its money stands on, where it stands on one. */
  blank: ModelBlank | null
}

/** An office that is walked through: its counters, and how the program and the model are asked side by side. */
export interface WalkedOffice {
  readonly random: Random
  readonly clock: ModelClock
  readonly counters: readonly Counter[]
  readonly visits: ModelVisit[]
  readonly figures: WalkFigures
  /** Says so, and counts, where both are not the same. */
  readonly differ: (what: string, ours: unknown, model: unknown) => void
  /** The program's answer for one command, with the right looked at as its door does. */
  readonly decide: (counter: Counter, name: string, input: object, by: User, at: number, subject?: string) => Result<readonly NewAct[]>
  /** Whether both allow it. */
  readonly judge: <Answer extends Result<readonly NewAct[]>>(
    what: string, answer: Answer, isAllowed: boolean) => answer is Extract<Answer, { ok: true }>
  readonly write: (counter: Counter, acts: readonly NewAct[], by: User, at: number) => readonly Act[]
}

/** Limits of the walk's procedures `1.001000`, `1.001001` and so on. */
export const LIMITS: readonly Limit[] = [
  { count: 3, unit: 'working-days' }, { count: 12, unit: 'hours' }, { count: 10, unit: 'days' }, { count: 0, unit: 'same-day' }, { count: 0, unit: 'none' },
]
/** The fee of each of them, đồng. */
export const FEE = 8000
export const COPIES = '2.000815'
/** A linked procedure; until when each part is promised where nothing else is said, and the whole. */
export const LINKED = {
  procedure: '2.000986', whole: { count: 20, unit: 'days' },
  parts: [
    { id: 'birth', procedure: '1.001193', limit: { count: 0, unit: 'same-day' } },
    { id: 'residence', procedure: '1.004222', limit: { count: 7, unit: 'working-days' } },
    { id: 'insurance', procedure: '1.001939', limit: null },
  ],
} as const

const CATALOGUE = {
  ...catalogue,
  procedures: [...catalogue.procedures, ...LIMITS.flatMap((limit, i) => catalogue.procedures
    .filter(({ code }) => code === '1.000001')
    .map(procedure => ({ ...procedure, code: `1.00100${String(i)}`, limits: [{ channel: 'direct' as const, limit }] })))],
}

/** An office of three counters with the clocks of their PCs apart. */
export function walkedOffice(seed: number, steps: number, say: (line: string) => void): WalkedOffice {
  const random = seededRandom(seed)
  const policy = random.pick(['restart', 'resume'] as const)
  const signed = random.pick([[], ['1.001193'], ['1.001193', '1.001939', '1.001000', '1.001002']])
  const settings = { ...DEFAULT_SETTINGS, supplementPolicy: policy, signedProcedures: signed }
  const counters = [1, 2, 3].map((nth): Counter => {
    const name = `pc-00000000000${String(nth)}`
    const skew = random.between(-90, 90) * MINUTE
    return { name, log: pretendDevice(name), events: [], blanks: [], cash: new Map(), skew, books: {}, stocks: {}, drawers: {} }
  })
  const figures: WalkFigures = {
    steps, differences: 0, allowed: 0, refused: 0, dossiers: 0, linked: 0, partsSigned: 0, numbers: 0, receipts: 0, spoilt: 0, strays: 0,
    counts: 0, months: 0,
  }
  let subjects = 0

  const differ: WalkedOffice['differ'] = (what, ours, model) => {
    if (JSON.stringify(ours) === JSON.stringify(model)) return
    figures.differences += 1
    say(`seed ${String(seed)}: ${what}: the program ${JSON.stringify(ours)}, the model ${JSON.stringify(model)}`)
  }

  const decide: WalkedOffice['decide'] = (counter, name, input, by, at, subject) => {
    const found = findVerb(name)
    if (!found.ok) throw new Error(`No such verb: ${name}`)
    const { right, decide: of } = found.value
    if (!mayDo(by.roles, right)) return { ok: false, problem: { code: 'desk/no-right' } }
    return of(input, momentOf({
      at: new Date(at).toISOString(), author: by, users: STAFF, settings, catalogue: CATALOGUE, office: { ...office, device: counter.name },
      acts: counter.log.acts().filter(known => known.subject === subject), bookState: book => counter.books[book],
      stocks: counter.stocks, drawerOf: id => counter.drawers[id] ?? EMPTY_DRAWER,
      freshSubject: domain => `${domain}:${(subjects += 1).toString(16).padStart(16, '0')}`, nextNumber: () => success(figures.dossiers % 500 + 1),
    }))
  }

  const judge = <Answer extends Result<readonly NewAct[]>>(
    what: string, answer: Answer, isAllowed: boolean,
  ): answer is Extract<Answer, { ok: true }> => {
    figures[answer.ok ? 'allowed' : 'refused'] += 1
    if (answer.ok !== isAllowed) differ(`${what} ${answer.ok ? '' : answer.problem.code}`, answer.ok, isAllowed)
    return answer.ok && isAllowed
  }

  const write: WalkedOffice['write'] = (counter, acts, by, at) => {
    const stamped = counter.log.write(acts, new Date(at).toISOString(), { author: by.id })
    counter.books = stamped.reduce(applyToBooks, counter.books)
    counter.stocks = stamped.reduce(applyToStocks, counter.stocks)
    counter.drawers = stamped.reduce<Drawers>(applyToDrawers, counter.drawers)
    return stamped
  }

  const clock: ModelClock = { calendar: NATIONAL_CALENDAR, hours: DEFAULT_HOURS, policy, signed }
  return { random, clock, counters, visits: [], figures, differ, decide, judge, write }
}

/** Both then know what either knew. */
export function meet(one: Counter, other: Counter): void {
  if (one === other) return
  for (const [from, to] of [[one, other], [other, one]] as const) {
    const names = new Set(to.log.acts().map(({ name }) => name))
    const news = from.log.acts().filter(({ name }) => !names.has(name))
    to.log.learn(news)
    to.stocks = news.reduce(applyToStocks, to.stocks)
    const keys = new Set(to.events.map(({ order }) => order.join()))
    to.events.push(...from.events.filter(({ order }) => !keys.has(order.join())))
    const known = new Set(to.blanks)
    to.blanks.push(...from.blanks.filter(event => !known.has(event)))
  }
}
