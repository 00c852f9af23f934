import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import { normalisePerson, type Person } from '../people/person.ts'
import { FeeBody, type DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { fitsField, valueOf } from './corrections.ts'
import { CORRECTABLE, type CorrectableField, type DossierFee } from './dossier.ts'
import type { Moment } from './moment.ts'

export const CorrectInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  field: Type.Enum(CORRECTABLE),
  /** Null empties a field that need not be filled. */
  to: Type.Union([Type.String({ maxLength: 1000 }), FeeBody, Type.Null()]),
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type CorrectInput = Static<typeof CorrectInput>

export type CorrectProblem = AdmissionProblem
  | Problem & { readonly code: 'dossier/value-impossible' | 'dossier/value-same'; readonly field: CorrectableField }
  | Problem & { readonly code: 'dossier/reason-missing' | 'dossier/exemption-ground-missing' }

/**
 * Corrects one field: the old value, the new one, and a reason once the receipt has been printed (rule L16).
 *
 * Problems: `dossier/value-impossible`, `dossier/value-same`, `dossier/exemption-ground-missing` when a fee becomes
 * less without one (M3), `dossier/reason-missing`, and those of admission (L20).
 */
export function correct(input: CorrectInput, moment: Moment): Result<readonly NewAct[], CorrectProblem> {
  const admitted = admit('dossier/correct', 'dossier/corrected', moment)
  if (!admitted.ok) return admitted
  const { field } = input
  const to = normaliseValue(field, input.to)
  if (!fitsField(field, to)) return failure({ code: 'dossier/value-impossible', field })
  const from = valueOf(admitted.value, field)
  if (isSameValue(from, to)) return failure({ code: 'dossier/value-same', field })
  if (isFee(to) && isUngroundedCut(to, admitted.value.fee)) return failure({ code: 'dossier/exemption-ground-missing' })
  const reason = normalise(input.reason ?? '')
  if (reason === '' && (admitted.value.printed.receipt ?? 0) > 0) return failure({ code: 'dossier/reason-missing' })
  const body: DossierBodies['dossier/corrected'] = { field, from, to, ...(reason === '' ? {} : { reason }) }
  return success([{ subject: input.subject, kind: 'dossier/corrected', body }])
}

/** As intake would have kept it; undefined when intake would have refused it. An empty text empties the field. */
function normaliseValue(field: CorrectableField, value: CorrectInput['to']): unknown {
  if (isFee(value)) return normaliseFee(value)
  if (value === null) return null
  const text = normalise(value)
  if (text === '') return null
  if (!field.startsWith('applicant.')) return text
  const key = field.slice('applicant.'.length) as keyof Person
  const person = normalisePerson({ name: 'x', [key]: text })
  return person.ok ? person.value[key] : undefined
}

function normaliseFee({ amount, basis, exemptionGround = '' }: Static<typeof FeeBody>): Static<typeof FeeBody> {
  const ground = normalise(exemptionGround)
  return { amount, basis: normalise(basis), ...(ground === '' ? {} : { exemptionGround: ground }) }
}

function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || (isFee(one) && isFee(other) && one.amount === other.amount && one.exemptionGround === other.exemptionGround)
}

function isUngroundedCut(to: DossierFee, from: DossierFee | undefined): boolean {
  return to.exemptionGround === undefined && to.amount < (from?.amount ?? 0)
}

function isFee(value: unknown): value is Static<typeof FeeBody> {
  return typeof value === 'object' && value !== null
}
