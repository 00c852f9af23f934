import { failure, success, type Problem, type Result } from '../base/result.ts'
import { mayDo, rolesWith, type Right, type Role } from '../users/role.ts'
import type { User } from '../users/user.ts'
import type { Dossier } from './dossier.ts'
import type { Holder } from './progress.ts'
import type { Keeper } from './progress-parts.ts'

/** Why a dossier cannot be given to this person. */
export type RecipientProblem =
  | Problem & { readonly code: 'dossier/recipient-unknown'; readonly holders: readonly Role[] }
  | Problem & { readonly code: 'dossier/recipient-same'; readonly name: string }

/**
 * Somebody of this office who may act now and holds the right to go on with it.
 *
 * Problem: `dossier/recipient-unknown`, also for one who was withdrawn meanwhile.
 */
export function findRecipient(userId: string, right: Right, users: readonly User[]): Result<Keeper, RecipientProblem> {
  const user = users.find(({ id }) => id === userId)
  if (user === undefined || !mayDo(user.roles, right)) return failure({ code: 'dossier/recipient-unknown', holders: rolesWith(right) })
  return success({ userId: user.id, name: user.name })
}

/** Whoever hands it over: who has it, else the author of the act. */
export function giverOf({ holder }: Pick<Dossier, 'holder'>, author: Pick<User, 'id' | 'name'>): Keeper {
  return holder === null ? { userId: author.id, name: author.name } : { userId: holder.userId, name: holder.name }
}

export function isSameKeeper(one: Keeper, other: Holder | null): boolean {
  return other !== null && one.userId === other.userId && one.name === other.name
}
