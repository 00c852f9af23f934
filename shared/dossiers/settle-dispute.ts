import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { dayOfInstant } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import { mayDo, rolesWith, type Role } from '../users/role.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Dispute, Dossier } from './dossier.ts'
import type { Moment } from './moment.ts'

export const SettleDisputeInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  disputeId: Type.String({ maxLength: 5000 }),
  /** The act that holds; null keeps the dossier as it stands, where no field is disputed. */
  chosen: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type SettleDisputeInput = Static<typeof SettleDisputeInput>

export type SettleDisputeProblem = AdmissionProblem
  | Problem & { readonly code: 'dossier/dispute-unknown' | 'dossier/reason-missing' | 'dossier/side-missing' }
  | Problem & { readonly code: 'dossier/dispute-for-leader'; readonly holders: readonly Role[] }

/**
 * Closes a dispute: which side holds, and why (rules L19, D4).
 *
 * Two values of one field are settled at the counter by choosing one; what the state did not admit, or what was done
 * twice, only by a leader or the director and with a reason. A settled one may be settled anew on the same day, which
 * is how a choice is taken back.
 * Problems: `dossier/dispute-unknown`, `dossier/side-missing`, `dossier/dispute-for-leader`, `dossier/reason-missing`,
 * and those of admission (L20).
 */
export function settleDispute(input: SettleDisputeInput, moment: Moment): Result<readonly NewAct[], SettleDisputeProblem> {
  const admitted = admit('dossier/settle-dispute', 'dossier/dispute-settled', moment)
  if (!admitted.ok) return admitted
  const dispute = findDispute(admitted.value, input.disputeId, moment.at)
  if (dispute === undefined) return failure({ code: 'dossier/dispute-unknown' })
  const right = dispute.kind === 'field' ? 'dispute/settle-field' : 'dispute/settle-state'
  if (!mayDo(moment.author.roles, right)) return failure({ code: 'dossier/dispute-for-leader', holders: rolesWith(right) })
  const reason = normalise(input.reason ?? '')
  const chosen = dispute.acts.find(({ name }) => name === input.chosen)
  if (dispute.kind === 'field' ? chosen === undefined : input.chosen !== null) return failure({ code: 'dossier/side-missing' })
  if (dispute.kind !== 'field' && reason === '') return failure({ code: 'dossier/reason-missing' })
  const body: DossierBodies['dossier/dispute-settled'] = {
    acts: dispute.acts.map(({ name }) => name),
    chosen: chosen?.name ?? null,
    ...(dispute.field === undefined ? {} : { field: dispute.field, value: chosen?.value ?? null }),
    ...(reason === '' ? {} : { reason }),
  }
  return success([{ subject: input.subject, kind: 'dossier/dispute-settled', body }])
}

/** An open one, or one settled earlier on this day. */
function findDispute(dossier: Dossier, id: string, at: string): Dispute | undefined {
  const today = dayOfInstant(at)
  const again = dossier.settled.filter(({ by }) => dayOfInstant(by.at) === today).map(({ dispute }) => dispute)
  return [...dossier.disputes, ...again].find(dispute => dispute.id === id)
}
