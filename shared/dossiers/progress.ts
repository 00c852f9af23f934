import type { Day } from '../base/day.ts'
import type { DuePromise } from './due-promise.ts'
import type { BlankOf } from '../stocks/act-bodies.ts'
import type { PartBody } from './part-bodies.ts'
import type { DraftResult, FeeTaken, Keeper, OriginalsGivenBack, Refund } from './progress-parts.ts'

/** Who has the dossier now, and since when. */
export interface Holder extends Keeper {
  /** UTC, ms. */
  readonly since: string
}

/** One row of the control sheet (form 06): out of one hand into another. */
export interface Handover {
  readonly from: Keeper
  readonly to: Keeper
  readonly at: string
  /** What moved it. */
  readonly by: 'forwarded' | 'submitted-for-signature' | 'sent-back' | 'signed' | 'resolved'
  /** It left the counter later than the rule of 15:00 allows (rule L4): a fact, never a block. */
  readonly isLate: boolean
  readonly note?: string
}

/** One promise of a due day, and what made it; the first is the receipt's (rules T10–T12, T14). */
export interface Promised {
  readonly due: DuePromise
  readonly at: string
  readonly by: 'received' | 'supplemented' | 'payment-recorded' | 'apologised'
}

/** A stretch in which the clock stands (rules T10, T11); it goes on while `until` is missing. */
export interface Pause {
  readonly why: 'supplement' | 'payment'
  readonly since: string
  readonly until?: string
}

/** One request to supplement (form 02), and when it was answered (rules L6, L7). */
export interface SupplementRequest {
  readonly count: number
  readonly papers: readonly string[]
  readonly reason: string
  readonly legalGround?: string
  readonly requestedAt: string
  /** User id, as with every `…By`. */
  readonly requestedBy: string
  readonly suppliedAt?: string
  readonly suppliedBy?: string
}

/** One notice of a financial obligation (rule L8). */
export interface PaymentNotice {
  readonly noticeNumber: string
  readonly noticedOn: Day
  readonly issuedBy: string
  readonly amount: number
  readonly requestedAt: string
  readonly requestedBy: string
  readonly paid?: { readonly amount: number; readonly proof: string; readonly paidOn: Day; readonly at: string; readonly by: string }
}

/** A result of a resolved dossier; `number` and day are missing until the registrar has given them (rule L10). */
export interface DossierResult extends DraftResult {
  readonly number?: string
  readonly issuedOn?: Day
}

/** A part of a linked dossier as its acts leave it. */
export interface DossierPart extends PartBody {
  /** The parts are resolved one after the other; the first that is not resolved is the one at work. */
  readonly resolved?: {
    readonly results: readonly DossierResult[]
    readonly at: string
    readonly by: string
    /** Of a leader here, where it was laid before one. */
    readonly signature?: Signature
  }
}

export interface Signature {
  readonly how: 'wet-ink' | 'digital'
  readonly signer: string
  readonly signedOn: Day
  readonly at: string
  readonly by: string
}

/** The written apology with its new due day (rule T12). */
export interface Apology {
  readonly number?: string
  readonly reason: string
  readonly previousDueOn: Day
  readonly dueOn: Day | null
  readonly at: string
  readonly by: string
}

/** How the result left the office (rule L12). */
export interface Collection {
  readonly collectedBy: 'applicant' | 'owner' | 'proxy' | 'post'
  readonly name: string
  readonly personalNumber?: string
  readonly identitySeen: 'id-card' | 'vneid' | 'passport' | 'other-paper' | 'post'
  readonly authorisation?: string
  readonly postNumber?: string
  readonly at: string
  readonly by: string
}

/** Money that moved; what is owed is the dossier's fee less this (rule L21). */
export interface MoneyEntry extends Omit<FeeTaken, 'method'> {
  readonly kind: 'collected' | 'refunded'
  readonly method?: FeeTaken['method']
  readonly reason?: string
  /** Receipts for the same money that were written before and count for nothing. */
  readonly voidedReceipts?: readonly VoidedReceipt[]
  readonly at: string
  readonly by: string
}

export interface VoidedReceipt extends BlankOf {
  /** As it is printed. */
  readonly printed: string
  readonly reason: string
  readonly at: string
  readonly by: string
}

/**
 * How the dossier ended, once. The clock ends with the first of resolved, returned, stopped, refused after appraisal
 * (rule T13); withdrawn and voided end it too.
 */
export interface DossierEnd {
  readonly how: 'resolved' | 'returned' | 'stopped' | 'refused-after-appraisal' | 'withdrawn' | 'voided'
  readonly at: string
  readonly by: string
}

/** What happened between receipt and the handed-over result; all lists in folding order. */
export interface Progress {
  /** Who received it, to whom the result comes back; null for what was never received. */
  readonly receiver: Keeper | null
  /** Null once nobody works on it any more. */
  readonly holder: Holder | null
  readonly handovers: readonly Handover[]
  /** Every due day ever promised; the last is the one that holds. */
  readonly promises: readonly Promised[]
  readonly pauses: readonly Pause[]
  readonly supplements: readonly SupplementRequest[]
  readonly payments: readonly PaymentNotice[]
  /** Before the signature: what lies before the leader. */
  readonly drafts: readonly DraftResult[]
  readonly results: readonly DossierResult[]
  readonly money: readonly MoneyEntry[]
  /** Originals that went back, at the return, a withdrawal or a stop. */
  readonly originals: readonly OriginalsGivenBack[]
  readonly refund?: Refund
  readonly signature?: Signature
  readonly apology?: Apology
  /** Why it is late, as was last said. */
  readonly delay?: { readonly reason: string; readonly at: string; readonly by: string }
  readonly collection?: Collection
  /** Why the leader last sent it back. */
  readonly sentBack?: { readonly reason: string; readonly at: string; readonly by: string }
  readonly ended?: DossierEnd
}
