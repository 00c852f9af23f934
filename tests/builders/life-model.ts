import type { LimitUnit } from '../../shared/calendar/due.ts'
import type { Calendar } from '../../shared/calendar/working-days.ts'
import type { Hours } from '../../shared/calendar/working-hours.ts'
import { counts, dayOf, oracleDue, oracleRunOn, wall } from './due-oracle.ts'
import type { ModelBlank } from './money-model.ts'

// A second, small writing-down of the rules of a dossier's life (L1–L20, D1, D2, T10–T13, M1), made to be compared with the program.
// It shares data with it (calendar, hours) and no rule.

/** What can happen to a dossier, by the word of the rules. */
export const HAPPENINGS = [
  'forward', 'request-supplement', 'supplement', 'request-payment', 'record-payment', 'submit-for-signature', 'send-back', 'sign',
  'number-results', 'resolve', 'resolve-part', 'return-result', 'withdraw', 'stop', 'apologise', 'collect-fee', 'void-fee-receipt', 'void',
  'add-note', 'explain-delay',
] as const
/** Parts are signed where a leader signs what lies there of a linked dossier. */
export type Happening = (typeof HAPPENINGS)[number] | 'sign-parts'

/** Rules L: from which states, to which (an empty word stays), and who may. */
const TABLE: Readonly<Record<Happening, readonly [from: string, to: string, who: string]>> = {
  'forward': ['received processing', 'processing', 'clerk officer leader director'],
  'request-supplement': ['processing', 'awaitingSupplement', 'clerk officer director'],
  'supplement': ['awaitingSupplement', 'processing', 'clerk director'],
  'request-payment': ['processing', 'awaitingPayment', 'officer fee-clerk'],
  'record-payment': ['awaitingPayment', 'processing', 'officer fee-clerk'],
  'submit-for-signature': ['processing', 'awaitingSignature', 'officer'],
  'send-back': ['awaitingSignature', 'processing', 'leader'],
  'sign': ['awaitingSignature', 'resolved', 'leader'],
  'sign-parts': ['awaitingSignature', 'processing', 'leader'],
  'number-results': ['processing awaitingSignature resolved', '', 'registrar'],
  'resolve': ['processing', 'resolved', 'officer'],
  'resolve-part': ['processing awaitingSignature', '', 'clerk officer director'],
  'return-result': ['resolved', 'returned', 'clerk director'],
  'withdraw': ['received processing awaitingSupplement awaitingPayment', 'withdrawn', 'clerk director'],
  'stop': ['processing awaitingSupplement awaitingPayment', 'stopped', 'officer leader'],
  'apologise': ['processing awaitingSignature awaitingSupplement', '', 'leader'],
  'collect-fee': ['received processing awaitingSupplement awaitingPayment awaitingSignature resolved returned', '', 'clerk fee-clerk director'],
  'void-fee-receipt': [
    'received processing awaitingSupplement awaitingPayment awaitingSignature resolved returned withdrawn stopped', '', 'clerk fee-clerk director',
  ],
  'void': ['received', 'withdrawn', 'clerk director'],
  'explain-delay': ['received processing awaitingSignature resolved returned stopped', '', 'officer leader director'],
  'add-note': ['received processing awaitingSupplement awaitingPayment awaitingSignature resolved', '', 'clerk officer director'],
}

export interface ModelPerson { readonly id: string; readonly roles: readonly string[] }

