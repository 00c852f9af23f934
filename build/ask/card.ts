import { failure, type Result } from '../../shared/base/result.ts'
import { parseCardQr } from '../../shared/people/card-qr.ts'
import { hasParts, type EachQuestion } from './question.ts'

/** What does an ID card say? The text of its QR, bare or as `{"text"}`, gives the facts that are kept (rule U5). */
export const cardQuestion: EachQuestion = { name: 'card', each: answerCard }

function answerCard(element: unknown): Result<unknown> {
  const text = hasParts(element) ? element.text : element
  return typeof text === 'string' ? parseCardQr(text) : failure({ code: 'ask/element-invalid' })
}
