import { askShelf } from '../ask-shelf.ts'
import type { DossierRow } from '../row.ts'

/** The dossier of a whole code, as a receipt's QR gives it. */
export function findByCode(code: string): Promise<DossierRow | undefined> {
  return askShelf(async dossiers => {
    const [found] = code === '' ? [] : await dossiers.find({ selector: { code }, index: ['code'], limit: 1 }).exec()
    return found?.toJSON()
  }, undefined)
}
