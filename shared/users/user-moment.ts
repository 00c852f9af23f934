import type { Managing } from './may-manage.ts'
import type { User } from './user.ts'

/** What a decision about users may know of its moment; the desk's moment holds all of it. */
export interface UserMoment extends Managing {
  /** Everyone who may act now. */
  readonly users: readonly User[]
  /** A fresh subject for a new thing, `user:9f…`. */
  readonly freshSubject: (domain: string) => string
}
