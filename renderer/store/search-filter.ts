import type { Day } from '../../shared/base/day.ts'
import { FACETS, type DaySpan, type Facet, type FacetChoices, type SearchFilter } from './search-question.ts'

/** What of a dossier is filtered. */
export interface Filtered {
  readonly facets: Readonly<Record<Facet, string>>
  readonly receivedOn: Day
  readonly dueOn: Day | null
  /** The office still works on it. */
  readonly isOpen: boolean
}

/** What is filtered of every dossier as columns of numbers: fifty thousand are compared and counted at each key. */
export interface FilterColumns {
  /** Writes what stands at a place; the places are taken one after the other. */
  readonly put: (place: number, filtered: Filtered) => void
  /** Moves what stands at each place: what stood at `from[i]` comes to `i`. */
  readonly rearrange: (from: readonly number[]) => void
  /** One question over everything that is held against the filter. */
  readonly ask: (filter: SearchFilter) => FilterRun
}

export interface FilterRun {
  /** Whether what stands at a place fits; the choices are counted on the way. */
  readonly take: (place: number) => boolean
  /** A choice is counted as if it were the one chosen of its facet. */
  readonly choices: () => FacetChoices
}

/** Room for a small office; it doubles when it is full. */
const FIRST_ROOM = 1_024
const WIDTH = FACETS.length

export function filterColumns(): FilterColumns {
  /** Which values each facet has, each under a number of its own. */
  const values: string[][] = FACETS.map(() => [])
  const numbers = FACETS.map(() => new Map<string, number>())
  let columns = emptyColumns(FIRST_ROOM)

  function codeOf(at: number, value: string): number {
    const known = numbers[at]?.get(value)
    if (known !== undefined) return known
    const next = (values[at]?.push(value) ?? 0) - 1
    numbers[at]?.set(value, next)
    return next
  }

  function put(place: number, { facets, receivedOn, dueOn, isOpen }: Filtered): void {
    if (place >= columns.isOpen.length) columns = grown(columns)
    FACETS.forEach((facet, at) => { columns.codes[place * WIDTH + at] = codeOf(at, facets[facet]) })
    columns.receivedOn[place] = dayNumber(receivedOn)
    columns.dueOn[place] = dueOn === null ? NO_DAY : dayNumber(dueOn)
    columns.isOpen[place] = isOpen ? 1 : 0
  }

  function rearrange(from: readonly number[]): void {
    const before = columns
    columns = emptyColumns(before.isOpen.length)
    from.forEach((old, place) => {
      columns.codes.set(before.codes.subarray(old * WIDTH, (old + 1) * WIDTH), place * WIDTH)
      columns.receivedOn[place] = before.receivedOn[old] ?? NO_DAY
      columns.dueOn[place] = before.dueOn[old] ?? NO_DAY
      columns.isOpen[place] = before.isOpen[old] ?? 0
    })
  }

  function ask(filter: SearchFilter): FilterRun {
    const { codes } = columns
    const wanted = FACETS.map((facet, at) => wantedCode(numbers[at], filter[facet]))
    const counts = values.map(of => new Uint32Array(of.length))
    const isWithinDays = daysOf(filter, columns)

    function count(at: number, place: number): void {
      const of = counts[at]
      const code = codes[place * WIDTH + at] ?? 0
      if (of !== undefined) of[code] = (of[code] ?? 0) + 1
    }

    function keptOutBy(place: number): number {
      let kept = BY_NOTHING
      for (let at = 0; at < WIDTH; at += 1) {
        if (wanted[at] === ANY || wanted[at] === codes[place * WIDTH + at]) continue
        if (kept !== BY_NOTHING) return BY_SEVERAL
        kept = at
      }
      if (isWithinDays(place)) return kept
      return kept === BY_NOTHING ? BY_DAYS : BY_SEVERAL
    }

    return {
      take: place => {
        const kept = keptOutBy(place)
        if (kept === BY_NOTHING) for (let at = 0; at < WIDTH; at += 1) count(at, place)
        else if (kept < WIDTH) count(kept, place)
        return kept === BY_NOTHING
      },
      choices: () => Object.fromEntries(
        FACETS.map((facet, at) => [facet, choicesOf(values[at] ?? [], counts[at] ?? new Uint32Array())])) as unknown as FacetChoices,
    }
  }

  return { put, rearrange, ask }
}

interface Columns {
  /** The facets of a place side by side, in their order. */
  readonly codes: Uint16Array
  readonly receivedOn: Uint32Array
  readonly dueOn: Uint32Array
  readonly isOpen: Uint8Array
}

function emptyColumns(room: number): Columns {
  return {
    codes: new Uint16Array(room * WIDTH), receivedOn: new Uint32Array(room), dueOn: new Uint32Array(room), isOpen: new Uint8Array(room),
  }
}

function grown(columns: Columns): Columns {
  const larger = emptyColumns(columns.isOpen.length * 2)
  larger.codes.set(columns.codes)
  larger.receivedOn.set(columns.receivedOn)
  larger.dueOn.set(columns.dueOn)
  larger.isOpen.set(columns.isOpen)
  return larger
}

/** Any value, and one that no dossier has. */
const [ANY, UNKNOWN] = [-1, -2]
/** What keeps an entry out, besides one facet told by its place: nothing, its days, or more than one thing. */
const [BY_NOTHING, BY_DAYS, BY_SEVERAL] = [-1, 100, 101]

function wantedCode(numbers: ReadonlyMap<string, number> | undefined, value: string | undefined): number {
  return value === undefined ? ANY : numbers?.get(value) ?? UNKNOWN
}

function choicesOf(values: readonly string[], counts: Uint32Array): readonly { readonly value: string; readonly count: number }[] {
  return values.map((value, code) => ({ value, count: counts[code] ?? 0 })).filter(choice => choice.count > 0)
}

/** Before every day. */
const NO_DAY = 0

/** `2026-11-26` is 20261126: days compare as their numbers do. */
function dayNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8))
}

function daysOf({ received, due }: SearchFilter, columns: Columns): (place: number) => boolean {
  const isReceived = within(columns.receivedOn, received ?? {})
  if (due === undefined) return received === undefined ? () => true : isReceived
  if (due === 'none') return place => columns.dueOn[place] === NO_DAY && isReceived(place)
  const isDue = within(columns.dueOn, due)
  return place => columns.dueOn[place] !== NO_DAY && (columns.isOpen[place] === 1 || !due.isOpen) && isDue(place) && isReceived(place)
}

function within(column: Uint32Array, { from, until }: DaySpan): (place: number) => boolean {
  const [first, last] = [from === undefined ? NO_DAY : dayNumber(from), until === undefined ? Infinity : dayNumber(until)]
  return place => {
    const on = column[place] ?? NO_DAY
    return on >= first && on <= last
  }
}
