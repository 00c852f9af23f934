import type { Act } from '../acts/act.ts'
import { checkerOf } from '../base/checker.ts'
import { DOSSIER_BODIES, type DossierActKind, type DossierBodies } from './act-bodies.ts'
import { fitsField } from './corrections.ts'
import type { PROGRESS_BODIES } from './progress-bodies.ts'

/** An act of one of these kinds whose body is what its kind promises. */
export type KnownActOf<Kind extends DossierActKind> = { readonly [K in Kind]: { readonly kind: K; readonly body: DossierBodies[K] } }[Kind]
export type KnownAct = KnownActOf<DossierActKind>

/** The kinds between receipt and the handed-over result. */
export type ProgressKind = keyof typeof PROGRESS_BODIES

/** The act as what it says it is, or undefined when its body cannot be read (rule D2). */
export function readAct({ kind, body }: Pick<Act, 'kind' | 'body'>): KnownAct | undefined {
  if (CHECKS.get(kind)?.(body) !== true) return undefined
  const known = { kind, body } as unknown as KnownAct
  if (known.kind === 'dossier/corrected' && !fitsField(known.body.field, known.body.to)) return undefined
  if (known.kind === 'dossier/dispute-settled' && known.body.field !== undefined && !fitsField(known.body.field, known.body.value)) return undefined
  return known
}

const CHECKS = new Map(Object.entries(DOSSIER_BODIES).map(([kind, schema]) => [kind, checkerOf(schema)]))
