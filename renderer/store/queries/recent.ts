import { localToInstant, type Day } from '../../../shared/base/day.ts'
import { askShelf } from '../ask-shelf.ts'
import type { DossierRow } from '../row.ts'

/** The newest dossiers since a day, newest first. */
export function findRecent(since: Day, limit: number): Promise<readonly DossierRow[]> {
  return askShelf(async dossiers => {
    const found = await dossiers.find({
      selector: { receivedAt: { $gte: localToInstant(since, 0) } },
      sort: [{ receivedAt: 'desc' }],
      index: ['receivedAt'],
      limit,
    }).exec()
    return found.map(row => row.toJSON())
  }, [])
}
