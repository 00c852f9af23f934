import { expect, test } from 'vitest'
import { feeWords } from './fee-words.ts'

test('M1 the receipt gives the fee in figures and in words', () => {
  expect(feeWords({ amount: 1_234_567, basis: '' })).toBe('1.234.567 đ (bằng chữ: Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng)')
})

test('M3 an exemption is printed with its ground', () => {
  expect(feeWords({ amount: 0, exemptionGround: 'hộ nghèo', basis: 'NQ 10/2025' })).toBe('miễn phí; miễn theo: hộ nghèo; căn cứ: NQ 10/2025')
  expect(feeWords({ amount: 4000, exemptionGround: 'người khuyết tật', basis: '' })).toBe('4.000 đ (bằng chữ: Bốn nghìn đồng); giảm theo: người khuyết tật')
})

test('nothing to pay is said as such', () => {
  expect(feeWords({ amount: 0, basis: '' })).toBe('miễn phí')
})

test('a fee that the clerk named says so', () => {
  expect(feeWords({ amount: 8000, basis: 'clerk' })).toBe('8.000 đ (bằng chữ: Tám nghìn đồng); mức thu do người tiếp nhận ghi')
})
