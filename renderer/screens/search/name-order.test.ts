import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameOrder } from './name-order.ts'

function inOrder(order: ReturnType<typeof nameOrder>, names: readonly string[]): readonly string[] {
  const rankOf = order(names)
  return [...names].sort((one, other) => rankOf(one) - rankOf(other))
}

test('đ comes after d, and marks come after letters, as in a Vietnamese dictionary', () => {
  expect(inOrder(nameOrder(), ['Đất đai', 'Hộ tịch', 'Dân tộc', 'Chứng thực', 'Đăng ký'])).toEqual(['Chứng thực', 'Dân tộc', 'Đăng ký', 'Đất đai', 'Hộ tịch'])
})

test('names in any portions are ordered as if each portion were compared anew', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'ă', 'â', 'd', 'đ', 'D', ' ', '1'), maxLength: 4 })
  fc.assert(fc.property(fc.array(fc.uniqueArray(name, { maxLength: 8 }), { maxLength: 5 }), portions => {
    const order = nameOrder()
    for (const names of portions) {
      expect(inOrder(order, names)).toEqual([...names].sort((one, other) => one.localeCompare(other, 'vi')))
    }
  }))
})
