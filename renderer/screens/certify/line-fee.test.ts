import { expect, test } from 'vitest'
import { emptyCertify, emptyLine, type LineDraft } from '../../state/certify-draft.ts'
import { lineFee, totalOf } from './line-fee.ts'

const line = (pages: string, copies: string, procedure: string | null = '2.000815'): LineDraft => ({ ...emptyLine('1'), text: 'Học bạ', procedure, pages, copies })
const ON = '2026-11-20'

test('the fee of a line says how it is counted, as the tariff has it', () => {
  const told = (pages: string, copies: string, procedure?: string) => {
    const { amount, how } = lineFee(line(pages, copies, procedure), ON)
    return [amount, how.replaceAll('\u00a0', ' ')]
  }
  expect([told('1', '2'), told('16', '2'), told('2', '3'), told('300', '2'), told('3', '5', '2.000884')]).toEqual([
    [4_000, '2.000 × 2 bản'], [36_000, '(2×2.000 + 14×1.000) × 2 bản'], [12_000, '2×2.000 × 3 bản'], [400_000, 'tối đa 200.000 × 2 bản'],
    [10_000, '10.000 đ một việc'],
  ])
})

test('what is not a count yet costs nothing yet; where no tariff holds the clerk is asked', () => {
  for (const [pages, copies] of [['', '1'], ['1', ''], ['0', '1'], ['-1', '1'], ['1,5', '1'], ['99999', '1'], ['x', '1']] as const) {
    expect(lineFee(line(pages, copies), ON)).toEqual({ amount: undefined, how: '', isAsked: false })
  }
  expect(lineFee({ ...line('1', '1'), amount: '5.000' }, '2016-12-31')).toEqual({ amount: 5_000, how: '', isAsked: true })
})

test('the papers of one person together, and nothing when exempt', () => {
  const draft = { ...emptyCertify('certify-1', { name: '', title: '' }), lines: [line('1', '2'), line('16', '2'), line('2', '3'), emptyLine('4')] }
  expect(totalOf(draft, ON)).toEqual({ papers: 3, copies: 7, fee: 52_000 })
  expect(totalOf({ ...draft, isExempt: true }, ON).fee).toBe(0)
})
