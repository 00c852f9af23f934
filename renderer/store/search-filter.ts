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

/** The same with its facets as numbers, in the order of the facets: fifty thousand are compared and counted at each key. */
export interface Coded extends Omit<Filtered, 'facets'> {
  readonly codes: readonly number[]
}

/** Which values each facet has, each under a number of its own. */
export interface Codes {
  readonly codesOf: (facets: Filtered['facets']) => readonly number[]
  /** One question over everything that is held against the filter. */
  readonly ask: (filter: SearchFilter) => FilterRun
}

export interface FilterRun {
  /** Whether an entry fits; the choices are counted on the way. */
  readonly take: (entry: Coded) => boolean
  /** A choice is counted as if it were the one chosen of its facet. */
  readonly choices: () => FacetChoices
}

export function facetCodes(): Codes {
  const values: string[][] = FACETS.map(() => [])
  const codes = FACETS.map(() => new Map<string, number>())

  function codeOf(at: number, value: string): number {
    const known = codes[at]?.get(value)
    if (known !== undefined) return known
    const next = values[at]?.push(value) ?? 0
    codes[at]?.set(value, next - 1)
    return next - 1
  }

  return {
    codesOf: facets => FACETS.map((facet, at) => codeOf(at, facets[facet])),
    ask: filter => {
      const wanted = FACETS.map((facet, at) => wantedCode(codes[at], filter[facet]))
      const counts = values.map(of => of.map(() => 0))
      return {
        take: entry => {
          const kept = keptOutBy(entry, wanted, filter)
          if (kept === BY_NOTHING) for (let at = 0; at < FACETS.length; at += 1) count(counts, at, entry)
          else if (kept < FACETS.length) count(counts, kept, entry)
          return kept === BY_NOTHING
        },
        choices: () => Object.fromEntries(
          FACETS.map((facet, at) => [facet, choicesOf(values[at] ?? [], counts[at] ?? [])])) as unknown as FacetChoices,
      }
    },
  }
}

/** Any value, and one that no dossier has. */
const [ANY, UNKNOWN] = [-1, -2]
/** What keeps an entry out, besides one facet told by its place: nothing, its days, or more than one thing. */
const [BY_NOTHING, BY_DAYS, BY_SEVERAL] = [-1, 100, 101]

function wantedCode(codes: ReadonlyMap<string, number> | undefined, value: string | undefined): number {
  return value === undefined ? ANY : codes?.get(value) ?? UNKNOWN
}

function keptOutBy(entry: Coded, wanted: readonly number[], filter: SearchFilter): number {
  let kept = BY_NOTHING
  for (let at = 0; at < wanted.length; at += 1) {
    if (wanted[at] === ANY || wanted[at] === entry.codes[at]) continue
    if (kept !== BY_NOTHING) return BY_SEVERAL
    kept = at
  }
  if (isWithinDays(entry, filter)) return kept
  return kept === BY_NOTHING ? BY_DAYS : BY_SEVERAL
}

function count(counts: readonly number[][], at: number, { codes }: Coded): void {
  const of = counts[at]
  const code = codes[at]
  if (of !== undefined && code !== undefined) of[code] = (of[code] ?? 0) + 1
}

function choicesOf(values: readonly string[], counts: readonly number[]): readonly { readonly value: string; readonly count: number }[] {
  return values.map((value, code) => ({ value, count: counts[code] ?? 0 })).filter(choice => choice.count > 0)
}

function isWithinDays({ receivedOn, dueOn, isOpen }: Coded, { received, due }: SearchFilter): boolean {
  if (received !== undefined && !isWithin(receivedOn, received)) return false
  if (due === undefined) return true
  if (due === 'none') return dueOn === null
  return dueOn !== null && (isOpen || !due.isOpen) && isWithin(dueOn, due)
}

function isWithin(on: Day, { from, until }: DaySpan): boolean {
  return (from === undefined || on >= from) && (until === undefined || on <= until)
}
