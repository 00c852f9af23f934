import type { Problem } from '../../shared/base/result.ts'

/** Why a log takes nothing more. */
export type ReadOnlyReason = 'damaged' | 'missing-lines' | 'newer-version' | 'another-unit' | 'folder' | 'write-failed' | 'healing' | 'closed'

/** Every write was refused by the drive; the facts are for the sentence on screen. */
export interface DiskFull extends Problem {
  readonly code: 'journal/disk-full'
  readonly freeBytes: number
}

/** The drive failed; what it said stands in the log under the reference. */
export interface WriteFailed extends Problem {
  readonly code: 'journal/write-failed'
  readonly reference: number
}

/** From this line on the log cannot be trusted, so nothing is added to it (rule J3). */
export interface ReadOnly extends Problem {
  readonly code: 'journal/read-only'
  readonly device: string
  readonly seq: number
  readonly reason: ReadOnlyReason
}

/** A log of another office lies among ours: kept, but not read. */
export interface AnotherUnit extends Problem {
  readonly code: 'journal/another-unit'
  readonly device: string
  readonly unit: string
}

/** A later version of the program wrote this line. */
export interface NewerVersion extends Problem {
  readonly code: 'journal/newer-version'
  readonly device: string
  readonly seq: number
}

export type JournalProblem = DiskFull | WriteFailed | ReadOnly | AnotherUnit | NewerVersion

/** Why lines of another's log were not taken; told to nobody: the road that brought them says what is to be done. */
export type ReceiveProblem =
  | { readonly code: 'journal/line-broken' | 'journal/receive-failed'; readonly device: string }
  | { readonly code: 'journal/line-gap' | 'journal/line-fork'; readonly device: string; readonly seq: number }
