import { Value } from 'typebox/value'
import type { Act } from '../acts/act.ts'
import { inFoldingOrder } from '../acts/order.ts'
import { isDay } from '../base/day.ts'
import { HolidayYear, yearsToCalendar } from '../calendar/holiday-year.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { Catalogue } from '../procedures/catalogue.ts'
import { Procedure } from '../procedures/procedure.ts'
import { CitySettings, DEFAULT_SETTINGS } from '../units/city-settings.ts'
import { CITY_BODIES, PUBLIC_LOG } from './city-acts.ts'
import type { OfficeState } from './fold-office.ts'

export const CATALOGUE_SUBJECT = 'city:catalogue'
export const CALENDAR_SUBJECT = 'city:calendar'
export const SETTINGS_SUBJECT = 'city:settings'

/**
 * The calendar the program came with, each year replaced by the newest the city published (rules T2, T15), from acts in any order.
 *
 * Only the city's public log can publish; a year that cannot be read leaves the one before.
 */
export function publishedCalendar(own: readonly HolidayYear[], acts: readonly Act[]): Calendar {
  const years = new Map(own.map(year => [year.year, year]))
  for (const { body } of publications(acts, CALENDAR_SUBJECT, 'calendar/published')) {
    const { year, holidays } = body
    if (!Value.Check(HolidayYear, holidays) || holidays.year !== year) continue
    if (holidays.days.every(({ date }) => isDay(date) && date.startsWith(`${String(year)}-`))) years.set(year, holidays)
  }
  return yearsToCalendar([...years.values()].sort((one, other) => one.year - other.year))
}

/**
 * The catalogue the program came with, each procedure replaced by the one of its code the city published last, from acts in any order.
 *
 * Only the city's public log can publish; a procedure that cannot be read leaves the one before.
 */
export function publishedCatalogue(own: Catalogue, acts: readonly Act[]): Catalogue {
  const published = publications(acts, CATALOGUE_SUBJECT, 'catalogue/published')
  if (published.length === 0) return own
  const procedures = new Map(own.procedures.map(procedure => [procedure.code, procedure]))
  let version = own.version
  for (const { body } of published) {
    for (const procedure of body['procedures'] as readonly unknown[]) {
      if (!Value.Check(Procedure, procedure)) continue
      procedures.set(procedure.code, procedure)
      if (procedure.version > version) version = procedure.version
    }
  }
  return { version, procedures: [...procedures.values()].sort((one, other) => (one.code < other.code ? -1 : 1)) }
}

/** The settings in force, and where each comes from: published at this instant (UTC, ms), or as the program has it. */
export interface SettingsInForce {
  readonly settings: CitySettings
  readonly since: SettingsSince
}
export type SettingsSince = Readonly<Partial<Record<keyof CitySettings, string>>>

/** What the city set, each by its name and the newest of it; a setting that cannot be read leaves the one before. */
export function publishedSettings(acts: readonly Act[]): SettingsInForce {
  let settings = DEFAULT_SETTINGS
  let since: SettingsSince = {}
  for (const { at, body } of publications(acts, SETTINGS_SUBJECT, 'settings/published')) {
    const named = Object.entries(body['settings'] as Readonly<Record<string, unknown>>).filter(([name]) => Object.hasOwn(DEFAULT_SETTINGS, name))
    for (const [name, value] of named) {
      const next = { ...settings, [name]: value }
      if (!Value.Check(CitySettings, next)) continue
      settings = next
      since = { ...since, [name]: at }
    }
  }
  return { settings, since }
}

/** The office with what the city has set for its papers: the place of signing takes the place of the one the office wrote. */
export function withCityWords(state: OfficeState, { places }: Pick<CitySettings, 'places'>): OfficeState {
  const place = places[state.office.unit]
  return place === undefined ? state : { ...state, office: { ...state.office, header: { ...state.office.header, place } } }
}

function publications(
  acts: readonly Act[], subject: string, kind: 'catalogue/published' | 'calendar/published' | 'settings/published',
): readonly Act[] {
  return inFoldingOrder(acts.filter(act =>
    act.device === PUBLIC_LOG && act.subject === subject && act.kind === kind && Value.Check(CITY_BODIES[kind], act.body)))
}
