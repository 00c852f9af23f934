import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { isOrganisation } from '../people/person.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Dossier } from './dossier.ts'
import { keptField, keptWords } from './kept-words.ts'
import { FeeTakenInput, takeFee, type FeeTakenProblem } from './money.ts'
import type { Moment } from './moment.ts'
import type { ResultNumberProblem } from './name-results.ts'
import { countGivenBack, OriginalsInput, type OriginalsProblem } from './originals.ts'
import { PROGRESS_BODIES } from './progress-bodies.ts'

const { collectedBy, identitySeen } = PROGRESS_BODIES['dossier/result-returned'].properties

/** How the result leaves the office. */
export const COLLECTION_INPUT = {
  collectedBy,
  /** Of whoever collects; that of the applicant or owner when empty. */
  name: Type.Optional(Type.String({ maxLength: 200 })),
  personalNumber: Type.Optional(Type.String({ maxLength: 40 })),
  identitySeen,
  /** By what a proxy may collect. */
  authorisation: Type.Optional(Type.String({ maxLength: 500 })),
  /** Under which number the post carries it. */
  postNumber: Type.Optional(Type.String({ maxLength: 100 })),
  originals: OriginalsInput,
  fee: Type.Optional(FeeTakenInput),
}
export const ReturnResultInput = Type.Object({ subject: Type.String({ maxLength: 80 }), ...COLLECTION_INPUT })
export type ReturnResultInput = Static<typeof ReturnResultInput>

export type ReturnResultProblem = AdmissionProblem | ResultNumberProblem | OriginalsProblem | FeeTakenProblem
  | Problem & {
    readonly code: 'dossier/collector-missing' | 'dossier/representative-missing' | 'dossier/authorisation-missing'
      | 'dossier/identity-unseen' | 'dossier/post-number-missing'
  }

/**
 * Hands the result over (trả kết quả, rule L12): who collected, how they were recognised, originals given back or kept, fee.
 *
 * Problems: `dossier/result-unnumbered` while the registrar has not sealed it, `dossier/collector-missing`,
 * `dossier/representative-missing` where nobody is named who stands for an organisation,
 * `dossier/authorisation-missing` for a proxy, `dossier/identity-unseen`, `dossier/post-number-missing`,
 * `dossier/originals-miscounted`, `dossier/fee-over`, `money/…`, `stock/used-up`, and those of admission (L20).
 */
export function returnResult(input: ReturnResultInput, moment: Moment): Result<readonly NewAct[], ReturnResultProblem> {
  const admitted = admit('dossier/return-result', 'dossier/result-returned', moment)
  if (!admitted.ok) return admitted
  const dossier = admitted.value
  const unnumbered = dossier.results.filter(({ number }) => number === undefined).map(({ name }) => name)
  if (unnumbered.length > 0) return failure({ code: 'dossier/result-unnumbered', results: unnumbered })
  const name = keptWords(input.name, 200) || nameOf(dossier, input.collectedBy)
  const missing = isForOrganisation(dossier, input.collectedBy) ? 'dossier/representative-missing' : 'dossier/collector-missing'
  if (name === '') return failure({ code: missing })
  const isByPost = input.collectedBy === 'post'
  if (input.collectedBy === 'proxy' && keptWords(input.authorisation, 500) === '') return failure({ code: 'dossier/authorisation-missing' })
  if (isByPost !== (input.identitySeen === 'post')) return failure({ code: 'dossier/identity-unseen' })
  if (isByPost && keptWords(input.postNumber, 100) === '') return failure({ code: 'dossier/post-number-missing' })
  const originals = countGivenBack(dossier, input.originals)
  if (!originals.ok) return originals
  const fee = input.fee === undefined ? undefined : takeFee(input.fee, dossier, moment)
  if (fee?.ok === false) return fee
  const body: DossierBodies['dossier/result-returned'] = {
    collectedBy: input.collectedBy,
    name,
    ...keptField('personalNumber', input.personalNumber ?? numberOf(dossier, input.collectedBy), 40),
    identitySeen: input.identitySeen,
    ...keptField('authorisation', input.authorisation, 500),
    ...keptField('postNumber', input.postNumber, 100),
    originals: originals.value,
    ...(fee === undefined ? {} : { fee: fee.value }),
  }
  return success([{ subject: input.subject, kind: 'dossier/result-returned', body }])
}

/** A proxy is somebody new each time, and so is whoever stands for an organisation. */
function nameOf(dossier: Dossier, by: ReturnResultInput['collectedBy']): string {
  if (by === 'proxy' || isForOrganisation(dossier, by)) return ''
  const { applicant, owner } = dossier
  return by === 'owner' ? owner?.name ?? '' : applicant.name
}

function isForOrganisation({ owner }: Dossier, by: ReturnResultInput['collectedBy']): boolean {
  return by === 'owner' && owner !== undefined && isOrganisation(owner)
}

function numberOf({ applicant, owner }: Dossier, by: ReturnResultInput['collectedBy']): string | undefined {
  if (by === 'applicant') return applicant.personalNumber
  return by === 'owner' && owner !== undefined && !('kind' in owner) ? owner.personalNumber : undefined
}
