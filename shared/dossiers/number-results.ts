import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { EnteredDayProblem } from './entered-day.ts'
import type { Moment } from './moment.ts'
import { numberResult, ResultNumberInput, type ResultNumberProblem } from './name-results.ts'
import { resultsThere } from './parts.ts'

export const NumberResultsInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  /** By the id of the result. */
  numbers: Type.Array(Type.Object({ id: Type.String({ maxLength: 40 }), ...ResultNumberInput.properties }), { maxItems: 20 }),
})
export type NumberResultsInput = Static<typeof NumberResultsInput>

export type NumberResultsProblem = AdmissionProblem | EnteredDayProblem | ResultNumberProblem
  | Problem & { readonly code: 'dossier/result-unknown' }

/**
 * The registrar enters the result in the book and seals it (vào số, đóng dấu, rule L10): a number and a day for each.
 *
 * Of a linked dossier those of a signed part are numbered while the others are worked on.
 * Problems: `dossier/result-unknown`, `dossier/result-unnumbered`, `dossier/day-impossible`, and those of admission (L20).
 */
export function numberResults(input: NumberResultsInput, moment: Moment): Result<readonly NewAct[], NumberResultsProblem> {
  const admitted = admit('dossier/number-results', 'dossier/results-numbered', moment)
  if (!admitted.ok) return admitted
  const results = resultsThere(admitted.value)
  if (results.length === 0) return failure({ code: 'dossier/result-unknown' })
  const numbers: DossierBodies['dossier/results-numbered']['numbers'] = []
  for (const entered of input.numbers) {
    const result = results.find(({ id }) => id === entered.id)
    if (result === undefined) return failure({ code: 'dossier/result-unknown' })
    const numbered = numberResult(result, entered, admitted.value, moment.at)
    if (!numbered.ok) return numbered
    numbers.push(numbered.value)
  }
  if (numbers.length === 0) return failure({ code: 'dossier/result-unnumbered', results: results.map(({ name }) => name) })
  return success([{ subject: input.subject, kind: 'dossier/results-numbered', body: { numbers } }])
}
