import type { Certification } from '../../certification/certification.ts'
import { papersOnReceipt } from '../../certification/fold.ts'
import type { Form } from '../form.ts'
import { blankOf, type FeePaid } from './fee-paid.ts'
import { feeReceipt } from './form.ts'

/** The receipt for what a visit to the express lane paid: all its papers together that counted when it was drawn. */
export const feeReceiptOfVisit: Form<'fee-receipt', Certification> = {
  name: 'fee-receipt',
  number: feeReceipt.number,
  title: feeReceipt.title,
  layout: (visit, print) => feeReceipt.layout(feePaidFor(visit), print),
}

function feePaidFor(visit: Certification): FeePaid {
  const { person, payment, receipt, at } = visit
  const papers = papersOnReceipt(visit)
  const { name, address, personalNumber } = person
  const grounds = new Set(papers.flatMap(({ fee }) => fee.exemptionGround ?? []))
  return {
    blank: blankOf(receipt),
    payer: { name, ...(address !== undefined && { address }), ...(personalNumber !== undefined && { number: personalNumber }) },
    feeName: `Phí chứng thực ${String(papers.length)} loại giấy tờ`,
    amount: papers.reduce((sum, { fee }) => sum + fee.amount, 0),
    ...(grounds.size > 0 && { exemptionGround: [...grounds].join('; ') }),
    method: payment ?? 'cash',
    paidAt: at,
  }
}
