import { success } from '../../../../shared/base/result.ts'
import { readAmount } from '../../../parts/read-amount.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step } from './step.ts'
import { dayField } from './typed-values.ts'

/** The notice of a financial obligation; the clock stops (rules L8, T11). */
export const requestPayment: Step = {
  verb: 'dossier/request-payment',
  right: 'dossier/payment',
  act: 'dossier/payment-requested',
  begin: () => ({ noticeNumber: '', issuedBy: '', amount: '', noticedOn: '' }),
  fields: () => [
    { name: 'noticeNumber', kind: 'line', label: t.noticeNumber, max: 100 },
    { name: 'issuedBy', kind: 'line', label: t.issuedBy, max: 200 },
    { name: 'amount', kind: 'money', label: t.amount, max: 20 },
    { name: 'noticedOn', kind: 'day', label: t.noticedOn, hint: t.todayIfEmpty, max: 10 },
    { name: 'clock', kind: 'say', label: t.clockStops },
  ],
  input: ({ typed }) => {
    const amount = readAmount(typed['amount'])
    return amount.ok
      ? success({ noticeNumber: typed['noticeNumber'] ?? '', issuedBy: typed['issuedBy'] ?? '', amount: amount.value, ...dayField('noticedOn', typed) })
      : amount
  },
  places: { 'dossier/notice-incomplete': 'noticeNumber', money: 'amount' },
}
