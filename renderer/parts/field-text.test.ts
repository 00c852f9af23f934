import { expect, test } from 'vitest'
import { barePersonalNumber, barePhone, countOf, moneyOf, showDate, showMoney, showPersonalNumber, showPhone, tidyLines, tidyText } from './field-text.ts'

test('a name typed in pieces is kept composed and without hidden marks', () => {
  expect(tidyText('  NGUYE\u0302\u0303N\u200b  THI\u0323 \u202eA\u0302\u0309M ', 200)).toBe('NGUYỄN THỊ ẨM')
})

test('ten thousand characters are cut to what the field holds, never through a letter', () => {
  expect(tidyText('Ẩ'.repeat(10_000), 200)).toBe('Ẩ'.repeat(200))
})

test('lines of a reason stay lines', () => {
  expect(tidyLines('Thiếu  giấy\r\n\r\n\r\n\r\nxin bổ sung ', 2000)).toBe('Thiếu giấy\n\nxin bổ sung')
})

test('a personal number is shown in threes and kept bare', () => {
  expect(showPersonalNumber('092085000123')).toBe('092 085 000 123')
  expect(barePersonalNumber('092 085.000-123')).toBe('092085000123')
  expect(showPersonalNumber('36124')).toBe('36124')
})

test('a phone number is digits, shown as it is read out', () => {
  expect(showPhone('0900.000.123')).toBe('0900 000 123')
  expect(barePhone('+84 900 000 123')).toBe('+84900000123')
  expect(barePhone('gọi 0900+')).toBe('0900')
})

test('a date may be typed as eight digits or with slashes', () => {
  expect(showDate('15031986')).toBe('15/03/1986')
  expect(showDate('1/9/1986')).toBe('01/09/1986')
  expect(showDate('30/02/1986')).toBe('30/02/1986')
})

test('money has points between thousands and means whole đồng', () => {
  expect(showMoney('1234567')).toBe('1.234.567')
  expect(showMoney('0052000 đ')).toBe('52.000')
  expect(moneyOf('52.000')).toBe(52_000)
  expect(moneyOf('')).toBeUndefined()
})

test('a count is at most three digits', () => {
  expect(countOf(' 12 ')).toBe(12)
  expect(countOf('-1')).toBeUndefined()
  expect(countOf('')).toBeUndefined()
})
