import { success } from '../../../../shared/base/result.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step } from './step.ts'
import { givingBack, refunding } from './typed-values.ts'

/** The applicant takes the dossier back: what they ask, originals counted, the fee refunded or not (rule L13). */
export const withdraw: Step = {
  verb: 'dossier/withdraw',
  right: 'dossier/withdraw',
  act: 'dossier/withdrawn',
  paper: 'stop-notice',
  begin: ({ dossier }) => ({ request: '', requestedBy: dossier.applicant.name, ...givingBack.begin(dossier) }),
  fields: ({ dossier }) => [
    { name: 'request', kind: 'line', label: t.request, max: 1000 },
    { name: 'requestedBy', kind: 'line', label: t.requestedBy, max: 200 },
    ...givingBack.fields(dossier),
    ...refunding.fields(dossier),
    { name: 'end', kind: 'say', label: t.endsForGood },
  ],
  input: ({ dossier, typed }) => {
    const refund = refunding.input(typed)
    return refund.ok
      ? success({ request: typed['request'] ?? '', requestedBy: typed['requestedBy'] ?? '', originals: givingBack.input(dossier, typed), ...refund.value })
      : refund
  },
  places: { 'dossier/request-missing': 'request', 'dossier/refund-over': 'refund', money: 'refund' },
}
