import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { dayOfInstant } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { NoRange } from '../units/number-range.ts'
import { CERTIFICATION_BODIES, LendingRequest, type CertificationBodies } from './act-bodies.ts'
import { bookLabel, bookNumberOf, bookSubject, byKind } from './book.ts'
import type { ClosedBook } from './draw-numbers.ts'
import type { CertificationMoment } from './moment.ts'

const { kind, to, count } = CERTIFICATION_BODIES['book/numbers-lent'].properties

/** How many numbers of which kinds; each kind once. */
export const NumbersWanted = Type.Array(Type.Object({ kind, count }, { additionalProperties: false }), { minItems: 1, maxItems: 4 })
export type NumbersWanted = Static<typeof NumbersWanted>

export const LendNumbersInput = Type.Object({ to, request: LendingRequest, wanted: NumbersWanted }, { additionalProperties: false })
export type LendNumbersInput = Static<typeof LendNumbersInput>

export type LendNumbersProblem = NoRange | ClosedBook | Problem & { readonly code: 'book/not-keeper' | 'book/unknown-desk' }

/**
 * The keeper of the unit's books gives their next numbers to another desk (rule N6), in the name of whoever certifies there.
 *
 * What was asked with the same request before is not given again: then there are no acts, and the desk has them in the keeper's log.
 * Problems: `book/not-keeper`, `book/unknown-desk` for a device that is none of the unit's or writes no more, `number/no-range`,
 * `book/closed`.
 */
export function lendNumbers(input: LendNumbersInput, moment: CertificationMoment): Result<readonly NewAct[], LendNumbersProblem> {
  const { office, keeper, desks, goneDevices, bookState } = moment
  const { to, request } = input
  const toDesk = desks[to]
  if (keeper !== office.device) return failure({ code: 'book/not-keeper' })
  if (toDesk === undefined || to === office.device || goneDevices.includes(to)) return failure({ code: 'book/unknown-desk' })
  if (office.numberRange === null) return failure({ code: 'number/no-range' })
  const year = Number(dayOfInstant(moment.at).slice(0, 4))
  const acts: NewAct[] = []
  const wanted = new Map(input.wanted.map(({ kind, count }) => [kind, count]))
  for (const [kind, count] of [...wanted].sort(([one], [other]) => byKind(one, other))) {
    const subject = bookSubject({ device: office.device, kind, year })
    const state = bookState(subject)
    if (state?.requests[to] === request) continue
    if (state !== undefined && state.closedAt !== null) return failure({ code: 'book/closed', label: state.label, closedAt: state.closedAt })
    const label = state?.label ?? bookLabel(bookNumberOf(office.numberRange), { kind, year })
    if (state === undefined) acts.push({ subject, kind: 'book/opened', body: { kind, year, label } })
    const body: CertificationBodies['book/numbers-lent'] = { kind, year, label, to, toDesk, from: (state?.last ?? 0) + 1, count, request }
    acts.push({ subject, kind: 'book/numbers-lent', body })
  }
  return success(acts)
}
