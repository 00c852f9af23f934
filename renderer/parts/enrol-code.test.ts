import { expect, test } from 'vitest'
import { showEnrolCode } from './enrol-code.ts'

test('a code may be typed in small letters, with blanks, with O for 0 and I or l for 1', () => {
  expect(showEnrolCode('7k3o il2m  9xqd')).toBe('7K30-112M-9XQD')
  expect(showEnrolCode('7K30-112M-9XQD-more')).toBe('7K30-112M-9XQD')
  expect(showEnrolCode('7k30-')).toBe('7K30')
})

test('what the Vietnamese keyboard made of two letters is one of them again', () => {
  expect(showEnrolCode('â1')).toBe('A1')
})

test('the text of a QR stays as it is', () => {
  expect(showEnrolCode('{"kind":"mot-cua-enrol","code":"x"}')).toBe('{"kind":"mot-cua-enrol","code":"x"}')
})
