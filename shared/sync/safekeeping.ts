import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Act, Seen } from '../acts/act.ts'
import { dayOfInstant, type Day } from '../base/day.ts'
import { twoDigits } from '../certification/book.ts'
import { closes } from '../dossiers/lifecycle.ts'
import { CITY_BODIES } from '../offices/city-acts.ts'
import { isSafe } from './confirmed.ts'

/**
 * What the city has confirmed and what it still owes a confirmation of (rule S8): a fold over all logs, in any order of arrival.
 *
 * Kept small enough for the journal's checkpoint: of confirmed things only the newest 60 days are listed one by one.
 */
export interface Safekeeping {
  /** The newest confirmed seq of each log. */
  readonly seqs: Readonly<Record<string, number>>
  /** Pages an act names and nobody confirmed yet, by the first two digits of their name. */
  readonly owed: Readonly<Record<string, readonly string[]>>
  /** Pages confirmed lately, by the day of the confirmation: an act that names one may arrive after it. */
  readonly confirmedPages: Readonly<Record<Day, Readonly<Record<string, 1>>>>
  /** Dossiers and certifications by the day they were begun; those touched without being begun here, by the day of the first touch. */
  readonly days: Readonly<Record<Day, Readonly<Record<string, Kept>>>>
  /** Dossiers received and not closed since, about: of two who close one both count. */
  readonly openCount: number
}

/** One dossier, or one visit to the express lane, in the ledger. */
export interface Kept {
  readonly heads: Seen
  /** Every page its acts name, by short name. */
  readonly pages: readonly string[]
  /** Set once the act that begins it was seen; `code` is empty for a visit that drew no number, of a certification it names them. */
  readonly begun?: { readonly code: string, readonly applicantName: string, readonly desk: string }
}

export const NO_SAFEKEEPING: Safekeeping = { seqs: {}, owed: {}, confirmedPages: {}, days: {}, openCount: 0 }

export interface SafekeepingRules {
  /** Whether the pinned key of the city signed this confirmation; of one that is not, nothing is believed. */
  readonly isGenuine: (act: Act) => boolean
  /** sha256 of the pages an act names. */
  readonly pagesIn: (act: Act) => readonly string[]
}

export function applySafekeeping(state: Safekeeping, act: Act, rules: SafekeepingRules): Safekeeping {
  if (act.kind === 'confirmation/given') return confirm(state, act, rules)
  if (act.kind === 'confirmation/withdrawn') return withdraw(state, act, rules)
  return act.subject.startsWith('dossier:') || act.subject.startsWith(CERTIFICATION) ? remember(state, act, rules.pagesIn(act).map(shortName)) : state
}

/** Where each log is confirmed to; a city that lost lines is believed no further than it says now. */
export type ConfirmedSeqs = Safekeeping['seqs']

/** What one dossier of the ledger still waits for; empty heads and no pages when it is safe. */
export function waitingOf(state: Safekeeping, kept: Pick<Kept, 'heads' | 'pages'>, seqs: ConfirmedSeqs = state.seqs): Waiting {
  const heads = Object.entries(kept.heads).filter(([device, seq]) => seq > (seqs[device] ?? 0))
  const pages = kept.pages.filter(page => isOwed(state, page))
  return { actCount: heads.length, pageCount: pages.length, isSafe: isSafe({ heads: kept.heads, pages }, { seqs, pages: NONE }) }
}

export interface Waiting {
  /** Logs whose newest act on it is not confirmed. */
  readonly actCount: number
  readonly pageCount: number
  readonly isSafe: boolean
}

/** The ledger's entry of a dossier, or undefined when it was safe for so long that it is no longer listed. */
export function keptOf(state: Safekeeping, subject: string): Kept | undefined {
  const day = dayOf(state, subject)
  return day === undefined ? undefined : state.days[day]?.[subject]
}

/** Dossiers and certifications of the ledger that were begun, or first touched, on this day or later. */
export function begunSince(state: Safekeeping, day: Day): readonly string[] {
  return Object.entries(state.days).flatMap(([on, kept]) => on < day ? [] : Object.keys(kept))
}

/** Every page that is owed, by short name. */
export function owedPages(state: Safekeeping): readonly string[] {
  return Object.values(state.owed).flat()
}

/** A page as the ledger names it: half its name is still more than chance can meet. */
export function shortName(sha256: string): string {
  return sha256.slice(0, 32)
}

export function isOwed(state: Safekeeping, page: string): boolean {
  return state.owed[bucketOf(page)]?.includes(shortName(page)) ?? false
}

const NONE: ReadonlySet<string> = new Set()
const KEPT_DAYS = 60
const CERTIFICATION = 'certification:'

function confirm(state: Safekeeping, act: Act, { isGenuine }: SafekeepingRules): Safekeeping {
  if (!Value.Check(CITY_BODIES['confirmation/given'], act.body) || !isGenuine(act)) return state
  const { heads, pages } = act.body
  const seqs = { ...state.seqs }
  for (const [device, { seq }] of Object.entries(heads)) seqs[device] = Math.max(seqs[device] ?? 0, seq)
  if (pages.length === 0) return { ...state, seqs }
  const owed: Record<string, readonly string[]> = { ...state.owed }
  const day = dayOfInstant(act.at)
  const ofDay: Record<string, 1> = { ...state.confirmedPages[day] }
  for (const page of pages.map(shortName)) {
    ofDay[page] = 1
    const bucket = bucketOf(page)
    if (owed[bucket]?.includes(page) === true) owed[bucket] = owed[bucket].filter(other => other !== page)
  }
  return { ...state, seqs, owed, confirmedPages: newestDays({ ...state.confirmedPages, [day]: ofDay }) }
}

