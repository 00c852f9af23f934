import { mayDo, type Role } from '../../../shared/users/role.ts'
import type { peopleWords } from '../../text/people.ts'

export type PartId = keyof typeof peopleWords.part

/** What whoever is at the desk may see and change of a person, the likeliest first; what somebody else did is never opened by itself. */
export function partsFor(
  person: { readonly id: string; readonly withdrawnAt: string | null }, me: { readonly id: string; readonly roles: readonly Role[] },
): readonly PartId[] {
  const manages = mayDo(me.roles, 'user/manage') && person.withdrawnAt === null
  if (person.id === me.id) return ['work', 'own-pin', ...(manages ? ['roles', 'withdraw'] as const : [])]
  return [...(manages ? ['roles', 'pin', 'withdraw'] as const : []), ...(mayDo(me.roles, 'user/read-work') ? ['work'] as const : [])]
}
