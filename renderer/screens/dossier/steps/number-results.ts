import { success } from '../../../../shared/base/result.ts'
import { unnumbered } from '../../../../shared/dossiers/task.ts'
import { stepText as t } from '../../../text/steps.ts'
import { numberName, numbering } from './resolve.ts'
import type { Step, StepField } from './step.ts'

/** The registrar enters each result in the book and seals it (rule L10). */
export const numberResults: Step = {
  verb: 'dossier/number-results',
  right: 'dossier/number-results',
  act: 'dossier/results-numbered',
  isDue: dossier => unnumbered(dossier).length > 0,
  begin: () => ({ issuedOn: '' }),
  fields: ({ dossier }) => [
    ...unnumbered(dossier).map(({ name }, i): StepField => ({ name: numberName(i), kind: 'line', label: t.numberOf(name), about: name, max: 100 })),
    { name: 'issuedOn', kind: 'day', label: t.issuedOn, hint: t.todayIfEmpty, max: 10 },
  ],
  input: ({ dossier, typed }) => success({ numbers: unnumbered(dossier).map(({ id }, i) => ({ id, ...numbering(i, typed) })) }),
  places: { 'dossier/result-unnumbered': numberName(0) },
}
