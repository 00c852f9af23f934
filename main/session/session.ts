import { failure, success, type Result } from '../../shared/base/result.ts'
import type { SessionApi, SignInName } from '../../shared/bridge/main-api.ts'
import type { NewAct } from '../../shared/acts/act.ts'
import { isLocked, type UserState } from '../../shared/users/fold-users.ts'
import { userSubject } from '../../shared/users/user-acts.ts'
import type { User } from '../../shared/users/user.ts'
import { isPin } from './pin-proof.ts'

export interface SessionTools {
  readonly users: () => readonly UserState[]
  /** Now, UTC with ms, never earlier than the newest act: a clock set back does not open a lock. */
  readonly now: () => string
  /** Writes what happened at the door; resolves once it is on disk. */
  readonly record: (acts: readonly NewAct[], author: string) => Promise<Result<unknown>>
  readonly changed: () => void
}

export interface Session extends SessionApi {
  /** Who is at the desk, if anybody (rule U1). */
  readonly user: () => User | undefined
  /** Whether whoever is at the desk knows their own PIN; a wrong try counts as at the door, and a lock ends the session. */
  readonly proveSelf: (pin: string) => Promise<Result<UserState>>
}

/**
 * Who is at the desk: signing in by PIN, counting wrong ones, locking (rules U1, U2).
 *
 * Every try and every sign-in is an act, so that a restart or a deleted file opens nothing.
 */
export function openSession(tools: SessionTools): Session {
  let signedIn: string | undefined
  let door: Promise<unknown> = Promise.resolve()

  const find = (id: string): UserState | undefined => tools.users().find(state => state.user.id === id && !state.isWithdrawn)
  const current = (): UserState | undefined => (signedIn === undefined ? undefined : find(signedIn))

  /** One try of one name: right, or counted (rule U2). */
  async function prove(userId: string, pin: string): Promise<Result<UserState>> {
    const state = find(userId)
    if (state === undefined) return failure({ code: 'session/unknown-user' })
    if (isLocked(state, tools.now())) return failure({ code: 'session/locked', until: state.lockedUntil })
    const subject = userSubject(userId)
    if (!(await isPin(pin, state.user.pin))) {
      const recorded = await tools.record([{ subject, kind: 'user/pin-failed', body: {} }], userId)
      if (!recorded.ok) return recorded
      const after = find(userId) ?? state
      return isLocked(after, tools.now())
        ? failure({ code: 'session/locked', until: after.lockedUntil })
        : failure({ code: 'session/pin-wrong', triesLeft: after.triesLeft })
    }
    return success(state)
  }

  async function enter(userId: string, pin: string): Promise<Result<SignInName>> {
    const proved = await prove(userId, pin)
    if (!proved.ok) return proved
    const subject = userSubject(userId)
    // A disk that can write nothing must still let people read and print: the sign-in counts, its line is lost.
    await tools.record([{ subject, kind: 'user/signed-in', body: {} }], userId)
    signedIn = userId
    tools.changed()
    return success(toName(find(userId) ?? proved.value))
  }

  async function proveCurrent(pin: string): Promise<Result<UserState>> {
    const state = current()
    if (state === undefined) return failure({ code: 'session/nobody' })
    const proved = await prove(state.user.id, pin)
    if (!proved.ok && proved.problem.code === 'session/locked') leave()
    return proved
  }

  function leave(): void {
    signedIn = undefined
    tools.changed()
  }

  // One try at a time: parallel guesses would all be judged by the same count.
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const answer = door.then(work)
    door = answer.catch(() => undefined)
    return answer
  }

  return {
    user: () => current()?.user,
    names: () => Promise.resolve(tools.users().filter(state => !state.isWithdrawn).map(toName)),
    proveSelf: pin => inTurn(() => proveCurrent(pin)),
    signIn: (userId, pin) => inTurn(() => enter(userId, pin)),
    lock: () => {
      leave()
      return Promise.resolve()
    },
    current: () => {
      const state = current()
      return Promise.resolve(state === undefined ? null : toName(state))
    },
  }
}

function toName({ user, lockedUntil, triesLeft }: UserState): SignInName {
  return { id: user.id, name: user.name, roles: user.roles, lockedUntil, triesLeft }
}
