import { success } from '../../../../shared/base/result.ts'
import { mustBeSigned } from '../../../../shared/dossiers/check-signature.ts'
import { openParts } from '../../../../shared/dossiers/parts.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step, StepField, Typed } from './step.ts'
import { withCode } from './submit.ts'
import { dayField, linesOf } from './typed-values.ts'

/** The result is there without a leader's signature here: each with its number, one day (rule L11). */
export const resolve: Step = {
  verb: 'dossier/resolve',
  right: 'dossier/process',
  act: 'dossier/resolved',
  isDue: ({ parts, procedure }, { signedProcedures }) => parts === undefined
    ? !mustBeSigned(procedure.code, signedProcedures)
    : openParts({ parts }).length === 0,
  begin: ({ results }) => ({ results: results.map(({ name }) => name).join('\n'), issuedOn: '' }),
  fields: ({ typed }) => [
    { name: 'results', kind: 'lines', label: t.results, hint: t.oneALine, max: 5000 },
    ...linesOf(typed['results']).map((name, i): StepField => ({ name: numberName(i), kind: 'line', label: t.numberOf(name), about: name, max: 100 })),
    { name: 'issuedOn', kind: 'day', label: t.issuedOn, hint: t.todayIfEmpty, max: 10 },
  ],
  input: ({ typed, results }) => success({
    results: linesOf(typed['results']).map((name, i) => ({ ...withCode(name, results), ...numbering(i, typed) })),
  }),
  places: { 'dossier/results-missing': 'results', 'dossier/result-unnumbered': numberName(0) },
}

export function numberName(i: number): string {
  return `number ${String(i)}`
}

export function numbering(i: number, typed: Typed): { readonly number: string; readonly issuedOn?: string } {
  return { number: typed[numberName(i)] ?? '', ...dayField('issuedOn', typed) }
}