/** One thing that happened; `order` is where it stands among all (rule D1), `at` UTC ms. */
export interface ModelEvent {
  readonly order: readonly [clock: string, device: string, seq: number]
  readonly dossier: string
  readonly what: Happening | 'receive'
  readonly at: number
  readonly by: string
  /** Of the receipt: the fee, whose money this is, how it is to be reckoned. */
  readonly limit?: ModelLimit
  readonly fee?: number
  /** Money: taken, refunded, or asked for. */
  readonly amount?: number
  readonly to?: string
  /** Why it is late. */
  readonly reason?: string
  /** The due instant this promises. */
  readonly due?: number | null
  /** Which procedure was received. */
  readonly procedure?: string
  /** Of a linked dossier's receipt: what its parts are and until when. */
  readonly parts?: readonly { readonly id: string; readonly procedure: string; readonly dueOn: string | null }[]
  /** Whose result has come, or got its number. */
  readonly part?: string
  /** The parts that were laid before a leader, or signed. */
  readonly drafts?: readonly string[]
  /** Of what is resolved by its parts: those whose result had no number then. */
  readonly unnumbered?: readonly string[]
  /** The receipt money was taken on, and the one that counts for nothing from now on (rule M3). */
  readonly blank?: ModelBlank
  readonly spoilt?: ModelBlank
  /** Money that came after the dossier was closed, and went back with its receipt. */
  readonly givenBack?: number
}

export interface ModelLimit { readonly count: number; readonly unit: LimitUnit }

/** A dossier as the model sees it. */
export interface ModelDossier {
  readonly limit: ModelLimit
  readonly receivedAt: number
  readonly receiver: string
  readonly fee: number
  state: string
  holder: string | null
  due: number | null
  readonly promises: { readonly at: number; readonly due: number | null }[]
  readonly waits: { readonly since: number; until: number | null }[]
  apologised: boolean
  delay: string | null
  asked: number
  taken: number
  refunded: number
  /** Receipts its money stands on. */
  blanks: readonly ModelBlank[]
  /** Receipts of money no state let in, and how much it was (rule M3). */
  strays: readonly (ModelBlank & { readonly amount: number })[]
  /** Results that wait for the registrar, by the part they are of; an empty word for those of the whole. */
  unnumbered: readonly string[]
  submitter: string | null
  /** The procedures a linked dossier is made of, in their order (rule L1). */
  readonly parts: { readonly id: string; readonly procedure: string; dueOn: string | null; isThere: boolean; isNumbered: boolean }[]
  readonly procedure: string
  /** The parts that lie before a leader, while any lies there. */
  drafts: readonly string[]
  end: { readonly at: number; readonly how: Happening } | null
  /** What the state did not admit when its turn came (rule D2). */
  refused: number
}

/** What the office goes by; `signed`: procedures whose results a leader must sign. */
export interface ModelClock {
  readonly calendar: Calendar
  readonly hours: Hours
  readonly policy: 'restart' | 'resume'
  readonly signed: readonly string[]
}

/** A dossier's life from what happened, in the order of rule D1; undefined before its receipt. */
export function lifeByRules(events: readonly ModelEvent[]): ModelDossier | undefined {
  let dossier: ModelDossier | undefined
  for (const event of [...events].sort(byOrder)) {
    if (event.what === 'receive') {
      dossier = {
        limit: event.limit ?? { count: 0, unit: 'none' }, receivedAt: event.at, receiver: event.by, fee: event.fee ?? 0, state: 'received',
        holder: event.by, due: event.due ?? null, promises: [{ at: event.at, due: event.due ?? null }], waits: [], apologised: false,
        delay: null, asked: 0, taken: 0, refunded: 0, blanks: [], strays: [], unnumbered: [], submitter: null, procedure: event.procedure ?? '', drafts: [],
        parts: (event.parts ?? []).map(part => ({ ...part, isThere: false, isNumbered: false })), end: null, refused: 0,
      }
    } else if (dossier !== undefined) happen(dossier, event, event.what)
  }
  return dossier
}

