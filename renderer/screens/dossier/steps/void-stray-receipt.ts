import { formatMoney } from '../../../../shared/base/money.ts'
import { success } from '../../../../shared/base/result.ts'
import { strayMoney } from '../../../../shared/dossiers/stray-money.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step } from './step.ts'
import { receiptName } from './void-fee-receipt.ts'

/** The receipt of money that came after the dossier was closed counts for nothing, and the money goes back (rule M3). */
export const voidStrayReceipt: Step = {
  verb: 'dossier/void-fee-receipt',
  right: 'dossier/collect-fee',
  act: 'dossier/fee-receipt-voided',
  isDue: dossier => strayMoney(dossier).length > 0,
  begin: ({ dossier }) => ({ receipt: receiptName(strayMoney(dossier).at(-1)?.receipt), reason: '' }),
  fields: ({ dossier }) => [
    {
      name: 'receipt', kind: 'choice', label: t.receiptToVoid, hint: t.strayReceipt,
      choices: strayMoney(dossier).map(({ receipt, amount }) => (
        { value: receiptName(receipt), label: `${receipt.symbol} ${receipt.printed} · ${formatMoney(amount)}` }
      )),
    },
    { name: 'reason', kind: 'area', label: t.reason },
  ],
  input: ({ dossier, typed }) => {
    const chosen = strayMoney(dossier).find(({ receipt }) => receiptName(receipt) === typed['receipt'])?.receipt
    return success({ stock: chosen?.stock ?? '', number: chosen?.number ?? 0, reason: typed['reason'] ?? '' })
  },
  places: { 'dossier/reason-missing': 'reason', 'dossier/fee-receipt-unknown': 'receipt' },
}
