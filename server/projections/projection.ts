import type { Act } from '../../shared/acts/act.ts'
import type { Db } from '../db/db.ts'

/** A fold of acts into tables: the same acts in any order of arrival leave the same rows. */
export interface Projection {
  /** Emptied before everything is folded again. */
  readonly tables: readonly string[]
  /** Of which subjects all acts are wanted, not only those of the batch: `dossier` for `dossier:…`. */
  readonly domains: readonly string[]
  readonly fold: (db: Tables, batch: Batch) => Promise<void>
}

/** Inside one transaction, with the unit's tables held by nobody else. */
export type Tables = Pick<Db, 'query'>

/** New lines of one unit's logs; the city's own logs that belong to no unit stand under the unit ''. */
export interface Batch {
  readonly unit: string
  readonly arrived: readonly ArrivedAct[]
  readonly unreadable: readonly UnreadableLine[]
  /** Every subject of a wanted domain that the new acts touch, with all its acts, old ones first. */
  readonly subjects: ReadonlyMap<string, readonly ArrivedAct[]>
}

export interface ArrivedAct {
  readonly act: Act
  readonly line: string
  readonly receivedAt: string
}

/** Kept in the record, and not readable by this version (rule S4). */
export interface UnreadableLine {
  readonly device: string
  readonly seq: number
  readonly name: string
  readonly code: string
  readonly receivedAt: string
}

/** The subjects of one domain. */
export function subjectsOf(batch: Batch, domain: string): readonly (readonly [subject: string, acts: readonly ArrivedAct[]])[] {
  return [...batch.subjects].filter(([subject]) => subject.startsWith(`${domain}:`))
}

/** Text as SQL keeps it: PostgreSQL has no NUL. */
export function sqlText(text: string, maxLength = 2000): string {
  return text.replaceAll('\0', '').slice(0, maxLength)
}
