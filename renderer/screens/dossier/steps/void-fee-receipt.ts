import { success } from '../../../../shared/base/result.ts'
import { formatMoney } from '../../../../shared/base/money.ts'
import type { Dossier } from '../../../../shared/dossiers/dossier.ts'
import { mayBePaid } from '../../../../shared/dossiers/lifecycle.ts'
import type { FeeReceipt } from '../../../../shared/stocks/act-bodies.ts'
import { stepText as t } from '../../../text/steps.ts'
import { receiptSaid } from './receipt-said.ts'
import type { Step } from './step.ts'

/** A receipt written wrongly counts for nothing; its money stands on the next one (rule M3). */
export const voidFeeReceipt: Step = {
  verb: 'dossier/void-fee-receipt',
  right: 'dossier/collect-fee',
  act: 'dossier/fee-receipt-voided',
  paper: 'fee-receipt',
  isDue: dossier => mayBePaid(dossier.state) && receiptsOf(dossier).length > 0,
  begin: ({ dossier }) => ({ receipt: receiptName(receiptsOf(dossier).at(-1)?.receipt), reason: '' }),
  fields: ({ dossier, receipt }) => [
    {
      name: 'receipt', kind: 'choice', label: t.receiptToVoid, hint: t.nextReceipt,
      choices: receiptsOf(dossier).map(({ receipt, amount }) => (
        { value: receiptName(receipt), label: `${receipt.symbol} ${receipt.printed} · ${formatMoney(amount)}` }
      )),
    },
    { name: 'reason', kind: 'area', label: t.reason },
    ...receiptSaid(receipt),
  ],
  input: ({ dossier, typed }) => {
    const chosen = receiptsOf(dossier).find(({ receipt }) => receiptName(receipt) === typed['receipt'])?.receipt
    return success({ stock: chosen?.stock ?? '', number: chosen?.number ?? 0, reason: typed['reason'] ?? '' })
  },
  places: { 'dossier/reason-missing': 'reason', 'dossier/fee-receipt-unknown': 'receipt' },
}

function receiptsOf({ money }: Dossier): readonly { readonly receipt: FeeReceipt, readonly amount: number }[] {
  return money.flatMap(({ receipt, amount }) => (receipt === undefined ? [] : [{ receipt, amount }]))
}

/** A receipt as a choice names it. */
export function receiptName(receipt: FeeReceipt | undefined): string {
  return receipt === undefined ? '' : `${receipt.stock} ${String(receipt.number)}`
}
