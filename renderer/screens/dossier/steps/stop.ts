import { success } from '../../../../shared/base/result.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step } from './step.ts'
import { givingBack, refunding } from './typed-values.ts'

/** The work ends without a result: stopped, or refused after appraisal (rule L14). */
export const stop: Step = {
  verb: 'dossier/stop',
  right: 'dossier/stop',
  act: 'dossier/stopped',
  paper: 'stop-notice',
  begin: ({ dossier }) => ({ as: 'stop', reason: '', legalGround: '', ...givingBack.begin(dossier) }),
  fields: ({ dossier }) => [
    { name: 'as', kind: 'choice', label: t.stopAs, choices: [{ value: 'stop', label: t.stopPlain }, { value: 'refusal', label: t.stopRefusal }] },
    { name: 'reason', kind: 'line', label: t.reason, max: 1000 },
    { name: 'legalGround', kind: 'line', label: t.legalGround, max: 1000 },
    ...givingBack.fields(dossier),
    ...refunding.fields(dossier),
    { name: 'end', kind: 'say', label: t.endsForGood },
  ],
  input: ({ dossier, typed }) => {
    const refund = refunding.input(typed)
    return refund.ok
      ? success({
        as: typed['as'] ?? '', reason: typed['reason'] ?? '', legalGround: typed['legalGround'] ?? '',
        originals: givingBack.input(dossier, typed), ...refund.value,
      })
      : refund
  },
  places: { 'dossier/reason-missing': 'reason', 'dossier/refund-over': 'refund', money: 'refund' },
}
