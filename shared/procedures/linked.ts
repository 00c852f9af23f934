import { procedureStem } from './catalogue.ts'
import rows from './linked.json' with { type: 'json' }

/** One of the procedures a linked one (thủ tục liên thông) is made of. */
export interface LinkedPart {
  /** Its own within the linked procedure. */
  readonly id: string
  readonly procedure: string
  /** As the receipt calls it. */
  readonly name: string
  /** Who resolves it; null where it is the office that received (rule L22). */
  readonly agency: string | null
  /** National codes of the kinds of result it leads to. */
  readonly results: readonly string[]
}

/** A linked procedure and its parts, one after the other: data with its source. */
export interface LinkedProcedure {
  readonly procedure: string
  readonly parts: readonly LinkedPart[]
  readonly source: string
  readonly certainty: 'stated' | 'likely'
}

const LINKED_PROCEDURES = rows as readonly LinkedProcedure[]

/** The parts of a procedure, in the order they are resolved; none where it is not a linked one. */
export function partsOf(procedure: string): readonly LinkedPart[] {
  return LINKED_PROCEDURES.find(linked => linked.procedure === procedureStem(procedure))?.parts ?? []
}
