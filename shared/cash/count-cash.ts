import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { checkMoney, type MoneyProblem } from '../base/money.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import type { Office } from '../units/office.ts'
import type { User } from '../users/user.ts'
import { cashSubject, type CashCount } from './act-bodies.ts'
import { expectedIn, type Drawer } from './drawer.ts'

export const CountCashInput = Type.Object({
  /** Đồng that lie in the drawer. */
  counted: Type.Number(),
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type CountCashInput = Static<typeof CountCashInput>

/** What a count may know of its moment. */
export interface CashMoment {
  readonly author: User
  readonly office: Office
  /** What a person did with this PC's money since they counted last, acts on their way to the disk included. */
  readonly drawerOf: (userId: string) => Drawer
}

export type CountCashProblem = MoneyProblem
  | Problem & { readonly code: 'cash/reason-missing'; readonly expected: number; readonly counted: number }
  | Problem & { readonly code: 'cash/nothing-to-count' }

/**
 * A person counts what lies in their drawer (kiểm quỹ) and hands it over with the shift (rule M1).
 *
 * Problems: `money/…`, `cash/reason-missing` when it is not what it should be, `cash/nothing-to-count` when no money was touched.
 */
export function countCash(
  input: CountCashInput, moment: Pick<CashMoment, 'author' | 'office' | 'drawerOf'>,
): Result<readonly NewAct[], CountCashProblem> {
  const checked = checkMoney(input.counted)
  if (!checked.ok) return checked
  const { id, name } = moment.author
  const { since, collected, refunded } = moment.drawerOf(id)
  const counted = checked.value
  if (counted === 0 && collected === 0 && refunded === 0) return failure({ code: 'cash/nothing-to-count' })
  const expected = expectedIn({ collected, refunded })
  const reason = normalise(input.reason ?? '')
  if (counted !== expected && reason === '') return failure({ code: 'cash/reason-missing', expected, counted })
  const body: CashCount = { since, collected, refunded, counted, countedByName: name, ...(reason === '' ? {} : { reason }) }
  return success([{ subject: cashSubject(moment.office.device, id), kind: 'cash/counted', body }])
}
