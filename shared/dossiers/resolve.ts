import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { checkParts, type PartsOpen } from './check-parts.ts'
import { checkUnsigned, type SignatureNeeded } from './check-signature.ts'
import type { EnteredDayProblem } from './entered-day.ts'
import type { Moment } from './moment.ts'
import { nameResults, numberResult, ResultInput, ResultNumberInput, type ResultNumberProblem, type ResultsProblem } from './name-results.ts'

export const ResolveInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  results: Type.Array(Type.Object({ ...ResultInput.properties, ...ResultNumberInput.properties }), { maxItems: 20 }),
})
export type ResolveInput = Static<typeof ResolveInput>

export type ResolveProblem = AdmissionProblem | ResultsProblem | ResultNumberProblem | EnteredDayProblem
  | PartsOpen | SignatureNeeded

/**
 * The result is there without laying it before a leader here (giải quyết, rule L11): each with its number, day and code.
 *
 * A linked dossier is resolved by its last part; where two desks brought in the last ones, the results of its parts are taken.
 * Problems: `dossier/parts-open`, `dossier/signature-needed` for a procedure the city lists as signed, `dossier/results-missing`,
 * `dossier/result-unnumbered`, `dossier/day-impossible`, and those of admission (L20).
 */
export function resolve(input: ResolveInput, moment: Moment): Result<readonly NewAct[], ResolveProblem> {
  const admitted = admit('dossier/resolve', 'dossier/resolved', moment)
  if (!admitted.ok) return admitted
  const dossier = admitted.value
  const parts = checkParts(dossier)
  if (!parts.ok) return parts
  if (parts.value.length > 0) return success([{ subject: input.subject, kind: 'dossier/resolved', body: { results: parts.value } }])
  const unsigned = checkUnsigned(dossier.procedure.code, moment)
  if (!unsigned.ok) return unsigned
  const named = nameResults(input.results)
  if (!named.ok) return named
  const results: DossierBodies['dossier/resolved']['results'] = []
  for (const [i, result] of named.value.entries()) {
    const numbered = numberResult(result, input.results[i], dossier, moment.at)
    if (!numbered.ok) return numbered
    results.push({ ...result, ...numbered.value })
  }
  return success([{ subject: input.subject, kind: 'dossier/resolved', body: { results } }])
}
