import { askShelf } from '../ask-shelf.ts'
import type { CertificationRow } from '../certification-row.ts'
import { toVisits } from './certified.ts'

/** The papers a person had certified the last time, those that count; none for somebody who was never here. */
export function findLastCertified(personalNumber: string): Promise<readonly CertificationRow[]> {
  return askShelf(async (_, { certifications }) => {
    if (personalNumber === '') return []
    const found = await certifications.find({ selector: { personalNumber }, index: ['personalNumber'] }).exec()
    const counting = found.map(row => row.toJSON()).filter(({ state }) => state === 'counts')
    return toVisits(counting.sort((one, other) => (one.id < other.id ? -1 : 1)))[0]?.rows ?? []
  }, [])
}
