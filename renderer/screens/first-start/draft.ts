import { normalise } from '../../../shared/base/text.ts'
import type { OpenUnitInput } from '../../../shared/bridge/main-api.ts'
import { MAX_DESKS } from '../../../shared/units/number-range.ts'
import { checkPin } from '../../../shared/users/pin.ts'
import type { Role } from '../../../shared/users/role.ts'
import type { FirstStartProblem } from '../../text/first-start.ts'

export interface PersonDraft {
  /** Tells the cards apart while they are typed; never leaves the screen. */
  readonly key: number
  readonly name: string
  readonly roles: readonly Role[]
  readonly pin: string
  readonly pinAgain: string
}

export interface Draft {
  readonly unit: string | null
  readonly unitText: string
  readonly deskNumber: string
  readonly desk: string
  readonly people: readonly PersonDraft[]
}

/** By field: `unit`, `deskNumber`, `desk`, and `0.name`, `0.roles`, `0.pin`, `0.pinAgain` of the people in order. */
export type DraftProblems = Readonly<Record<string, FirstStartProblem>>

export function emptyPerson(key: number, role: Role): PersonDraft {
  return { key, name: '', roles: [role], pin: '', pinAgain: '' }
}

/** What must be put right before the unit can be opened; empty when nothing. */
export function draftProblems(draft: Draft): DraftProblems {
  const found: [string, FirstStartProblem | undefined][] = [
    ['unit', draft.unit === null ? 'unit-missing' : undefined],
    ['deskNumber', isDeskNumber(draft.deskNumber) ? undefined : 'desk-number-wrong'],
    ['desk', normalise(draft.desk) === '' ? 'desk-name-missing' : undefined],
    ...draft.people.flatMap((person, i) => personProblems(person, i, draft.people)),
  ]
  return Object.fromEntries(found.filter((entry): entry is [string, FirstStartProblem] => entry[1] !== undefined))
}

/** The draft as the machine takes it; only of a draft without problems. */
export function draftToInput(draft: Draft): OpenUnitInput {
  if (draft.unit === null) throw new Error('A draft without a unit was sent')
  return {
    unit: draft.unit,
    desk: normalise(draft.desk),
    deskNumber: Number(draft.deskNumber),
    people: draft.people.map(({ name, roles, pin }) => ({ name: normalise(name), roles, pin })),
  }
}

function personProblems(person: PersonDraft, i: number, people: readonly PersonDraft[]): [string, FirstStartProblem | undefined][] {
  const name = normalise(person.name)
  const isTwin = people.slice(0, i).some(other => normalise(other.name).toLowerCase() === name.toLowerCase())
  const hasDirector = people.some(({ roles }) => roles.includes('director'))
  const pin = checkPin(person.pin)
  const roleProblem = person.roles.length === 0 ? 'role-missing' : i === 0 && !hasDirector ? 'director-missing' : undefined
  return [
    [`${String(i)}.name`, name === '' ? 'name-missing' : isTwin ? 'name-twice' : undefined],
    [`${String(i)}.pin`, pin.ok ? undefined : pin.problem.code === 'user/pin-weak' ? 'pin-weak' : 'pin-malformed'],
    [`${String(i)}.pinAgain`, pin.ok && person.pin !== person.pinAgain ? 'pin-differs' : undefined],
    [`${String(i)}.roles`, roleProblem],
  ]
}

function isDeskNumber(text: string): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_DESKS
}
