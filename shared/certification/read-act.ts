import type { Act } from '../acts/act.ts'
import { checkerOf } from '../base/checker.ts'
import { CERTIFICATION_BODIES, type CertificationActKind, type CertificationBodies } from './act-bodies.ts'

/** An act whose body is what its kind promises. */
export type KnownAct = {
  readonly [Kind in CertificationActKind]: { readonly kind: Kind; readonly body: CertificationBodies[Kind] }
}[CertificationActKind]

const CHECKS = new Map(Object.entries(CERTIFICATION_BODIES).map(([kind, schema]) => [kind, checkerOf(schema)]))

/** The act as one of ours, or undefined when its kind is another's or its body cannot be read. */
export function readAct({ kind, body }: Pick<Act, 'kind' | 'body'>): KnownAct | undefined {
  return CHECKS.get(kind)?.(body) === true ? { kind, body } as unknown as KnownAct : undefined
}
