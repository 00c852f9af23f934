import { success } from '../../../../shared/base/result.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step } from './step.ts'
import { dayField } from './typed-values.ts'

/** The leader has signed what lay before them (rule L10). */
export const sign: Step = {
  verb: 'dossier/sign',
  right: 'dossier/sign',
  act: 'dossier/signed',
  begin: () => ({ how: 'wet-ink', signedOn: '' }),
  fields: ({ dossier }) => [
    { name: 'drafts', kind: 'say', label: t.draftsAre(dossier.drafts.map(({ name }) => name).join('; ')) },
    { name: 'how', kind: 'choice', label: t.signedHow, choices: [{ value: 'wet-ink', label: t.wetInk }, { value: 'digital', label: t.digital }] },
    { name: 'signedOn', kind: 'day', label: t.signedOn, hint: t.todayIfEmpty, max: 10 },
  ],
  input: ({ typed }) => success({ how: typed['how'] ?? '', ...dayField('signedOn', typed) }),
  places: {},
}
