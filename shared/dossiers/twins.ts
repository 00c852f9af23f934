import { dayOfInstant, type Day } from '../base/day.ts'
import { isSamePerson } from '../people/match.ts'
import type { Person } from '../people/person.ts'
import type { Dossier, DossierState } from './dossier.ts'

/** What must be known of a dossier to compare it; an index row will do. */
export type TwinCandidate = Pick<Dossier, 'state' | 'receivedAt'> & {
  readonly applicant: Person
  readonly procedure: Pick<Dossier['procedure'], 'code'>
}

/** Dossiers of the same person, procedure and day that were received before: a warning at intake, never a block (rule D6). */
export function findTwins<D extends TwinCandidate>(
  dossiers: readonly D[],
  { applicant, procedure, day }: { readonly applicant: Person; readonly procedure: string; readonly day: Day },
): readonly D[] {
  return dossiers.filter(dossier =>
    !GONE.includes(dossier.state) && dossier.procedure.code === procedure && dayOfInstant(dossier.receivedAt) === day
    && isSamePerson(dossier.applicant, applicant))
}

/** Nothing was received, or what was is taken back. */
const GONE: readonly DossierState[] = ['guided', 'refused', 'withdrawn']
