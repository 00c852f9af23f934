import type { Certification } from '../certification/certification.ts'
import type { BookedDossier } from '../dossiers/booked-dossier.ts'
import type { DrawnReceipt } from '../stocks/fold-stock.ts'

type Visit = Pick<Certification, 'receipt'>

/** Every receipt that was drawn for money, the void ones too (rule M3). */
export function receiptsDrawn(dossiers: Iterable<Pick<BookedDossier, 'money'>>, visits: Iterable<Visit>): readonly DrawnReceipt[] {
  const drawn: DrawnReceipt[] = []
  for (const { money } of dossiers) {
    for (const { receipt, voidedReceipts = [] } of money) {
      drawn.push(...voidedReceipts.map(({ stock, number, printed, reason, at }) => ({ stock, number, printed, voided: { reason, at } })))
      if (receipt !== undefined) drawn.push(receipt)
    }
  }
  for (const { receipt } of visits) if (receipt !== undefined) drawn.push(receipt)
  return drawn
}
