import { success } from '../../../../shared/base/result.ts'
import { readAmount } from '../../../parts/read-amount.ts'
import { stepText as t } from '../../../text/steps.ts'
import { dueSaid } from './due-said.ts'
import type { Step } from './step.ts'
import { dayField } from './typed-values.ts'

/** The obligation is met: what was paid and what proves it; the remaining time runs on (rules L8, T11). */
export const recordPayment: Step = {
  verb: 'dossier/record-payment',
  right: 'dossier/payment',
  act: 'dossier/payment-recorded',
  begin: ({ dossier }) => ({ amount: String(dossier.payments.at(-1)?.amount ?? ''), proof: '', paidOn: '' }),
  fields: ({ dossier, clock }) => [
    { name: 'amount', kind: 'money', label: t.paid, max: 20 },
    { name: 'proof', kind: 'line', label: t.proof, max: 500 },
    { name: 'paidOn', kind: 'day', label: t.paidOn, hint: t.todayIfEmpty, max: 10 },
    ...dueSaid(dossier, 'resume', clock),
  ],
  input: ({ typed }) => {
    const amount = readAmount(typed['amount'])
    return amount.ok ? success({ amount: amount.value, proof: typed['proof'] ?? '', ...dayField('paidOn', typed) }) : amount
  },
  places: { 'dossier/payment-short': 'amount', 'dossier/proof-missing': 'proof', money: 'amount' },
}
