import { expect, test } from 'vitest'
import { markDiffering } from './differing.ts'

test('the digits in which two phone numbers differ are marked', () => {
  expect(markDiffering('0900 000 123', '0900 000 132')).toEqual([{ text: '0900 000 1', differs: false }, { text: '23', differs: true }])
})

test('what stands in the middle is marked between what both share', () => {
  expect(markDiffering('Lê Thị Quý', 'Lê Văn Quý')).toEqual([
    { text: 'Lê ', differs: false }, { text: 'Thị', differs: true }, { text: ' Quý', differs: false },
  ])
})

test('a letter and its mark are one, however they were composed', () => {
  expect(markDiffering('Ẩm', 'Âm')).toEqual([{ text: 'Ẩ', differs: true }, { text: 'm', differs: false }])
  expect(markDiffering('Ẩm'.normalize('NFD'), 'Ẩm')).toEqual([{ text: 'Ẩm', differs: false }])
})

test('a value that only begins like the other has nothing to mark', () => {
  expect(markDiffering('12', '123')).toEqual([{ text: '12', differs: false }])
  expect(markDiffering('123', '12')).toEqual([{ text: '12', differs: false }, { text: '3', differs: true }])
})
