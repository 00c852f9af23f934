import { expect, test } from 'vitest'
import { markMatches } from './mark-matches.ts'

function marked(name: string, query: string): string {
  return markMatches(name, query).map(({ text, isMatch }) => isMatch ? `[${text}]` : text).join('')
}

test('initials without marks are shown in the name they stand for', () => {
  expect(marked('Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', 'tthn')).toBe('Thủ tục cấp Giấy xác nhận [t]ình [t]rạng [h]ôn [n]hân')
})

test('beginnings of words are marked whole, in any order', () => {
  expect(marked('Đăng ký kết hôn', 'hon ket')).toBe('Đăng ký [kết] [hôn]')
  expect(marked('Đăng ký khai sinh', 'dang')).toBe('[Đăng] ký khai sinh')
})

test('what does not match is left as it is', () => {
  expect(marked('Đăng ký khai sinh', '1.001193')).toBe('Đăng ký khai sinh')
  expect(marked('Đăng ký khai sinh', '')).toBe('Đăng ký khai sinh')
})
