import { expect, test } from 'vitest'
import { addDays, day, weekday } from '../../base/day.ts'
import type { DueStep } from '../../calendar/due.ts'
import { dueInWords } from './due-words.ts'

test('T14 the slip tells where the clock started, what was skipped and what was counted', () => {
  expect(dueInWords([
    { kind: 'start-moved', on: '2026-11-23', from: '2026-11-20T10:30:00.000Z', to: '2026-11-23T00:00:00.000Z', why: 'after-closing' },
    { kind: 'day-skipped', on: '2026-11-24', why: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
    { kind: 'counted', on: '2026-11-26', count: 2, unit: 'working-days' },
  ])).toBe('Nhận sau giờ làm việc nên tính từ 07:00 thứ Hai 23/11/2026; không tính thứ Ba 24/11/2026 (nghỉ Ngày Văn hóa Việt Nam); tính đủ 2 ngày làm việc đến thứ Năm 26/11/2026.')
})

test('T14 days off in a row are told once, and swapped and make-up days by their name', () => {
  const tet = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']
  expect(dueInWords([
    ...tet.map((on): DueStep => ({ kind: 'day-skipped', on, why: 'holiday', name: 'Tết Nguyên đán Bính Ngọ' })),
    { kind: 'day-skipped', on: '2026-08-31', why: 'bridge', name: 'nghỉ hoán đổi' },
    { kind: 'make-up-day', on: '2026-08-22', name: 'làm bù cho 31/8/2026' },
  ])).toBe('Không tính thứ Hai 16/02/2026 đến thứ Sáu 20/02/2026 (nghỉ Tết Nguyên đán Bính Ngọ); không tính thứ Hai 31/08/2026 (nghỉ hoán đổi); tính cả thứ Bảy 22/08/2026 (làm bù cho 31/8/2026).')
})

test('T14 the weekends of a long limit are told together', () => {
  const days = Array.from({ length: 30 }, (_, i) => addDays(day('2026-06-01'), i)).filter(on => weekday(on) > 5)
  expect(dueInWords([
    ...days.map((on): DueStep => ({ kind: 'day-skipped', on, why: 'weekend' })),
    { kind: 'counted', on: '2026-06-30', count: 21, unit: 'working-days' },
  ])).toBe('Không tính các ngày thứ Bảy, Chủ nhật; tính đủ 21 ngày làm việc đến thứ Ba 30/06/2026.')
})

test('T14 a same-day paper after the hour says why it is the next day', () => {
  expect(dueInWords([
    { kind: 'after-cutoff', on: '2026-11-25', cutoff: 900 },
    { kind: 'counted', on: '2026-11-26', count: 1, unit: 'same-day' },
  ])).toBe('Nhận từ 15:00 trở đi nên trả vào ngày làm việc tiếp theo.')
})

test('nothing to explain is nothing said', () => {
  expect(dueInWords([{ kind: 'counted', on: '2026-11-25', count: 1, unit: 'same-day' }])).toBe('')
})
