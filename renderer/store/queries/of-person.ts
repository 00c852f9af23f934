import { askShelf } from '../ask-shelf.ts'
import type { DossierRow } from '../row.ts'

/** Everything one person has brought to this office, newest first. */
export function findOfPerson(personalNumber: string): Promise<readonly DossierRow[]> {
  return askShelf(async dossiers => {
    if (personalNumber === '') return []
    const found = await dossiers.find({ selector: { personalNumber }, index: ['personalNumber'] }).exec()
    return found.map(row => row.toJSON()).sort((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1))
  }, [])
}
