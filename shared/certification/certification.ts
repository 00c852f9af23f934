import type { Act } from '../acts/act.ts'
import type { Day } from '../base/day.ts'
import type { FeeReceipt } from '../stocks/act-bodies.ts'
import type { CertificationBodies, CertificationPerson, IdentitySeen, Signer } from './act-bodies.ts'

/** One number of a book: a kind of paper with its copies (rule N5). */
export type CertifiedPaper = CertificationBodies['certification/certified']['papers'][number] & {
  /** The number counts for nothing and stays. */
  readonly voided?: { readonly reason: string; readonly author: string; readonly at: string; readonly refunded: number }
}

/** A receipt that stood for more than is still paid (rule M3). */
export interface VoidedReceipt extends FeeReceipt {
  readonly reason: string
  readonly at: string
  readonly by: string
}

/** What was refused, and on which ground of the law. */
export type RefusedPaper = Pick<
  CertificationBodies['certification/refused'], 'procedure' | 'paperName' | 'ground' | 'groundWords' | 'legalBasis' | 'note'
>

/**
 * One visit to the express lane (chứng thực): the fold of its acts, never written by hand.
 *
 * Either papers were certified, or one was refused.
 */
export interface Certification {
  readonly subject: string
  readonly state: 'certified' | 'refused'
  /** Whose books the numbers stand in. */
  readonly device: string
  readonly desk: string
  readonly clerk: string
  /** UTC, ms. */
  readonly at: string
  readonly person: CertificationPerson
  readonly identity?: IdentitySeen
  readonly signer?: Signer
  readonly papers: readonly CertifiedPaper[]
  readonly refused?: RefusedPaper
  readonly payment?: CertificationBodies['certification/certified']['payment']
  /** For the whole visit, where money was taken and the desk has a stock of receipts (rule M3). */
  readonly receipt?: CertificationBodies['certification/certified']['receipt']
  /** Receipts for the same money that were written before and count for nothing, in their order; missing where there is none. */
  readonly voidedReceipts?: readonly VoidedReceipt[]
  readonly dueOn?: Day
  /** Đồng for the numbers that count (rule M1); what was given back is not in it. */
  readonly fee: number
  /** Certified on a day before the newest act of the journal, confirmed by the clerk (rule T16). */
  readonly clockDoubted: boolean
  /** Acts that cannot hold: a second beginning, a void of what is not there or void already, what cannot be read (rule D2). */
  readonly notAdmitted: readonly Act[]
  /** The whole life, in folding order. */
  readonly acts: readonly Act[]
}
