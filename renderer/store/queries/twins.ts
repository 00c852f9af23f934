import { addDays, localToInstant, type Day } from '../../../shared/base/day.ts'
import { findTwins, type TwinCandidate } from '../../../shared/dossiers/twins.ts'
import type { Person } from '../../../shared/people/person.ts'
import { askShelf } from '../ask-shelf.ts'
import type { DossierRow } from '../row.ts'

export interface TwinQuestion {
  readonly applicant: Person
  readonly procedure: string
  readonly day: Day
}

/** Dossiers of the same person and procedure received on the same day (rule D6). */
export function findTwinRows(asked: TwinQuestion): Promise<readonly DossierRow[]> {
  return askShelf(async dossiers => {
    const { day } = asked
    const found = await dossiers.find({
      selector: { receivedAt: { $gte: localToInstant(day, 0), $lt: localToInstant(addDays(day, 1), 0) } },
      index: ['receivedAt'],
    }).exec()
    return findTwins(found.map(row => toCandidate(row.toJSON())), asked).map(({ row }) => row)
  }, [])
}

function toCandidate(row: DossierRow): TwinCandidate & { readonly row: DossierRow } {
  const { name, personalNumber, bornOn, state, receivedAt, procedureCode } = row
  const applicant = { name, ...(personalNumber === '' ? {} : { personalNumber }), ...(bornOn === '' ? {} : { bornOn }) }
  return { row, applicant, state, receivedAt, procedure: { code: procedureCode } }
}