/** The city says it lost what it had confirmed: nothing of it is believed until it is confirmed again (rule S13). */
function withdraw(state: Safekeeping, act: Act, { isGenuine }: SafekeepingRules): Safekeeping {
  if (!Value.Check(CITY_BODIES['confirmation/withdrawn'], act.body) || !isGenuine(act)) return state
  const { heads, pages } = act.body
  const seqs = { ...state.seqs }
  for (const [device, { seq }] of Object.entries(heads)) if (seq < (seqs[device] ?? 0)) seqs[device] = seq
  const gone = pages.map(shortName)
  const confirmedPages = Object.fromEntries(Object.entries(state.confirmedPages).map(([day, ofDay]) =>
    [day, Object.fromEntries(Object.entries(ofDay).filter(([page]) => !gone.includes(page)))]))
  const next = { ...state, seqs, confirmedPages }
  return { ...next, owed: owing(next, gone) }
}

function remember(state: Safekeeping, act: Act, pages: readonly string[]): Safekeeping {
  const known = dayOf(state, act.subject)
  const before = known === undefined ? undefined : state.days[known]?.[act.subject]
  const begun = before?.begun ?? begunBy(act)
  const heads: Seen = { ...before?.heads, [act.device]: Math.max(before?.heads[act.device] ?? 0, act.seq) }
  const kept: Kept = { heads, pages: withNew(before?.pages ?? [], pages), ...(begun === undefined ? {} : { begun }) }
  const day = before?.begun === undefined && begun !== undefined ? dayOfInstant(act.at) : known ?? dayOfInstant(act.at)
  const days: Record<Day, Readonly<Record<string, Kept>>> = { ...state.days }
  if (known !== undefined && known !== day) {
    const { [act.subject]: _, ...others } = days[known] ?? {}
    days[known] = others
  }
  const isNewDay = days[day] === undefined
  days[day] = { ...days[day], [act.subject]: kept }
  const next = { ...state, days, owed: owing(state, pages), openCount: state.openCount + opening(act) }
  return isNewDay ? { ...next, days: listed(next) } : next
}

function begunBy({ kind, body }: Act): Kept['begun'] {
  if (!BEGINNINGS.includes(kind)) return undefined
  const who = body['applicant'] ?? body['person']
  const name = typeof who === 'object' && who !== null && 'name' in who ? who.name : ''
  const code = kind === 'certification/certified' ? numbersOf(body['papers']) : textOf(body['code'])
  return { code, applicantName: textOf(name), desk: textOf(body['deskName']) }
}

/** `01/2026-SCT/BS 04`, of several numbers the first and how many follow. */
function numbersOf(papers: unknown): string {
  if (!Value.Check(Numbered, papers)) return ''
  const [first] = papers
  if (first === undefined) return ''
  return `${first.book.label} ${twoDigits(first.number)}${papers.length === 1 ? '' : ` +${String(papers.length - 1)}`}`
}

const Numbered = Type.Array(Type.Object({ number: Type.Integer(), book: Type.Object({ label: Type.String({ maxLength: 60 }) }) }))

function opening({ kind }: Act): -1 | 0 | 1 {
  if (kind === 'dossier/received') return 1
  return closes(kind) ? -1 : 0
}

const BEGINNINGS = ['dossier/received', 'dossier/refused', 'guidance/given', 'certification/certified', 'certification/refused']

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function owing(state: Safekeeping, pages: readonly string[]): Safekeeping['owed'] {
  const fresh = pages.filter(page => !isOwed(state, page) && !Object.values(state.confirmedPages).some(ofDay => page in ofDay))
  if (fresh.length === 0) return state.owed
  const owed: Record<string, readonly string[]> = { ...state.owed }
  for (const page of fresh) owed[bucketOf(page)] = [...owed[bucketOf(page)] ?? [], page]
  return owed
}

function bucketOf(page: string): string {
  return page.slice(0, 2)
}

function withNew(pages: readonly string[], more: readonly string[]): readonly string[] {
  return more.length === 0 ? pages : [...new Set([...pages, ...more])]
}

function dayOf({ days }: Safekeeping, subject: string): Day | undefined {
  return Object.keys(days).findLast(day => subject in (days[day] ?? {}))
}

function newestDays<T>(byDay: Readonly<Record<Day, T>>): Record<Day, T> {
  return Object.fromEntries(Object.entries(byDay).sort(([one], [other]) => (one < other ? -1 : 1)).slice(-KEPT_DAYS))
}

/** Older days leave the ledger once all in them is safe, or when no city was ever there; so does the day a dossier was moved from. */
function listed(state: Safekeeping): Safekeeping['days'] {
  const isWithoutCity = Object.keys(state.seqs).length === 0
  const newest = new Set(Object.keys(state.days).sort().slice(-KEPT_DAYS))
  return Object.fromEntries(Object.entries(state.days).filter(([day, dossiers]) =>
    newest.has(day) || !isWithoutCity && Object.values(dossiers).some(kept => !waitingOf(state, kept).isSafe)))
}
