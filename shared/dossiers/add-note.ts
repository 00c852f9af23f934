import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Moment } from './moment.ts'

export const AddNoteInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  text: Type.String({ maxLength: 1000 }),
})
export type AddNoteInput = Static<typeof AddNoteInput>

export type AddNoteProblem = AdmissionProblem | Problem & { readonly code: 'dossier/note-empty' }

/** Adds words to an open dossier (rule L16). Problems: `dossier/note-empty`, and those of admission (L20). */
export function addNote(input: AddNoteInput, moment: Moment): Result<readonly NewAct[], AddNoteProblem> {
  const admitted = admit('dossier/add-note', 'dossier/note-added', moment)
  if (!admitted.ok) return admitted
  const text = normalise(input.text)
  if (text === '') return failure({ code: 'dossier/note-empty' })
  const body: DossierBodies['dossier/note-added'] = { text }
  return success([{ subject: input.subject, kind: 'dossier/note-added', body }])
}
