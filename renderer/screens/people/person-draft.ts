import { normalise } from '../../../shared/base/text.ts'
import { checkPin } from '../../../shared/users/pin.ts'
import type { Role } from '../../../shared/users/role.ts'
import type { peopleWords } from '../../text/people.ts'

/** Everything a form about a person can hold; each form shows some of it. */
export interface PersonDraft {
  readonly name: string
  readonly roles: readonly Role[]
  readonly reason: string
  readonly currentPin: string
  readonly pin: string
  readonly pinAgain: string
}

export type PersonField = keyof PersonDraft
export type PersonProblem = keyof typeof peopleWords.problems
export type PersonProblems = Readonly<Partial<Record<PersonField, PersonProblem>>>

export const EMPTY_PERSON: PersonDraft = { name: '', roles: ['clerk'], reason: '', currentPin: '', pin: '', pinAgain: '' }

/** What must be put right in the fields a form shows. */
export function personProblems(draft: PersonDraft, fields: readonly PersonField[]): PersonProblems {
  const { name, roles, reason, currentPin, pin, pinAgain } = draft
  const checked = checkPin(pin)
  const found: PersonProblems = {
    ...(normalise(name) === '' && { name: 'name-missing' }),
    ...(roles.length === 0 && { roles: 'role-missing' }),
    ...(normalise(reason) === '' && { reason: 'reason-missing' }),
    ...(currentPin.length !== 6 && { currentPin: 'pin-malformed' }),
    ...(!checked.ok && { pin: checked.problem.code === 'user/pin-weak' ? 'pin-weak' : 'pin-malformed' }),
    ...(checked.ok && pin !== pinAgain && { pinAgain: 'pin-differs' }),
  }
  return Object.fromEntries(Object.entries(found).filter(([field]) => fields.some(shown => shown === field)))
}
