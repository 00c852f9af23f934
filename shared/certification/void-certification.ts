import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import type { StockUsedUp } from '../stocks/draw-receipt.ts'
import { CERTIFICATION_BODIES, type CertificationBodies } from './act-bodies.ts'
import { bookOfNumber } from './book.ts'
import type { ClosedBook } from './draw-numbers.ts'
import { findPaper, foldCertification } from './fold.ts'
import type { CertificationMoment } from './moment.ts'
import { replaceReceipt } from './replace-receipt.ts'

const { book, number } = CERTIFICATION_BODIES['certification/voided'].properties

export const VoidCertificationInput = Type.Object({
  subject: Type.String({ maxLength: 80 }), book, number, reason: Type.String({ maxLength: 1000 }),
})
export type VoidCertificationInput = Static<typeof VoidCertificationInput>

export type VoidCertificationProblem = ClosedBook | StockUsedUp
  | Problem & { readonly code: 'certification/unknown' | 'certification/reason-missing' }
  | Problem & { readonly code: 'certification/number-unknown'; readonly number: number }
  | Problem & { readonly code: 'certification/other-desk'; readonly desk: string }
  | Problem & { readonly code: 'certification/already-voided'; readonly number: number; readonly voidedBy: string; readonly voidedAt: string }

/**
 * A number entered by mistake counts for nothing, with a reason; it stays in the book and its fee is given back (rule N5), and the
 * receipt of the visit is replaced by one for what is still paid (rule M3).
 *
 * Problems: `certification/unknown`, `certification/other-desk` (a number is voided where its fee was taken),
 * `certification/number-unknown`, `certification/already-voided` (L20), `certification/reason-missing`, `book/closed`, `stock/used-up`.
 */
export function voidCertification(
  input: VoidCertificationInput, moment: CertificationMoment,
): Result<readonly NewAct[], VoidCertificationProblem> {
  const visit = foldCertification(moment.acts)
  if (visit === undefined) return failure({ code: 'certification/unknown' })
  if (visit.device !== moment.office.device) return failure({ code: 'certification/other-desk', desk: visit.desk })
  const paper = findPaper(visit.papers, input)
  if (paper === undefined) return failure({ code: 'certification/number-unknown', number: input.number })
  if (paper.voided !== undefined) {
    const { author, at } = paper.voided
    const voidedBy = moment.users.find(({ id }) => id === author)?.name ?? author
    return failure({ code: 'certification/already-voided', number: input.number, voidedBy, voidedAt: at })
  }
  const { kind, year, keeper } = paper.book
  const state = moment.bookState(bookOfNumber(paper.book, visit.device))
  if (state !== undefined && state.closedAt !== null) return failure({ code: 'book/closed', label: state.label, closedAt: state.closedAt })
  const reason = normalise(input.reason)
  if (reason === '') return failure({ code: 'certification/reason-missing' })
  const replaced = replaceReceipt(visit, paper, moment)
  if (!replaced.ok) return replaced
  const body: CertificationBodies['certification/voided'] = {
    book: { kind, year, ...(keeper === undefined ? {} : { keeper }) }, number: input.number, reason,
    refunded: paper.fee.amount, ...replaced.value,
  }
  return success([{ subject: input.subject, kind: 'certification/voided', body }])
}
