import { expect, test } from 'vitest'
import type { SyncState } from '../../shared/bridge/main-api.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import { cityTrouble } from './city-trouble.ts'

const waits: SyncState = {
  line: { state: 'offline' }, city: { name: 'Cần Thơ', address: 'https://city.invalid' }, lastExchangeAt: '2026-11-18T09:00:00.000Z', clockDrift: 0,
  waiting: { dossiers: 214, acts: 600, pages: 0, bytes: 1 }, secondsLeft: null, refusedCount: 0,
}
const view = { calendar: NATIONAL_CALENDAR, office: { numberRange: { from: 1, to: 500 } } }
const on = (day: string, changes: Partial<SyncState> = {}) => cityTrouble({ ...waits, ...changes }, day, view)

test('three working days without sending earn a band, days off do not count', () => {
  // 21 and 22 November 2026 are a weekend, Tuesday the 24th is a holiday.
  expect(['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map(day => on(day).unsent?.days ?? null)).toEqual([null, null, 3, 3, 4])
  expect(on('2026-11-23').unsent).toEqual({ days: 3, dossiers: 214 })
})

test('nothing waits, nothing was ever sent, or there is no city: no band', () => {
  expect([
    on('2026-12-25', { waiting: { dossiers: 0, acts: 0, pages: 0, bytes: 0 } }),
    on('2026-12-25', { lastExchangeAt: null }),
    on('2026-12-25', { line: { state: 'no-city' }, clockDrift: 9_000_000 }),
    cityTrouble(null, '2026-12-25', view),
  ]).toEqual(Array(4).fill({ noRange: false, driftMinutes: null, unsent: null }))
})

test('a clock more than ten minutes off is told, on either side', () => {
  expect([600_000, 601_000, -1_500_000].map(clockDrift => on('2026-11-18', { clockDrift }).driftMinutes)).toEqual([null, 10, 25])
})

test('N4 a copied PC that waits for its own numbers is told, with or without a city', () => {
  expect(cityTrouble(null, '2026-11-20', { ...view, office: { numberRange: null } }).noRange).toBe(true)
})
