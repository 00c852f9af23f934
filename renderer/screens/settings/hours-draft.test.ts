import { expect, test } from 'vitest'
import { DEFAULT_HOURS } from '../../../shared/calendar/working-hours.ts'
import { draftToHours, hoursToDraft, parseClock } from './hours-draft.ts'

const draft = hoursToDraft(DEFAULT_HOURS)

test('the usual hours are written as people write them and read back the same', () => {
  expect(draft).toEqual({ morningFrom: '07:00', morningUntil: '11:30', afternoonFrom: '13:30', afternoonUntil: '17:00', cutoff: '15:00' })
  expect(draftToHours(draft)).toEqual({ ok: true, value: DEFAULT_HOURS })
})

test('a time may be written with a colon, an h, or nothing between', () => {
  expect(['07:00', '7:00', '7h30', '0730', '7', '24:00'].map(parseClock)).toEqual([420, 420, 450, 450, 420, 1440])
  expect(['', '25:00', '07:60', 'sáng'].map(parseClock)).toEqual([undefined, undefined, undefined, undefined])
})

test('an office that works mornings only leaves the afternoon empty', () => {
  expect(draftToHours({ ...draft, afternoonFrom: '', afternoonUntil: ' ' }))
    .toEqual({ ok: true, value: { sessions: [{ from: 420, until: 690 }], sameDayCutoff: 900 } })
})

test('the field that must be put right is named', () => {
  expect(draftToHours({ ...draft, afternoonUntil: 'x' })).toEqual({ ok: false, problem: { code: 'hour-malformed', field: 'afternoonUntil' } })
  expect(draftToHours({ ...draft, morningUntil: '06:00' })).toEqual({ ok: false, problem: { code: 'hours-out-of-order', field: 'morningFrom' } })
})
