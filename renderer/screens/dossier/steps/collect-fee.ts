import { success } from '../../../../shared/base/result.ts'
import { balanceOf } from '../../../../shared/dossiers/money.ts'
import { isTypedNumber } from '../../../parts/next-receipt.ts'
import { readAmount } from '../../../parts/read-amount.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step } from './step.ts'
import { receiptSaid } from './receipt-said.ts'

/** Takes the fee or a part of it, on the next receipt of the stock or on one whose number is typed (rules L21, M1, M3). */
export const collectFee: Step = {
  verb: 'dossier/collect-fee',
  right: 'dossier/collect-fee',
  act: 'dossier/fee-collected',
  paper: 'fee-receipt',
  isDue: dossier => balanceOf(dossier).owed > 0,
  begin: ({ dossier }) => ({ amount: String(balanceOf(dossier).owed), method: 'cash', receiptNumber: '' }),
  fields: ({ dossier, receipt }) => [
    { name: 'amount', kind: 'money', label: t.take, hint: t.owed(balanceOf(dossier).owed), max: 20 },
    { name: 'method', kind: 'choice', label: t.method, choices: [{ value: 'cash', label: t.cash }, { value: 'transfer', label: t.transfer }] },
    ...(isTypedNumber(receipt) ? [{ name: 'receiptNumber', kind: 'line', label: t.receiptNumber, hint: t.receiptNumberHint, max: 100 }] as const : []),
    ...receiptSaid(receipt),
  ],
  input: ({ typed }) => {
    const amount = readAmount(typed['amount'])
    return amount.ok ? success({ amount: amount.value, method: typed['method'] ?? '', receiptNumber: typed['receiptNumber'] ?? '' }) : amount
  },
  places: { 'dossier/fee-over': 'amount', money: 'amount' },
}
