import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { dayOfInstant } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { isPastDue } from './deadlines.ts'
import reasons from './delay-reasons.json' with { type: 'json' }
import { keptWords } from './kept-words.ts'
import type { Moment } from './moment.ts'

/** What is usually said, in one wording each, so that one reason is one row of the report. */
export const DELAY_REASONS: readonly string[] = reasons

export const ExplainDelayInput = Type.Object({ subject: Type.String({ maxLength: 80 }), reason: Type.String({ maxLength: 1000 }) })
export type ExplainDelayInput = Static<typeof ExplainDelayInput>

export type ExplainDelayProblem = AdmissionProblem | Problem & { readonly code: 'dossier/reason-missing' | 'dossier/not-overdue' }

/**
 * Says why a dossier is past its due day, or was when it ended (nguyên nhân quá hạn, Biểu II.07a); the newest word counts.
 *
 * Problems: `dossier/not-overdue`, `dossier/reason-missing`, and those of admission (L20).
 */
export function explainDelay(input: ExplainDelayInput, moment: Moment): Result<readonly NewAct[], ExplainDelayProblem> {
  const admitted = admit('dossier/explain-delay', 'dossier/delay-explained', moment)
  if (!admitted.ok) return admitted
  if (!isPastDue(admitted.value, dayOfInstant(moment.at))) return failure({ code: 'dossier/not-overdue' })
  const reason = keptWords(input.reason)
  if (reason === '') return failure({ code: 'dossier/reason-missing' })
  const body: DossierBodies['dossier/delay-explained'] = { reason }
  return success([{ subject: input.subject, kind: 'dossier/delay-explained', body }])
}
