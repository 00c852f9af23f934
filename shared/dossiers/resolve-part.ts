import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { findOpenPart, type PartProblem } from './check-parts.ts'
import { checkUnsigned, type SignatureNeeded } from './check-signature.ts'
import type { EnteredDayProblem } from './entered-day.ts'
import type { Moment } from './moment.ts'
import { nameResults, numberResult, type ResultNumberProblem, type ResultsProblem } from './name-results.ts'
import { resultsOfParts } from './parts.ts'
import { ResolveInput } from './resolve.ts'

export const ResolvePartInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  part: Type.String({ maxLength: 40 }),
  results: ResolveInput.properties.results,
})
export type ResolvePartInput = Static<typeof ResolvePartInput>

export type ResolvePartProblem = AdmissionProblem | PartProblem | SignatureNeeded | ResultsProblem | ResultNumberProblem
  | EnteredDayProblem

/**
 * The result of one part of a linked dossier has come (rule L11); with the last one the dossier is resolved in the same append.
 *
 * While the draft of one part lies before a leader, results of the others still come.
 * Problems: `dossier/part-unknown`, `dossier/part-resolved` for one whose result is there, `dossier/part-before-leader`,
 * `dossier/signature-needed` for one whose procedure the city lists as signed, `dossier/results-missing`, `dossier/result-unnumbered`,
 * `dossier/day-impossible`, and those of admission (L20).
 */
export function resolvePart(input: ResolvePartInput, moment: Moment): Result<readonly NewAct[], ResolvePartProblem> {
  const admitted = admit('dossier/resolve-part', 'dossier/part-resolved', moment)
  if (!admitted.ok) return admitted
  const dossier = admitted.value
  const { parts = [] } = dossier
  const found = findOpenPart(dossier, input.part)
  if (!found.ok) return found
  const part = found.value
  const unsigned = checkUnsigned(part.procedure, moment)
  if (!unsigned.ok) return unsigned
  const named = nameResults(input.results)
  if (!named.ok) return named
  const results: DossierBodies['dossier/part-resolved']['results'] = []
  for (const [i, result] of named.value.entries()) {
    const numbered = numberResult(result, input.results[i], dossier, moment.at)
    if (!numbered.ok) return numbered
    results.push({ ...result, ...numbered.value, id: `${part.id}-${result.id}` })
  }
  const { subject } = input
  const acts: NewAct[] = [{ subject, kind: 'dossier/part-resolved', body: { part: part.id, results } }]
  const isLast = parts.every(({ id, resolved }) => id === part.id || resolved !== undefined)
  if (isLast) {
    const now = { results, at: moment.at, by: moment.author.id }
    const all = resultsOfParts(parts.map(each => (each.id === part.id ? { ...each, resolved: now } : each)))
    acts.push({ subject, kind: 'dossier/resolved', body: { results: all } })
  }
  return success(acts)
}