function happen(dossier: ModelDossier, event: ModelEvent, what: Happening): void {
  const [from, to] = TABLE[what]
  const part = dossier.parts.find(({ id }) => id === event.part)
  if (!from.split(' ').includes(dossier.state) || cannotBe(dossier, event, what)) {
    dossier.refused += 1
    goAstray(dossier, event)
    return
  }
  const { at, amount = 0 } = event
  const ends = (): void => {
    dossier.end ??= { at, how: what }
    if (what !== 'resolve' && what !== 'sign') dossier.holder = null
  }
  if (to !== '') dossier.state = to
  if (event.due !== undefined) {
    dossier.due = event.due
    dossier.promises.push({ at, due: event.due })
    for (const open of dossier.parts.filter(({ isThere }) => !isThere)) open.dueOn = event.due === null ? null : dayOf(event.due)
  }
  if (what === 'resolve-part' && part !== undefined) part.isThere = part.isNumbered = true
  if (what === 'sign-parts') for (const signed of dossier.parts.filter(({ id }) => event.drafts?.includes(id))) signed.isThere = true
  if (what === 'submit-for-signature') dossier.drafts = event.drafts ?? []
  if (event.givenBack !== undefined) {
    if (dossier.blanks.some(blank => isSameBlank(blank, event.spoilt))) dossier.refunded += event.givenBack
    dossier.strays = dossier.strays.filter(blank => !isSameBlank(blank, event.spoilt))
  }
  if (event.spoilt !== undefined) dossier.blanks = dossier.blanks.filter(blank => !isSameBlank(blank, event.spoilt))
  if (event.blank !== undefined) dossier.blanks = [...dossier.blanks, event.blank]
  if (what === 'supplement' || what === 'record-payment' || what === 'withdraw' || what === 'stop') {
    const wait = dossier.waits.at(-1)
    if (wait !== undefined) wait.until ??= at
  }
  if (what === 'request-supplement' || what === 'request-payment') dossier.waits.push({ since: at, until: null })
  if (what === 'request-payment') dossier.asked = amount
  if (what === 'forward' || what === 'submit-for-signature') {
    if (what === 'submit-for-signature') dossier.submitter = dossier.holder
    dossier.holder = event.to ?? null
  }
  if (what === 'send-back' || what === 'sign-parts') dossier.holder = dossier.submitter
  if (what === 'sign' || what === 'resolve') {
    dossier.holder = dossier.receiver
    const numbered = dossier.parts.flatMap(({ id, isNumbered }) => (isNumbered ? [id] : []))
    dossier.unnumbered = what === 'sign' ? [''] : (event.unnumbered ?? []).filter(id => !numbered.includes(id))
    ends()
  }
  if (what === 'number-results') {
    dossier.unnumbered = dossier.unnumbered.filter(id => id !== (event.part ?? ''))
    if (part?.isThere === true) part.isNumbered = true
  }
  if (what === 'collect-fee' || what === 'return-result') dossier.taken += amount
  if (what === 'withdraw' || what === 'stop') dossier.refunded += amount
  if (what === 'return-result' || what === 'withdraw' || what === 'stop' || what === 'void') ends()
  if (what === 'apologise') dossier.apologised = true
  if (event.reason !== undefined) dossier.delay = event.reason
}

/** What does not fit although the state does: a second apology, a part whose result is there or is being signed, a number for nothing. */
function cannotBe(dossier: ModelDossier, { part, drafts = [], spoilt, givenBack }: ModelEvent, what: Happening): boolean {
  const open = openOf(dossier)
  switch (what) {
    case 'apologise': return dossier.apologised
    case 'void-fee-receipt': return givenBack === undefined && (isOver(dossier) || !dossier.blanks.some(blank => isSameBlank(blank, spoilt)))
    case 'resolve-part': return !open.includes(part ?? '') || liesBefore(dossier, part)
    case 'submit-for-signature':
    case 'sign-parts': return !drafts.every(id => open.includes(id))
    case 'number-results': return dossier.state !== 'resolved' && !dossier.parts.some(({ id, isThere }) => id === part && isThere)
    default: return false
  }
}

/** Whether it ended without its result: no money is its own any more. */
export const isOver = ({ state }: ModelDossier): boolean => state === 'withdrawn' || state === 'stopped'

/** What was written on a receipt stays written; one that took the place of another stands for the same money. */
function goAstray(dossier: ModelDossier, { blank, spoilt, amount = 0 }: ModelEvent): void {
  const before = dossier.strays.find(one => isSameBlank(one, spoilt))
  dossier.strays = dossier.strays.filter(one => one !== before)
  if (blank !== undefined) dossier.strays = [...dossier.strays, { ...blank, amount: spoilt === undefined ? amount : before?.amount ?? 0 }]
}

