import { fold } from '../../../shared/base/text.ts'
import type { DossierState } from '../../../shared/dossiers/dossier.ts'
import { queueOf } from '../../../shared/dossiers/queue.ts'
import { askShelf } from '../ask-shelf.ts'
import type { DossierRow } from '../row.ts'
import { searchDossiers } from './search.ts'
import type { FacetChoices } from '../search-question.ts'
import { toVisits, type CertifiedVisit } from './certified.ts'

/** All that one number has brought to this office, newest first. */
export interface PersonAtOffice {
  /** Brought by this person, or for them by another; at most as many as asked for. */
  readonly dossiers: readonly DossierRow[]
  readonly dossierCount: number
  /** Of all of them, those the office still works on. */
  readonly openCount: number
  readonly visits: readonly CertifiedVisit[]
}

/** Dossiers and visits to the express lane of one whole number. */
export async function findPerson(personalNumber: string, limit: number): Promise<PersonAtOffice> {
  const [{ rows, count, choices }, visits] = await Promise.all([
    searchDossiers('', limit, { person: fold(personalNumber) }),
    askShelf(async (_, { certifications }) => {
      const found = await certifications.find({ selector: { personalNumber }, index: ['personalNumber'] }).exec()
      return toVisits(found.map(row => row.toJSON()))
    }, []),
  ])
  return { dossiers: rows, dossierCount: count, openCount: openOf(choices), visits }
}

function openOf({ state }: FacetChoices): number {
  return state.filter(({ value }) => queueOf({ state: value as DossierState }) === 'open').reduce((sum, { count }) => sum + count, 0)
}
