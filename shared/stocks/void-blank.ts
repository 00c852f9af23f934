import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { limitText, normalise } from '../base/text.ts'
import type { StockBodies } from './act-bodies.ts'
import type { StockMoment } from './moment.ts'
import { checkWritable, type StockProblem } from './writable.ts'

export const VoidBlankInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  /** As it is printed. */
  number: Type.String({ maxLength: 40 }),
  reason: Type.String({ maxLength: 1000 }),
})
export type VoidBlankInput = Static<typeof VoidBlankInput>

export type VoidBlankProblem = StockProblem
  | Problem & { readonly code: 'stock/number-unknown' | 'stock/number-used' | 'stock/already-voided'; readonly number: string }
  | Problem & { readonly code: 'stock/reason-missing' }

/**
 * A blank that was never written on counts for nothing (hủy biên lai chưa dùng, rule M3): torn, misprinted, lost. It keeps its number.
 *
 * Problems: `stock/unknown`, `stock/other-desk`, `stock/closed` (L20), `stock/number-unknown`, `stock/number-used` for one that money
 * was taken on, which is voided on its dossier, `stock/already-voided`, `stock/reason-missing`.
 */
export function voidBlank(input: VoidBlankInput, moment: StockMoment): Result<readonly NewAct[], VoidBlankProblem> {
  const found = checkWritable(input.subject, moment)
  if (!found.ok) return found
  const { from, to, last, voided } = found.value
  const typed = normalise(input.number)
  const number = /^\d{1,9}$/.test(typed) ? Number(typed) : 0
  if (number < from || number > to) return failure({ code: 'stock/number-unknown', number: typed.slice(0, 20) })
  if (voided.includes(number)) return failure({ code: 'stock/already-voided', number: typed })
  if (number <= last) return failure({ code: 'stock/number-used', number: typed })
  const reason = limitText(normalise(input.reason), 1000)
  if (reason === '') return failure({ code: 'stock/reason-missing' })
  const body: StockBodies['stock/number-voided'] = { number, reason }
  return success([{ subject: input.subject, kind: 'stock/number-voided', body }])
}