/** Which parts have no result. */
const openOf = ({ parts }: ModelDossier): readonly string[] => parts.flatMap(({ id, isThere }) => (isThere ? [] : [id]))
const liesBefore = ({ state, drafts }: ModelDossier, part = ''): boolean => state === 'awaitingSignature' && drafts.includes(part)

/** Whether both are one piece of paper. */
export function isSameBlank(one: ModelBlank, other: ModelBlank | undefined): boolean {
  return one.stock === other?.stock && one.number === other.number
}

/** Whether the table has it: this state, one of this person's roles. */
export function isInTable(what: Happening, state: string, by: ModelPerson): boolean {
  const [from, , who] = TABLE[what]
  return who.split(' ').some(role => by.roles.includes(role)) && from.split(' ').includes(state)
}

type Follows = Pick<ModelEvent, 'what' | 'due' | 'amount' | 'to' | 'part' | 'drafts' | 'unnumbered' | 'reason'>
interface Asked {
  readonly at: number
  readonly amount?: number
  readonly to?: ModelPerson
  readonly newDue?: string
  readonly reason?: string
  readonly part?: string
  readonly drafts?: readonly string[]
}

/** What a person may be allowed to do now and what follows; null where the rules say no. Receipts are for the stocks to say. */
export function decideByRules(
  dossier: ModelDossier, what: Happening, by: ModelPerson, asked: Asked, clock: ModelClock,
): readonly Follows[] | null {
  if (!isInTable(what, dossier.state, by)) return null
  if (dossier.parts.length > 0) {
    const ofParts = decideOfParts(dossier, what, asked, clock)
    if (ofParts !== undefined) return ofParts
  }
  const follows = decideWhole(dossier, what, by, asked, clock)
  return follows && [follows]
}

/** What is otherwise with a linked dossier (rules L9–L11); undefined where it is as with any. */
function decideOfParts(
  dossier: ModelDossier, what: Happening, asked: Asked, { signed }: ModelClock,
): readonly Follows[] | null | undefined {
  const { part, to, drafts = [] } = asked
  const open = openOf(dossier)
  const known = dossier.parts.find(({ id }) => id === part)
  const whole = (coming: readonly string[]): readonly Follows[] => {
    if (!open.every(id => coming.includes(id))) return []
    const numberless = dossier.parts.filter(({ id, isNumbered }) => !isNumbered && (id !== part || what !== 'resolve-part'))
    return [{ what: 'resolve', unnumbered: numberless.map(({ id }) => id) }]
  }
  switch (what) {
    case 'resolve-part':
      if (known === undefined || known.isThere || liesBefore(dossier, part) || signed.includes(known.procedure)) return null
      return [{ what, part: known.id }, ...whole([known.id])]
    case 'submit-for-signature':
      if (to?.roles.includes('leader') !== true || drafts.length === 0 || !drafts.every(id => open.includes(id))) return null
      return [{ what, to: to.id, drafts }]
    case 'sign':
      return [{ what: 'sign-parts', drafts: dossier.drafts }, ...whole(dossier.drafts)]
    case 'number-results':
      return known !== undefined && (known.isThere || dossier.state === 'resolved') ? [{ what, part: known.id }] : null
    case 'resolve':
      return open.length > 0 ? null : whole([])
    default:
      return undefined
  }
}

