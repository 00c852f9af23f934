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

/** Which one filter keeps a dossier out; null where none does, `several` where more than one. */
export type Kept = Facet | 'days' | 'several' | null

/** Holds an entry against a filter, once for everything that is counted. */
export function keptOutBy(entry: Filtered, filter: SearchFilter): Kept {
  let kept: Kept = null
  for (const facet of FACETS) {
    const wanted = filter[facet]
    if (wanted === undefined || entry.facets[facet] === wanted) continue
    if (kept !== null) return 'several'
    kept = facet
  }
  if (isWithinDays(entry, filter)) return kept
  return kept === null ? 'days' : 'several'
}

/** Counts the choices of every facet: a choice is counted as if it were the one chosen of its facet. */
export function tallyOfFacets(): { readonly add: (entry: Filtered, kept: Kept) => void, readonly choices: () => FacetChoices } {
  const counts = FACETS.map(() => new Map<string, number>())
  return {
    add: ({ facets }, kept) => {
      if (kept === 'days' || kept === 'several') return
      for (const [at, facet] of FACETS.entries()) {
        if (kept !== null && kept !== facet) continue
        const value = facets[facet]
        counts[at]?.set(value, (counts[at].get(value) ?? 0) + 1)
      }
    },
    choices: () => Object.fromEntries(
      FACETS.map((facet, at) => [facet, [...counts[at] ?? []].map(([value, count]) => ({ value, count }))])) as unknown as FacetChoices,
  }
}

function isWithinDays({ receivedOn, dueOn, isOpen }: Filtered, { received, due }: SearchFilter): boolean {
  if (received !== undefined && !isWithin(receivedOn, received)) return false
  if (due === undefined) return true
  if (due === 'none') return dueOn === null
  return dueOn !== null && (isOpen || !due.isOpen) && isWithin(dueOn, due)
}

function isWithin(on: Day, { from, until }: DaySpan): boolean {
  return (from === undefined || on >= from) && (until === undefined || on <= until)
}
