import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failure, success } from '../base/result.ts'
import { copyFee } from './page-fee.ts'

test('M2 two pages at 2.000 đ, then 1.000 đ, at most 200.000 đ a copy', () => {
  const cases = [[1, 1, 2_000], [3, 1, 5_000], [16, 2, 36_000], [197, 1, 199_000], [198, 1, 200_000], [199, 3, 600_000]] as const
  expect(cases.map(([pages, copies]) => copyFee(pages, copies))).toEqual(cases.map(([, , fee]) => success(fee)))
})

test('M2 no page, no copy, parts of one and numbers nobody means are no fee', () => {
  const wrong = [[0, 1], [1, 0], [-1, 1], [1.5, 1], [Number.NaN, 1], [1, Number.POSITIVE_INFINITY], [10_001, 1], [1, 1_001]] as const
  expect(wrong.map(([pages, copies]) => copyFee(pages, copies))).toEqual(wrong.map(() => failure({ code: 'fee/count-impossible' })))
})

test('M2 every page more costs something or nothing, every copy the same', () => {
  const count = fc.integer({ min: 1, max: 999 })
  const of = (pages: number, copies: number): number => {
    const fee = copyFee(pages, copies)
    return fee.ok ? fee.value : Number.NaN
  }
  fc.assert(fc.property(count, count, (pages, copies) => {
    expect(of(pages + 1, copies)).toBeGreaterThanOrEqual(of(pages, copies))
    expect(of(pages, copies)).toBe(of(pages, 1) * copies)
  }))
})
