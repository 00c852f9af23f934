import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { checkPastDay, type EnteredDayProblem } from './entered-day.ts'
import type { Dossier } from './dossier.ts'
import type { Moment } from './moment.ts'
import { openParts, partsSigned, resultsOfParts } from './parts.ts'
import { PROGRESS_BODIES } from './progress-bodies.ts'

export const SignInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  how: PROGRESS_BODIES['dossier/signed'].properties.how,
  /** Today when empty. */
  signedOn: Type.Optional(Type.String({ maxLength: 10 })),
})
export type SignInput = Static<typeof SignInput>

export type SignProblem = AdmissionProblem | EnteredDayProblem

/**
 * The leader has signed what lay before them (ký duyệt, rule L10): who, when, how. The registrar numbers and seals it next.
 *
 * Signed parts of a linked dossier are resolved; it goes back to who works on the others, or is resolved with the last of them.
 * Problems: `dossier/day-impossible`, and those of admission (L20).
 */
export function sign(input: SignInput, moment: Moment): Result<readonly NewAct[], SignProblem> {
  const admitted = admit('dossier/sign', 'dossier/signed', moment)
  if (!admitted.ok) return admitted
  const signedOn = checkPastDay('signedOn', input.signedOn, admitted.value, moment.at)
  if (!signedOn.ok) return signedOn
  const body = { how: input.how, signer: moment.author.name, signedOn: signedOn.value, results: [...admitted.value.drafts] }
  return success(admitted.value.parts === undefined || body.results.some(({ part }) => part === undefined)
    ? [{ subject: input.subject, kind: 'dossier/signed', body }]
    : signParts(admitted.value, body as DossierBodies['dossier/parts-signed'], moment))
}

/** With the last part the dossier is resolved in the same append, as where a result comes to the counter (rule L11). */
function signParts(dossier: Dossier, body: DossierBodies['dossier/parts-signed'], { at, author }: Moment): readonly NewAct[] {
  const { subject } = dossier
  const parts = partsSigned(dossier.parts ?? [], body.results, { at, by: author.id })
  const signed: NewAct = { subject, kind: 'dossier/parts-signed', body }
  return openParts({ parts }).length > 0
    ? [signed]
    : [signed, { subject, kind: 'dossier/resolved', body: { results: resultsOfParts(parts) } }]
}
