import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { keptWords } from './kept-words.ts'
import { giveRefund, RefundInput, type FeeTakenProblem } from './money.ts'
import type { Moment } from './moment.ts'
import { countGivenBack, OriginalsInput, type OriginalsProblem } from './originals.ts'

export const WithdrawInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  request: Type.String({ maxLength: 1000 }),
  /** Who asks for it; the applicant when empty. */
  requestedBy: Type.Optional(Type.String({ maxLength: 200 })),
  originals: OriginalsInput,
  refund: Type.Optional(RefundInput),
})
export type WithdrawInput = Static<typeof WithdrawInput>

export type WithdrawProblem = AdmissionProblem | OriginalsProblem | FeeTakenProblem
  | Problem & { readonly code: 'dossier/request-missing' }

/**
 * Takes the dossier out at the applicant's request (rút hồ sơ, rule L13): the request, originals given back, fee refunded or not.
 *
 * Problems: `dossier/request-missing`, `dossier/originals-miscounted`, `dossier/refund-over`, `money/…`, and those of admission (L20).
 */
export function withdraw(input: WithdrawInput, moment: Moment): Result<readonly NewAct[], WithdrawProblem> {
  const admitted = admit('dossier/withdraw', 'dossier/withdrawn', moment)
  if (!admitted.ok) return admitted
  const dossier = admitted.value
  const request = keptWords(input.request)
  if (request === '') return failure({ code: 'dossier/request-missing' })
  const originals = countGivenBack(dossier, input.originals)
  if (!originals.ok) return originals
  const refund = input.refund === undefined ? undefined : giveRefund(input.refund, dossier)
  if (refund?.ok === false) return refund
  const body: DossierBodies['dossier/withdrawn'] = {
    request,
    requestedBy: keptWords(input.requestedBy, 200) || dossier.applicant.name,
    originals: originals.value,
    ...(refund === undefined ? {} : { refund: refund.value }),
  }
  return success([{ subject: input.subject, kind: 'dossier/withdrawn', body }])
}
