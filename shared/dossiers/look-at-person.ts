import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import type { Moment } from './moment.ts'

export const LookAtPersonInput = Type.Object({
  personalNumber: Type.String({ minLength: 1, maxLength: 30 }),
  /** From where it was opened, by the name of the place in the program. */
  screen: Type.String({ minLength: 1, maxLength: 40 }),
})
export type LookAtPersonInput = Static<typeof LookAtPersonInput>

/** The kinds of act on a `looks:…` subject and the bodies they carry. */
export const LOOK_BODIES = { 'person/looked-at': LookAtPersonInput } as const

/**
 * Remembers that somebody opens everything one person has brought, before it is shown (rule U3).
 *
 * The act stands under this PC: a subject is read in the clear, so it never names a person.
 */
export function lookAtPerson({ personalNumber, screen }: LookAtPersonInput, { office }: Pick<Moment, 'office'>): Result<readonly NewAct[], never> {
  return success([{ subject: `looks:${office.device}`, kind: 'person/looked-at' satisfies keyof typeof LOOK_BODIES, body: { personalNumber, screen } }])
}
