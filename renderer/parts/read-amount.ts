import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { normalise } from '../../shared/base/text.ts'

/** Đồng as a number, points between thousands; below nothing and parts of one are for the desk to refuse. Problem: `money/not-a-number`. */
export function readAmount(text: string | undefined): Result<number, Problem & { readonly code: 'money/not-a-number' }> {
  const bare = normalise(text ?? '').replace(/\s|đ$/gu, '')
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/u.test(bare) ? bare.replaceAll('.', '') : bare
  const amount = /^-?\d+([.,]\d+)?$/u.test(plain) ? Number(plain.replace(',', '.')) : NaN
  return Number.isFinite(amount) ? success(amount) : failure({ code: 'money/not-a-number' })
}
