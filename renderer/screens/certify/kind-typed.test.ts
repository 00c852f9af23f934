import { expect, test } from 'vitest'
import { readKindTyped } from './kind-typed.ts'

test('a number behind the letters is how many copies', () => {
  expect(readKindTyped('gk 3')).toEqual({ letters: 'gk', copies: '3' })
  expect(readKindTyped(' bang  trung hoc  12 ')).toEqual({ letters: 'bang  trung hoc', copies: '12' })
})

test('a number alone, a nought, a number within a word and a fourth digit belong to the name', () => {
  for (const text of ['gk', '3', 'gk 0', 'gk3', 'bộ luật 2015', 'mẫu 3 cũ']) expect(readKindTyped(text)).toEqual({ letters: text, copies: '' })
})
