import { Value } from 'typebox/value'
import type { Act } from '../acts/act.ts'
import { isCityLog } from '../acts/city-log.ts'
import { inFoldingOrder } from '../acts/order.ts'
import { lockAfter, TRIES } from './pin.ts'
import { USER_BODIES, userSubject } from './user-acts.ts'
import { User, type PinProof } from './user.ts'

/** One user as this PC knows them: who they are, and how their PIN was tried here (rule U2). */
export interface UserState {
  readonly user: User
  /** Wrong tries on this PC since the last lock, right PIN or new PIN. */
  readonly failCount: number
  /** Locks on this PC since the last right PIN or new PIN. */
  readonly lockCount: number
  readonly triesLeft: number
  /** UTC, ms; null when never locked. It may lie in the past. */
  readonly lockedUntil: string | null
  readonly isWithdrawn: boolean
  /** Appointed, UTC ms. */
  readonly since: string
  /** UTC ms; null while the person works here. */
  readonly withdrawnAt: string | null
  /** What would have left nobody to manage people, in folding order, until somebody decides anew; missing where there is none. */
  readonly heldBack?: readonly HeldBack[]
}

/** A withdrawal or other roles that hold for nothing, because this was the last director by then (rule U1). */
export interface HeldBack {
  readonly kind: string
  /** Who did it, by user id. */
  readonly by: string
  /** UTC ms. */
  readonly at: string
}

/**
 * The users, in the order they were appointed, from acts in any order; acts of other subjects are passed over.
 *
 * Wrong tries count only on `device`, because a lock holds one name on one PC (rule U2). Where directors withdraw each other unseen,
 * the act that comes later in the order of all acts is held back and told, so that one stays (rule U1); the city withdraws anybody (U4).
 */
export function foldUsers(acts: readonly Act[], device: string): readonly UserState[] {
  const states = new Map<string, UserState>()
  for (const act of inFoldingOrder(acts)) {
    const before = states.get(act.subject)
    const next = admitAct(before, act, device)
    if (next === undefined) continue
    const isLast = before !== undefined && isDirector(before) && !isDirector(next) && !hasOtherDirector(states, act.subject)
    states.set(act.subject, isLast && !isCityLog(act.device) ? heldBack(before, act) : decidedAnew(next, act))
  }
  return [...states.values()]
}

/** The users who may sign in and act: appointed and not withdrawn. */
export function activeUsers(states: readonly UserState[]): readonly User[] {
  return states.filter(state => !state.isWithdrawn).map(state => state.user)
}

/** Whether the name is locked on this PC at this instant (rule U2). */
export function isLocked(state: UserState, at: string): boolean {
  return state.lockedUntil !== null && at < state.lockedUntil
}

function isDirector({ isWithdrawn, user: { roles } }: UserState): boolean {
  return !isWithdrawn && roles.includes('director')
}

function hasOtherDirector(states: ReadonlyMap<string, UserState>, subject: string): boolean {
  return [...states].some(([other, state]) => other !== subject && isDirector(state))
}

function heldBack(state: UserState, { kind, author: by, at }: Act): UserState {
  return { ...state, heldBack: [...state.heldBack ?? [], { kind, by, at }] }
}

function decidedAnew(state: UserState, { kind }: Act): UserState {
  if (state.heldBack === undefined || (kind !== 'user/roles-set' && kind !== 'user/withdrawn')) return state
  const { heldBack: _, ...decided } = state
  return decided
}

const UNTRIED = { failCount: 0, lockCount: 0, triesLeft: TRIES, lockedUntil: null }

function admitAct(state: UserState | undefined, act: Act, device: string): UserState | undefined {
  if (act.kind === 'user/appointed') {
    if (!Value.Check(User, act.body) || userSubject(act.body.id) !== act.subject) return state
    const { id, name, roles, pin } = act.body
    return { user: { id, name, roles, pin }, ...UNTRIED, isWithdrawn: false, since: act.at, withdrawnAt: null }
  }
  if (state === undefined) return undefined
  switch (act.kind) {
    case 'user/pin-set':
      return Value.Check(USER_BODIES['user/pin-set'], act.body) ? withPin(state, act.body.pin) : state
    case 'user/roles-set':
      return Value.Check(USER_BODIES['user/roles-set'], act.body) ? { ...state, user: { ...state.user, roles: act.body.roles } } : state
    case 'user/withdrawn':
      return state.isWithdrawn ? state : { ...state, isWithdrawn: true, withdrawnAt: act.at }
    case 'user/signed-in':
      return act.device === device ? { ...state, ...UNTRIED } : state
    case 'user/pin-failed':
      return act.device === device ? countFailure(state, act.at) : state
    default:
      return state
  }
}

function withPin(state: UserState, pin: PinProof): UserState {
  return { ...state, ...UNTRIED, user: { ...state.user, pin } }
}

/** A try while the name is locked is not one: it was refused unread. */
function countFailure(state: UserState, at: string): UserState {
  if (isLocked(state, at)) return state
  const failCount = state.failCount + 1
  const minutes = lockAfter(failCount, state.lockCount)
  if (minutes === 0) return { ...state, failCount, triesLeft: TRIES - failCount }
  const lockedUntil = new Date(Date.parse(at) + minutes * 60_000).toISOString()
  return { ...state, failCount: 0, lockCount: state.lockCount + 1, triesLeft: TRIES, lockedUntil }
}
