import { success, type Result } from '../base/result.ts'
import { drawReceipt, type StockUsedUp } from '../stocks/draw-receipt.ts'
import { checkWritable } from '../stocks/writable.ts'
import type { CertificationBodies } from './act-bodies.ts'
import type { Certification, CertifiedPaper } from './certification.ts'
import { feeOf } from './fold.ts'
import type { CertificationMoment } from './moment.ts'

type Replaced = Pick<CertificationBodies['certification/voided'], 'voided' | 'receipt'>

/**
 * What becomes of the receipt of a visit once the fee of one number is given back (rule M3): it says too much, so it counts for nothing,
 * and the next of the stock says what is still paid, if anything is.
 *
 * A receipt whose stock was closed has been accounted for and stays; so does one for a number that cost nothing.
 * Problem: `stock/used-up`.
 */
export function replaceReceipt(visit: Certification, paper: CertifiedPaper, moment: CertificationMoment): Result<Replaced, StockUsedUp> {
  const { receipt } = visit
  if (receipt === undefined || paper.fee.amount === 0 || !checkWritable(receipt.stock, moment).ok) return success({})
  const voided = { stock: receipt.stock, number: receipt.number, printed: receipt.printed }
  if (feeOf(visit.papers.filter(each => each !== paper)) === 0) return success({ voided })
  const next = drawReceipt(moment.stocks, { device: moment.office.device, userId: moment.author.id })
  return next.ok ? success({ voided, ...(next.value === undefined ? {} : { receipt: next.value }) }) : next
}
