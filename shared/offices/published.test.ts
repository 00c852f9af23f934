import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NewAct } from '../acts/act.ts'
import type { HolidayYear } from '../calendar/holiday-year.ts'
import { isProvisional } from '../calendar/working-days.ts'
import { DEFAULT_HOURS } from '../calendar/working-hours.ts'
import { catalogue as anyCatalogue, office } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import { DEFAULT_SETTINGS } from '../units/city-settings.ts'
import type { OfficeState } from './fold-office.ts'
import { CALENDAR_SUBJECT, publishedCalendar, publishedCatalogue, publishedSettings, withCityWords } from './published.ts'

const year = (number: number, date: string): HolidayYear =>
  ({ year: number, days: [{ date, kind: 'holiday', name: 'Giỗ Tổ Hùng Vương', certainty: 'certain' }] })
const publish = (holidays: unknown, number = 2027): NewAct =>
  ({ subject: CALENDAR_SUBJECT, kind: 'calendar/published', body: { year: number, holidays } })
const own = [year(2026, '2026-04-27')]
const AT = '2026-11-25T02:00:00.000Z'

test('T15 a year the city publishes moves the horizon, and a due day there is provisional no more', () => {
  const city = pretendDevice('city-public')
  city.write([publish(year(2027, '2027-04-16'))], AT)
  expect([publishedCalendar(own, []), publishedCalendar(own, city.acts())].map(calendar => isProvisional('2027-03-01', calendar))).toEqual([true, false])
  expect(Object.keys(publishedCalendar(own, city.acts()).daysOff)).toEqual(['2026-04-27', '2027-04-16'])
})

test('the newest publication of a year holds, whatever came first', () => {
  const city = pretendDevice('city-public')
  city.write([publish(year(2027, '2027-04-15')), publish(year(2027, '2027-04-16'))], AT)
  city.write([publish({ year: 2027, days: 'none' }), publish(year(2028, '2027-04-17'), 2028)], AT)
  const due = publishedCalendar(own, city.acts())
  expect(Object.keys(due.daysOff)).toEqual(['2026-04-27', '2027-04-16'])
  const orders = fc.shuffledSubarray([...city.acts()], { minLength: 4 })
  fc.assert(fc.property(orders, acts => { expect(publishedCalendar(own, acts)).toEqual(due) }))
})

test('only the city publishes: the same act in a device\'s log changes nothing', () => {
  const device = pretendDevice('pc-two')
  device.write([publish(year(2027, '2027-04-16')), { subject: 'city:catalogue', kind: 'catalogue/published', body: { version: 'x', procedures: [] } }], AT)
  expect(publishedCalendar(own, device.acts())).toEqual(publishedCalendar(own, []))
  expect(publishedCatalogue(anyCatalogue, device.acts())).toEqual(anyCatalogue)
})

test('a published procedure takes the place of the one with its code; one that cannot be read leaves it', () => {
  const [first] = anyCatalogue.procedures
  if (first === undefined) throw new Error('No procedure')
  const city = pretendDevice('city-public')
  const write = (procedures: readonly unknown[]) =>
    city.write([{ subject: 'city:catalogue', kind: 'catalogue/published', body: { version: 'Đợt 1', procedures } }], AT)
  write([{ ...first, name: 'Tên mới' }, { ...first, code: '9.999999' }])
  write([{ code: first.code, name: 'half' }])
  const { procedures } = publishedCatalogue(anyCatalogue, city.acts())
  expect(procedures.find(({ code }) => code === first.code)?.name).toBe('Tên mới')
  expect(procedures.length).toBe(anyCatalogue.procedures.length + 1)
})

test('T10 what the city sets holds for all, each setting by its name; one that cannot be read leaves the one before', () => {
  const city = pretendDevice('city-public')
  const write = (settings: unknown) => city.write([{ subject: 'city:settings', kind: 'settings/published', body: { settings } }], AT)
  expect(publishedSettings([])).toEqual({ settings: DEFAULT_SETTINGS, since: {} })
  write({ supplementPolicy: 'resume', unheardOf: 1 })
  write({ supplementPolicy: 'sometimes', signedProcedures: ['1.000001'] })
  expect(publishedSettings(city.acts())).toEqual({
    settings: { ...DEFAULT_SETTINGS, supplementPolicy: 'resume', signedProcedures: ['1.000001'] }, since: { supplementPolicy: AT, signedProcedures: AT },
  })
})

test('the city’s place of signing stands for the office’s own, of its unit alone', () => {
  const state: OfficeState = {
    office, hours: DEFAULT_HOURS, device: { printer: null, paperSize: 'A5', secondCopy: null }, desks: {}, revoked: null, gone: [],
    keeper: { device: null, address: '' },
  }
  expect(withCityWords(state, { places: { [office.unit]: 'Ninh Kiều, Cần Thơ', '31117': 'Cái Răng' } }).office.header.place).toBe('Ninh Kiều, Cần Thơ')
  expect(withCityWords(state, { places: { '31117': 'Cái Răng' } })).toEqual(state)
})
