import type { Problem } from '../base/result.ts'
import type { Role } from './role.ts'
import type { User } from './user.ts'

/** Who manages people, and within what; both are left out where the city itself decides (rule U4). */
export interface Managing {
  /** Whoever asks. */
  readonly author?: Pick<User, 'id' | 'roles'>
  /** Roles that only the city gives and takes, as it published them. */
  readonly settings?: { readonly cityRoles: readonly string[] }
}

export type ManagingProblem =
  | Problem & { readonly code: 'user/director-only' }
  | Problem & { readonly code: 'user/role-by-city'; readonly roles: readonly Role[] }

/**
 * Whether whoever asks may turn a person with the roles before into one with the roles after (rule U1); the problem, or undefined.
 *
 * Nobody but a director touches a director, otherwise an administrator could become one; what the city keeps for itself stays as it is.
 */
export function whyNotManage(before: readonly Role[], after: readonly Role[], { author, settings }: Managing): ManagingProblem | undefined {
  const isOfDirector = before.includes('director') || after.includes('director')
  if (author !== undefined && isOfDirector && !author.roles.includes('director')) return { code: 'user/director-only' }
  const changed = [...before.filter(role => !after.includes(role)), ...after.filter(role => !before.includes(role))]
  const ofCity = changed.filter(role => settings?.cityRoles.includes(role) === true)
  return ofCity.length === 0 ? undefined : { code: 'user/role-by-city', roles: ofCity }
}

/** Whether this person is the only director: nobody could manage people any more (rule U1). */
export function isLastDirector(userId: string, users: readonly User[]): boolean {
  const directors = users.filter(({ roles }) => roles.includes('director'))
  return directors.length === 1 && directors[0]?.id === userId
}
