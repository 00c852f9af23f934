import type { Act } from '../../../shared/acts/act.ts'
import { checkerOf } from '../../../shared/base/checker.ts'
import { DOSSIER_BODIES, type DossierActKind, type DossierBodies } from '../../../shared/dossiers/act-bodies.ts'

/** An act whose body is what its kind promises. */
export type ReadAct = { readonly [Kind in DossierActKind]: { readonly kind: Kind; readonly body: DossierBodies[Kind] } }[DossierActKind]

const CHECKS = new Map(Object.entries(DOSSIER_BODIES).map(([kind, schema]) => [kind, checkerOf(schema)]))

/** The act with its body, or undefined where this program cannot read it. */
export function readAct({ kind, body }: Pick<Act, 'kind' | 'body'>): ReadAct | undefined {
  return CHECKS.get(kind)?.(body) === true ? { kind, body } as unknown as ReadAct : undefined
}
