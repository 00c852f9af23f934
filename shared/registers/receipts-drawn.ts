import type { Certification } from '../certification/certification.ts'
import type { BookedDossier } from '../dossiers/booked-dossier.ts'
import type { DrawnReceipt } from '../stocks/fold-stock.ts'

type Visit = Pick<Certification, 'receipt' | 'voidedReceipts'>

/**
 * Every receipt that was drawn for money, the void ones too (rule M3), and those of money that came after another desk had closed the
 * dossier: the paper is written, and what is said of it last holds.
 */
export function receiptsDrawn(dossiers: Iterable<Pick<BookedDossier, 'money' | 'strayReceipts'>>, visits: Iterable<Visit>): readonly DrawnReceipt[] {
  const drawn: DrawnReceipt[] = []
  for (const { money, strayReceipts = [] } of dossiers) {
    drawn.push(...strayReceipts)
    const isStray = ({ stock, number }: DrawnReceipt): boolean =>
      strayReceipts.some(stray => stray.stock === stock && stray.number === number)
    for (const { receipt, voidedReceipts = [] } of money) {
      drawn.push(...voidedReceipts.map(({ stock, number, reason, at }) => ({ stock, number, voided: { reason, at } })))
      if (receipt !== undefined && !isStray(receipt)) drawn.push(receipt)
    }
  }
  for (const { receipt, voidedReceipts = [] } of visits) {
    drawn.push(...voidedReceipts.map(({ stock, number, reason, at }) => ({ stock, number, voided: { reason, at } })))
    if (receipt !== undefined) drawn.push(receipt)
  }
  return drawn
}
