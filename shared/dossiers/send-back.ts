import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { keptWords } from './kept-words.ts'
import type { Moment } from './moment.ts'

export const SendBackInput = Type.Object({ subject: Type.String({ maxLength: 80 }), reason: Type.String({ maxLength: 1000 }) })
export type SendBackInput = Static<typeof SendBackInput>

export type SendBackProblem = AdmissionProblem | Problem & { readonly code: 'dossier/reason-missing' }

/** The leader does not sign and says why; it goes back to who laid it before them (rule L10). Problems: `dossier/reason-missing`, L20. */
export function sendBack(input: SendBackInput, moment: Moment): Result<readonly NewAct[], SendBackProblem> {
  const admitted = admit('dossier/send-back', 'dossier/sent-back', moment)
  if (!admitted.ok) return admitted
  const reason = keptWords(input.reason)
  if (reason === '') return failure({ code: 'dossier/reason-missing' })
  const body: DossierBodies['dossier/sent-back'] = { reason }
  return success([{ subject: input.subject, kind: 'dossier/sent-back', body }])
}
