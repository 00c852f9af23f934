import { success } from '../../../../shared/base/result.ts'
import { isPastDue } from '../../../../shared/dossiers/deadlines.ts'
import { DELAY_REASONS } from '../../../../shared/dossiers/explain-delay.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step } from './step.ts'

/** Chosen from the list, so that one reason is one row of Biểu II.07a, or said in words where none of it fits. */
export const explainDelay: Step = {
  verb: 'dossier/explain-delay',
  right: 'dossier/explain-delay',
  act: 'dossier/delay-explained',
  isDue: (dossier, { today }) => isPastDue(dossier, today),
  begin: () => ({ reason: DELAY_REASONS[0] ?? '', other: '' }),
  fields: ({ dossier: { delay }, typed }) => [
    ...(delay === undefined ? [] : [{ name: 'said', kind: 'say' as const, label: t.delaySaid(delay.reason) }]),
    {
      name: 'reason', kind: 'choice', label: t.delayReason,
      choices: [...DELAY_REASONS.map(reason => ({ value: reason, label: reason })), { value: '', label: t.otherReason }],
    },
    ...(typed['reason'] === '' ? [{ name: 'other', kind: 'line' as const, label: t.otherReasonWords, max: 1000 }] : []),
  ],
  input: ({ typed }) => success({ reason: typed['reason'] === '' ? typed['other'] ?? '' : typed['reason'] ?? '' }),
  places: { 'dossier/reason-missing': 'other' },
}
