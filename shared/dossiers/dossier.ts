import type { Act } from '../acts/act.ts'
import type { ReceivedPaper } from '../papers/paper.ts'
import type { Organisation, Person } from '../people/person.ts'
import type { DrawnReceipt } from '../stocks/fold-stock.ts'
import type { DuePromise } from './due-promise.ts'
import type { DossierPart, Progress } from './progress.ts'

/** The states of a dossier (rules L). */
export type DossierState =
  | 'received' | 'processing' | 'awaitingSupplement' | 'awaitingPayment' | 'awaitingSignature' | 'resolved' | 'returned'
  | 'refused' | 'withdrawn' | 'stopped' | 'guided'

/** The national code (TrangThaiHoSo) a state reports as; guidance without receipt has none. */
export const NATIONAL_CODE: Readonly<Record<DossierState, number | null>> = {
  received: 2, processing: 4, awaitingSupplement: 5, awaitingPayment: 6, awaitingSignature: 4, resolved: 9, returned: 10,
  refused: 3, withdrawn: 7, stopped: 8, guided: null,
}

/** How a dossier came, and how its result goes back. */
export type Channel = 'direct' | 'online' | 'post'

/** Which procedure it was on the day of receipt: frozen, however the catalogue changes (rule L1). */
export interface FrozenProcedure {
  readonly code: string
  readonly name: string
  readonly field: string
  readonly version: string
  readonly caseId: string
  readonly caseName: string
}

/** What must be paid; whole đồng (rules M1, M3). */
export interface DossierFee {
  readonly amount: number
  readonly exemptionGround?: string
  readonly basis: string
}

/** The fields a correction may change (rule L16), by name. */
export const CORRECTABLE = [
  'applicant.name', 'applicant.personalNumber', 'applicant.bornOn', 'applicant.sex', 'applicant.phone', 'applicant.email',
  'applicant.address', 'owner.name', 'content', 'collectAt', 'fee',
] as const
export type CorrectableField = (typeof CORRECTABLE)[number]

/** What a dispute is called (rule D5): the field two desks wrote, what was done twice, or what came too late. */
export type DisputeTitle =
  | 'field' | 'received-twice' | 'voided-twice' | 'paper-twice' | 'forwarded-twice' | 'requested-twice' | 'supplemented-twice'
  | 'paid-twice' | 'fee-twice' | 'submitted-twice' | 'resolved-twice' | 'sent-back-twice' | 'numbered-twice' | 'apologised-twice'
  | 'returned-twice' | 'withdrawn-twice' | 'stopped-twice' | 'too-late' | 'unreadable'

/** Two truths that a person must settle (rules D2–D5). */
export interface Dispute {
  /** Stable: made from the names of the acts in it. */
  readonly id: string
  readonly kind: 'field' | 'not-admitted' | 'twice'
  readonly title: DisputeTitle
  readonly field?: CorrectableField
  /** The acts that disagree, in folding order. */
  readonly acts: readonly DisputedAct[]
}

export interface DisputedAct {
  readonly name: string
  readonly kind: string
  readonly device: string
  readonly author: string
  readonly at: string
  /** What a correction says instead. */
  readonly value?: unknown
}

/** A dispute that somebody has closed; it stays in the history (rule D4). */
export interface SettledDispute {
  readonly dispute: Dispute
  /** The last act that settled it. */
  readonly by: Pick<DisputedAct, 'name' | 'device' | 'author' | 'at'>
  /** The act that holds; null where the dossier stays as it is. */
  readonly chosen: string | null
  readonly reason?: string
}

export interface DossierNote { readonly text: string; readonly author: string; readonly at: string }

/**
 * One dossier (hồ sơ): the fold of its acts, never written by hand.
 *
 * Business state, money, delivery and sync are separate (L21); who helped, who received and
 * who resolves are three organisations (L22).
 */
export interface Dossier extends Progress {
  readonly subject: string
  /** Undefined for guidance and refusal, which draw no number. */
  readonly code?: string
  readonly state: DossierState
  readonly procedure: FrozenProcedure
  readonly applicant: Person
  readonly owner?: Person | Organisation
  readonly authorisation?: string
  readonly content: string
  /** Of a linked dossier, in the order they are resolved. */
  readonly parts?: readonly DossierPart[]
  readonly papers: readonly ReceivedPaper[]
  readonly setCount: number
  readonly due?: DuePromise
  readonly fee?: DossierFee
  readonly channel: Channel
  readonly collectAt: 'counter' | 'post'
  readonly helpedBy?: string
  readonly receivedBy: string
  readonly resolvedBy: string
  readonly receivedAt: string
  readonly clerk: string
  readonly desk: string
  /** Why it was refused, what is missing, or why it was voided: words of the clerk. */
  readonly reason?: string
  readonly missingPapers?: readonly string[]
  readonly notes: readonly DossierNote[]
  /** Those nobody has settled yet. */
  readonly disputes: readonly Dispute[]
  readonly settled: readonly SettledDispute[]
  /** Drawn by acts the state did not admit: the paper is written all the same (rule M3). Missing where there is none. */
  readonly strayReceipts?: readonly DrawnReceipt[]
  /** How many times each form has been printed (rule N7). */
  readonly printed: Readonly<Record<string, number>>
  /** Received on a day before the newest act of the journal, confirmed by the clerk (rule T16). */
  readonly clockDoubted: boolean
  /** The whole life, in folding order. */
  readonly acts: readonly Act[]
}