function decideWhole(
  dossier: ModelDossier, what: Happening, by: ModelPerson, asked: Asked, { calendar, hours, policy, signed }: ModelClock,
): Follows | null {
  const { at, amount = 0, to, drafts = [] } = asked
  const wait = dossier.waits.at(-1)
  switch (what) {
    case 'forward': {
      const isTheirs = dossier.holder === by.id || by.roles.includes('leader') || by.roles.includes('director')
      const isNew = dossier.state === 'received'
      if ((!isNew && !isTheirs) || to?.roles.includes('officer') !== true || (!isNew && dossier.holder === to.id)) return null
      return { what, to: to.id }
    }
    case 'submit-for-signature':
      return to?.roles.includes('leader') === true && drafts.length === 0 ? { what, to: to.id } : null
    case 'resolve':
      return signed.includes(dossier.procedure) ? null : { what }
    case 'resolve-part':
      return null
    case 'number-results':
      return dossier.state === 'resolved' ? { what } : null
    case 'supplement': {
      if (wait === undefined) return null
      const again = oracleDue(at, dossier.limit.count, dossier.limit.unit, calendar, hours)
      if (dossier.due === null || again === null) return { what, due: dossier.due }
      if (policy === 'resume') return { what, due: runOn(dossier, dossier.due, wait.since, at, calendar, hours) }
      return { what, due: dossier.apologised && dayOf(dossier.due) > dayOf(again) ? dossier.due : again }
    }
    case 'record-payment':
      if (amount < dossier.asked || wait === undefined) return null
      return { what, due: dossier.due === null ? null : runOn(dossier, dossier.due, wait.since, at, calendar, hours) }
    case 'return-result':
      return dossier.unnumbered.length === 0 && amount <= owed(dossier) ? { what, amount } : null
    case 'collect-fee':
      return amount > 0 && amount <= owed(dossier) ? { what, amount } : null
    case 'withdraw':
    case 'stop':
      return amount <= dossier.taken - dossier.refunded ? { what, amount } : null
    case 'void':
      return dayOf(at) === dayOf(dossier.receivedAt) ? { what } : null
    case 'apologise':
      return apologise(dossier, at, asked.newDue ?? '', calendar)
    case 'explain-delay': {
      const on = dayOf(dossier.end?.at ?? at)
      return dossier.due !== null && on > dayOf(dossier.due) ? { what, reason: asked.reason ?? '' } : null
    }
    case 'request-payment':
      return { what, amount }
    default:
      return { what }
  }
}

/** Until when each part of a linked dossier is promised: from where the one before it is due, never later than the whole (rule L1). */
export function partsByRules(
  at: number, limits: readonly { readonly id: string; readonly procedure: string; readonly limit: ModelLimit | null }[], whole: number,
  { calendar, hours }: ModelClock,
): NonNullable<ModelEvent['parts']> {
  let from = at
  return limits.map(({ id, procedure, limit }) => {
    const counted = limit === null ? null : oracleDue(from, limit.count, limit.unit, calendar, hours)
    from = counted === null || dayOf(counted) > dayOf(whole) ? whole : counted
    return { id, procedure, dueOn: dayOf(from) }
  })
}

/** Rule T12: once, before the due instant, to a later working day the calendar knows. */
function apologise(dossier: ModelDossier, at: number, newDue: string, calendar: Calendar): Pick<ModelEvent, 'what' | 'due'> | null {
  if (dossier.due === null || dossier.apologised) return null
  const wait = dossier.waits.at(-1)
  const standsAt = wait !== undefined && wait.until === null ? wait.since : at
  if (standsAt >= dossier.due || newDue <= dayOf(dossier.due) || newDue <= dayOf(at) || newDue > calendar.horizon) return null
  const due = Date.parse(`${newDue}T00:00:00.000+07:00`) + minutesOf(dossier.due)
  return counts(wall(due), calendar) ? { what: 'apologise', due } : null
}

const minutesOf = (ms: number): number => wall(ms).minute * 60_000

function runOn(dossier: ModelDossier, due: number, stopped: number, resumed: number, calendar: Calendar, hours: Hours): number {
  return oracleRunOn(due, dossier.limit.unit, { stopped, resumed }, calendar, hours)
}

/** What is still to be paid, never below nothing. */
export function owed({ fee, taken, refunded }: ModelDossier): number {
  return Math.max(0, fee - taken + refunded)
}

function byOrder({ order: one }: ModelEvent, { order: other }: ModelEvent): number {
  const [clock, device, seq] = one
  const [ms = 0, count = 0] = clock.split('.').map(Number)
  const [otherMs = 0, otherCount = 0] = other[0].split('.').map(Number)
  return ms - otherMs || count - otherCount || (device < other[1] ? -1 : device > other[1] ? 1 : seq - other[2])
}
