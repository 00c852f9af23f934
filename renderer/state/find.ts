import { create } from 'zustand'

const RECEIVED_SPANS = ['any', 'today', 'week', 'month', 'year', 'range'] as const
const DUE_SPANS = ['any', 'overdue', 'today', 'week', 'none', 'range'] as const
export type ReceivedSpan = (typeof RECEIVED_SPANS)[number]
export type DueSpan = (typeof DUE_SPANS)[number]

/** What is looked for, as it stands on the screen: words, filters (empty: any), and days as they were typed. */
export interface Find {
  /** What stands in the search field of the top bar. */
  readonly text: string
  readonly state: string
  readonly field: string
  readonly procedure: string
  readonly holder: string
  readonly channel: string
  readonly received: ReceivedSpan
  readonly receivedFrom: string
  readonly receivedUntil: string
  readonly due: DueSpan
  readonly dueFrom: string
  readonly dueUntil: string
}

export const NOTHING_ASKED: Find = {
  text: '', state: '', field: '', procedure: '', holder: '', channel: '',
  received: 'any', receivedFrom: '', receivedUntil: '', due: 'any', dueFrom: '', dueUntil: '',
}

export interface FindState {
  readonly find: Find
  /** How many rows are shown at most. */
  readonly limit: number
}

const FIRST_ROWS = 50
const MORE_ROWS = 200

/** The question of the search screen; it stays while a dossier is looked at and one comes back. */
export const useFind = create<FindState>(() => ({ find: NOTHING_ASKED, limit: FIRST_ROWS }))

/** Asks something else; the list begins anew. */
export function changeFind(change: Partial<Find>): void {
  useFind.setState(({ find }) => ({ find: { ...find, ...change }, limit: FIRST_ROWS }))
}

/** Every filter goes, the words stay. */
export function clearFilters(): void {
  changeFind({ ...NOTHING_ASKED, text: useFind.getState().find.text })
}

/** What one person looked for is not the next one's business. */
export function forgetFind(): void {
  changeFind(NOTHING_ASKED)
}

export function showMoreFound(): void {
  useFind.setState(({ limit }) => ({ limit: limit + MORE_ROWS }))
}

/** Whether two questions ask the same. */
export function asksSame(one: Find, other: Find): boolean {
  return KEYS.every(key => one[key].trim() === other[key].trim())
}

/** A question as it was kept, also by an older program: what it does not say is not asked. */
export function readFind(kept: unknown): Find {
  if (typeof kept !== 'object' || kept === null) return NOTHING_ASKED
  const told = Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && Object.hasOwn(NOTHING_ASKED, entry[0]))
  const find: Record<keyof Find, string> = { ...NOTHING_ASKED, ...Object.fromEntries(told) }
  return { ...find, received: oneOf(RECEIVED_SPANS, find.received), due: oneOf(DUE_SPANS, find.due) }
}

function oneOf<V extends string>(all: readonly [V, ...V[]], wanted: string): V {
  return all.find(value => value === wanted) ?? all[0]
}

const KEYS = Object.keys(NOTHING_ASKED) as (keyof Find)[]
