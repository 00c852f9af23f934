import type { Result } from '../../shared/base/result.ts'

/**
 * The city's record: every log, as flushed lines. All tables are made from it and can be made again.
 *
 * Two homes, one meaning: files with fdatasync beside the embedded database (`line-files.ts`), rows in PostgreSQL
 * (`line-rows.ts`). Nothing is answered before it would survive a power cut.
 */
export interface LineRecord {
  readonly heads: (devices: readonly string[]) => Promise<Readonly<Record<string, LogHead>>>
  /**
   * Appends lines to a log exactly after `after`, or nothing; resolves once they are flushed.
   *
   * Two who append at once, also from two processes, are told apart here: the later one gets `record/moved` with the head.
   */
  readonly append: (device: string, after: LogHead, batch: LineBatch) => Promise<Result<LogHead, RecordMoved>>
  /** Lines after `seq`, oldest first, until `bytes` are reached (at least one line when there is any). */
  readonly read: (device: string, seq: number, bytes: number) => Promise<readonly RecordedLine[]>
  /** The batch that begins right after `seq`, as it was brought; undefined when none does. */
  readonly batchAfter: (device: string, seq: number) => Promise<LineBatch | undefined>
  /** Every log there is. */
  readonly logs: () => Promise<readonly string[]>
  /** Keeps what may not enter a log, flushed (rules S4, S5). */
  readonly quarantine: (kept: QuarantinedLines) => Promise<void>
  readonly quarantined: () => AsyncIterable<QuarantinedLines>
  /** Resolves when the record can be written. */
  readonly ready: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface LogHead {
  readonly seq: number
  readonly name: string
}

export interface LineBatch {
  /** Without LF; already proved to be a chain after `after`. */
  readonly lines: readonly string[]
  readonly head: LogHead
  /** Who brought it, and the signature over the head. */
  readonly pushedBy: string
  readonly signature: string
  /** UTC ms. */
  readonly receivedAt: string
}

export interface RecordedLine {
  readonly seq: number
  readonly line: string
  readonly receivedAt: string
}

export interface QuarantinedLines {
  readonly id: string
  /** The log the lines say they belong to. */
  readonly device: string
  readonly pushedBy: string
  /** A problem code of the protocol. */
  readonly reason: string
  readonly lines: readonly string[]
  readonly receivedAt: string
}

export interface RecordMoved {
  readonly code: 'record/moved'
  readonly head: LogHead
}
