import type { Limit } from '../../../shared/calendar/due.ts'
import type { ProcedureProblem } from '../../../shared/procedures/catalogue.ts'

/** When a paper is asked for: always, only in some situations the clerk judges, only from a proxy, or only to be looked at. */
export type Demand = 'always' | 'sometimes' | 'proxy' | 'present'

/** A paper the chosen case asks for. */
export interface AskedPaper {
  readonly id: string
  /** Short, for lists and sentences. */
  readonly title: string
  /** The source's whole sentence. */
  readonly name: string
  readonly demand: Demand
  readonly originals: number
  readonly copies: number
}

/** How long it takes; where the catalogue is unclear, its own words and its bare figure if it gives one, and the clerk is asked. */
export type LimitView = { readonly kind: 'known'; readonly limit: Limit } | { readonly kind: 'asked'; readonly words: string; readonly figure: string }

/** What it costs; copies are counted by the page (rule M2), an unclear fee is asked with the source's words. */
export type FeeView =
  | { readonly kind: 'known'; readonly amount: number; readonly basis: string }
  | { readonly kind: 'by-page' }
  | { readonly kind: 'asked'; readonly words: string }

/** The chosen procedure and case, as the four parts of the screen need them. */
export interface CaseView {
  readonly procedureCode: string
  readonly procedureName: string
  /** As people read it: the name, or its short form where that is very long. */
  readonly procedureTitle: string
  readonly field: string
  readonly decision: string
  readonly version: string
  readonly caseId: string
  readonly caseName: string
  readonly cases: readonly { readonly id: string; readonly name: string }[]
  readonly papers: readonly AskedPaper[]
  readonly notes: readonly string[]
  readonly limit: LimitView
  readonly fee: FeeView
  /** Cannot be received on this day, and why. */
  readonly stopped: null | ProcedureProblem
}
