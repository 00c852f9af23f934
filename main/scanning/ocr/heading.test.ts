import { expect, test } from 'vitest'
import { headingOf } from './heading.ts'

test('a page is headed by what stands at its top, without what stands on every paper', () => {
  const lines = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', '', 'GIẤY KHAI SINH', 'Họ và tên: An']
  const words = lines.flatMap((line, i) => line.split(' ').map(text => ({ text, box: [0, i * 100, 10, i * 100 + 20] as const, sureness: 90 })))
  expect(headingOf({ text: lines.join('\n'), words, width: 1000, height: 1100 })).toBe('GIẤY KHAI SINH')
  expect(headingOf({ text: '', words: [], width: 1000, height: 1100 })).toBe('')
})

test('a word the reader doubts by sixty in a hundred or more proposes nothing', () => {
  const seen = (sureness: readonly number[]): string => {
    const line = ['GIẤY', 'KHAI', 'SINH']
    const words = line.map((text, i) => ({ text, box: [i * 50, 10, i * 50 + 40, 30] as const, sureness: sureness[i] ?? 0 }))
    return headingOf({ text: line.join(' '), words, width: 1000, height: 1100 })
  }
  expect([seen([90, 41, 80]), seen([90, 40, 80]), seen([40, 30, 0])]).toEqual(['GIẤY KHAI SINH', 'GIẤY SINH', ''])
})
