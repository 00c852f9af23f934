import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { mayDo } from '../users/role.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Dossier } from './dossier.ts'
import { forwardBy } from './forward-by.ts'
import { keptField, keptWords } from './kept-words.ts'
import type { Moment } from './moment.ts'
import { findRecipient, giverOf, isSameKeeper, type RecipientProblem } from './recipient.ts'
import type { Keeper } from './progress-parts.ts'

export const ForwardInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  /** An officer of this office, or another agency by its name (rule L22). */
  to: Type.Union([
    Type.Object({ userId: Type.String({ maxLength: 40 }) }, { additionalProperties: false }),
    Type.Object({ agency: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  ]),
  note: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type ForwardInput = Static<typeof ForwardInput>

export type ForwardProblem = AdmissionProblem | RecipientProblem
  | Problem & { readonly code: 'dossier/agency-missing' }
  | Problem & { readonly code: 'dossier/not-holder'; readonly holder: string }

/**
 * Hands a dossier over for resolving (chuyển xử lý, rules L4, L5): both names, and whether it left the counter too late.
 *
 * From the counter anybody with the right may send it on; later only who has it, a leader or the director.
 * Problems: `dossier/not-holder`, `dossier/agency-missing`, `dossier/recipient-unknown`, `dossier/recipient-same`, and those of
 * admission (L20).
 */
export function forward(input: ForwardInput, moment: Moment): Result<readonly NewAct[], ForwardProblem> {
  const admitted = admit('dossier/forward', 'dossier/forwarded', moment)
  if (!admitted.ok) return admitted
  const dossier = admitted.value
  if (!mayHandOver(dossier, moment)) return failure({ code: 'dossier/not-holder', holder: dossier.holder?.name ?? '' })
  const to = nameRecipient(input.to, moment)
  if (!to.ok) return to
  if (dossier.state !== 'received' && isSameKeeper(to.value, dossier.holder)) return failure({ code: 'dossier/recipient-same', name: to.value.name })
  return success([{ subject: input.subject, kind: 'dossier/forwarded', body: forwarding(dossier, to.value, moment, input.note) }])
}

/** The hand-over as it is kept, with the rule of 15:00 where it leaves the counter. */
export function forwarding(
  dossier: Dossier, to: Keeper, { at, author, calendar, hours }: Moment, note?: string,
): DossierBodies['dossier/forwarded'] {
  const by = dossier.state === 'received' ? forwardBy(dossier.receivedAt, calendar, hours) : null
  return { from: giverOf(dossier, author), to, forwardBy: by, isLate: by !== null && at > by, ...keptField('note', note) }
}

function mayHandOver({ state, holder }: Dossier, { author }: Moment): boolean {
  if (state === 'received' || holder === null || holder.userId === null || holder.userId === author.id) return true
  return mayDo(author.roles, 'dossier/hand-over-for-others')
}

function nameRecipient(to: ForwardInput['to'], { users }: Moment): Result<Keeper, ForwardProblem> {
  if ('userId' in to) return findRecipient(to.userId, 'dossier/process', users)
  const name = keptWords(to.agency, 200)
  return name === '' ? failure({ code: 'dossier/agency-missing' }) : success({ userId: null, name })
}
