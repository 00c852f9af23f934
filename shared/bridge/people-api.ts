import type { Act } from '../acts/act.ts'
import type { Result } from '../base/result.ts'
import type { Role } from '../users/role.ts'

/** A person made at first start: the PIN is six digits and is turned into a proof in main. */
export interface FirstPerson {
  readonly name: string
  readonly roles: readonly Role[]
  readonly pin: string
}

/** Somebody who works here, or did. */
export interface OfficePerson {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  /** Appointed, UTC ms. */
  readonly since: string
  /** UTC ms; null while they work here. */
  readonly withdrawnAt: string | null
  /** UTC ms; the name is locked on this PC until then (rule U2). */
  readonly lockedUntil: string | null
  /** What was done to the last director and holds for nothing, with the name of whoever did it (rule U1); UTC ms. */
  readonly heldBack: readonly { readonly what: 'withdrawn' | 'roles-set'; readonly byName: string; readonly at: string }[]
}

/** One act as a list of a day's work shows it; the window has the words for its kind. */
export interface WorkDone {
  readonly name: string
  /** UTC, ms. */
  readonly at: string
  readonly kind: string
  readonly subject: string
  /** Of a dossier its code, of the express lane its numbers; null where there is none. */
  readonly about: string | null
  readonly desk: string
}

export interface PeopleApi {
  /** In the order they were appointed. Problems: `session/…`. */
  list(): Promise<Result<readonly OfficePerson[]>>
  /** The PIN is six digits and is turned into a proof in main. Problems: `session/…`, `user/…`. */
  appoint(person: FirstPerson): Promise<Result<readonly Act[]>>
  setPin(userId: string, pin: string): Promise<Result<readonly Act[]>>
  /** A wrong PIN counts as at the door, and the fifth locks the screen. Problems: `session/…`, `user/pin-…`. */
  changeOwnPin(current: string, next: string): Promise<Result<readonly Act[]>>
  /**
   * What a person did on a day, the newest first, of every desk whose lines are here.
   *
   * Another person's day is for the director, and the look is on record first (rule U3). Problems: `session/…`, `journal/…`.
   */
  work(userId: string, day: string): Promise<Result<readonly WorkDone[]>>
}
