import { success } from '../../../../shared/base/result.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step } from './step.ts'
import { dayField } from './typed-values.ts'

/** A written apology with another day, once and before the day promised (rules L15, T12). */
export const apologise: Step = {
  verb: 'dossier/apologise',
  right: 'dossier/apologise',
  act: 'dossier/apologised',
  paper: 'apology',
  isDue: ({ due, apology }) => due?.dueOn != null && apology === undefined,
  begin: () => ({ newDueOn: '', reason: '', number: '' }),
  fields: ({ dossier }) => [
    { name: 'newDueOn', kind: 'day', label: t.newDueOn, hint: t.promisedNow(dossier.due?.dueOn ?? null), max: 10 },
    { name: 'reason', kind: 'line', label: t.reason, max: 1000 },
    { name: 'number', kind: 'line', label: t.letterNumber, hint: t.ifNumbered, max: 100 },
    { name: 'once', kind: 'say', label: t.onceOnly },
  ],
  input: ({ typed }) => success({ newDueOn: '', ...dayField('newDueOn', typed), reason: typed['reason'] ?? '', number: typed['number'] ?? '' }),
  places: { 'dossier/day-off': 'newDueOn', 'dossier/reason-missing': 'reason' },
}
