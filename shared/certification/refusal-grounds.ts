import { procedureStem } from '../procedures/catalogue.ts'
import rows from './refusal-grounds.json' with { type: 'json' }

/** A ground on which certification must be refused: published data, in the words of the law. */
export interface RefusalGround {
  readonly id: string
  /** For which procedures it is one. */
  readonly procedures: readonly string[]
  readonly legalBasis: string
  readonly words: string
}

export const REFUSAL_GROUNDS = rows as readonly RefusalGround[]

/** The grounds a procedure can be refused on, in the order of the law. */
export function groundsOf(procedure: string): readonly RefusalGround[] {
  const wanted = procedureStem(procedure)
  return REFUSAL_GROUNDS.filter(({ procedures }) => procedures.includes(wanted))
}
