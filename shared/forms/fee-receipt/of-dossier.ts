import type { Dossier } from '../../dossiers/dossier.ts'
import type { Form } from '../form.ts'
import { blankOf, type FeePaid } from './fee-paid.ts'
import { feeReceipt } from './form.ts'

/** The receipt for the fee a dossier paid last: every copy of it, with the numbers of the stock it was drawn from. */
export const feeReceiptOfDossier: Form = {
  name: 'fee-receipt',
  number: feeReceipt.number,
  title: feeReceipt.title,
  layout: (dossier, print) => feeReceipt.layout(feePaidFor(dossier), print),
}

function feePaidFor({ applicant, code, procedure, fee, money }: Dossier): FeePaid {
  const paid = money.findLast(({ kind }) => kind === 'collected')
  if (paid === undefined) throw new Error('No fee was taken')
  const { name, address, personalNumber } = applicant
  return {
    blank: blankOf(paid.receipt, paid.receiptNumber),
    payer: { name, ...(address !== undefined && { address }), ...(personalNumber !== undefined && { number: personalNumber }) },
    ...(code !== undefined && { dossierCode: code }),
    procedureCode: procedure.code,
    feeName: procedure.name,
    amount: paid.amount,
    ...(fee?.exemptionGround !== undefined && { exemptionGround: fee.exemptionGround }),
    method: paid.method ?? 'cash',
    paidAt: paid.at,
  }
}
