import type { Day } from '../../shared/base/day.ts'
import type { DossierRow } from './row.ts'

/** What a search can be narrowed by, beside its words and its days. */
export const FACETS = ['state', 'field', 'procedure', 'holder', 'channel'] as const
export type Facet = (typeof FACETS)[number]

/** Stands for nobody among the holders. */
export const NOBODY = '-'

/** First and last day, both in it; without one it goes on for ever. */
export interface DaySpan {
  readonly from?: Day
  readonly until?: Day
}

export interface SearchFilter extends Readonly<Partial<Record<Facet, string>>> {
  readonly received?: DaySpan
  /** `none`: no due day was promised. With `isOpen` only of what the office still works on, as the desk counts it. */
  readonly due?: DaySpan & { readonly isOpen: boolean } | 'none'
  /** A whole personal number, of the applicant or of whom it is for. */
  readonly person?: string
}

/** Every word stands somewhere in the dossier, and every filter holds. */
export interface SearchQuestion {
  readonly words: readonly string[]
  readonly filter: SearchFilter
}

/** One choice of a facet, and how many fit if it is chosen and everything else stays. */
export interface FacetChoice {
  readonly value: string
  readonly count: number
}

export type FacetChoices = Readonly<Record<Facet, readonly FacetChoice[]>>

/** The answer to one question: its list, how long it is, and what each other choice would give. */
export interface Found {
  /** Codes that end in the digits asked for, then whatever else fits, each newest first; at most as many as asked for (rule N1). */
  readonly subjects: readonly string[]
  /** How many fit in all. */
  readonly count: number
  readonly choices: FacetChoices
}

/** The same answer with the rows of its list. */
export interface FoundRows extends Omit<Found, 'subjects'> {
  readonly rows: readonly DossierRow[]
}

/** Whether anything is narrowed at all. */
export function isNarrowed(filter: SearchFilter): boolean {
  return Object.values(filter).some(value => value !== undefined)
}
