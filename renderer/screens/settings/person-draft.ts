import { normalise } from '../../../shared/base/text.ts'
import { checkPin } from '../../../shared/users/pin.ts'
import type { Role } from '../../../shared/users/role.ts'
import type { settingsWords } from '../../text/settings.ts'

export interface PersonDraft {
  readonly name: string
  readonly roles: readonly Role[]
  readonly pin: string
  readonly pinAgain: string
}

export type PersonProblem = keyof typeof settingsWords.personProblems
export type PersonProblems = Readonly<Partial<Record<keyof PersonDraft, PersonProblem>>>

export const EMPTY_PERSON: PersonDraft = { name: '', roles: ['clerk'], pin: '', pinAgain: '' }

/** What must be put right in a new person, or in a new PIN alone. */
export function personProblems({ name, roles, pin, pinAgain }: PersonDraft, pinOnly: boolean): PersonProblems {
  const checked = checkPin(pin)
  return {
    ...(!pinOnly && normalise(name) === '' && { name: 'name-missing' }),
    ...(!pinOnly && roles.length === 0 && { roles: 'role-missing' }),
    ...(!checked.ok && { pin: checked.problem.code === 'user/pin-weak' ? 'pin-weak' : 'pin-malformed' }),
    ...(checked.ok && pin !== pinAgain && { pinAgain: 'pin-differs' }),
  }
}
