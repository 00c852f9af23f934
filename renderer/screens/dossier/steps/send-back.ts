import { success } from '../../../../shared/base/result.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step } from './step.ts'

/** The leader does not sign and says why (rule L10). */
export const sendBack: Step = {
  verb: 'dossier/send-back',
  right: 'dossier/sign',
  act: 'dossier/sent-back',
  begin: () => ({ reason: '' }),
  fields: () => [{ name: 'reason', kind: 'area', label: t.sendBackReason, max: 1000 }],
  input: ({ typed }) => success({ reason: typed['reason'] ?? '' }),
  places: { 'dossier/reason-missing': 'reason' },
}
