import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import type { HolidayYear } from '../../shared/calendar/holiday-year.ts'
import type { Calendar } from '../../shared/calendar/working-days.ts'
import { CATALOGUE_SUBJECT, publishedCalendar, publishedCatalogue, publishedSettings, SETTINGS_SUBJECT, type SettingsInForce } from '../../shared/offices/published.ts'
import { assembleCatalogue } from '../../shared/procedures/assemble-catalogue.ts'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import type { CitySettings } from '../../shared/units/city-settings.ts'
import { isFileError, writeDurably } from '../journal/durable-file.ts'
import type { Journal } from '../journal/journal.ts'

export interface PublishedTools {
  readonly root: string
  /** The catalogue that came with the program. */
  readonly ownFile: string
  readonly years: readonly HolidayYear[]
  readonly journal: Pick<Journal, 'actsOf' | 'onGrew' | 'onStateChanged' | 'state'>
  /** Acts that are in memory, those on the calendar among them. */
  readonly standingActs: () => readonly Act[]
  /** What `loadCatalogue` found. */
  readonly atStart: Catalogue
  readonly onChanged: () => void
  readonly report: (error: unknown) => void
}

function ofSettings(acts: readonly Act[]): readonly Act[] {
  return acts.filter(({ subject }) => subject === SETTINGS_SUBJECT)
}

/** The catalogue, the calendar and the settings in force, as the city published them last. */
export interface Published {
  readonly catalogue: () => Catalogue
  readonly calendar: () => Calendar
  readonly settings: () => CitySettings
  /** The same, each with the moment it was published. */
  readonly inForce: () => SettingsInForce
  /** Resolves when the catalogue follows everything that has arrived. */
  readonly settled: () => Promise<void>
  readonly stop: () => void
}

/**
 * Follows the city's public log (rule S2).
 *
 * The catalogue is kept in `catalogue.json`, so that a start need not wait for the journal to be read; it can be deleted and is
 * made anew once the history was checked (rule J6).
 */
export function followPublished(tools: PublishedTools): Published {
  const { root, ownFile, years, journal, standingActs } = tools
  let catalogue = tools.atStart
  let calendarOf: { readonly acts: readonly Act[], readonly calendar: Calendar } | undefined
  let settingsOf: { readonly acts: readonly Act[], readonly inForce: SettingsInForce } | undefined
  let work: Promise<unknown> = Promise.resolve()
  let isStopped = false

  function follow(): void {
    work = work.then(followNow).catch(tools.report)
  }

  async function followNow(): Promise<void> {
    if (isStopped) return
    const acts = await journal.actsOf(CATALOGUE_SUBJECT)
    if (acts.length === 0) return
    const own = assembleCatalogue(JSON.parse(await readFile(ownFile, 'utf8')))
    if (!own.ok) throw new Error(`The program's own catalogue is not whole: ${own.problem.code}`)
    const published = publishedCatalogue(own.value, acts)
    if (JSON.stringify(published) === JSON.stringify(catalogue)) return
    catalogue = published
    tools.onChanged()
    try {
      await writeDurably(join(root, 'catalogue.json'), JSON.stringify(published))
    } catch (error) {
      // No room: what was published holds in this run, and is followed again in the next.
      if (!isFileError(error)) throw error
    }
  }

  function inForce(): SettingsInForce {
    const acts = standingActs()
    settingsOf = settingsOf?.acts === acts ? settingsOf : { acts, inForce: publishedSettings(ofSettings(acts)) }
    return settingsOf.inForce
  }

  const stopListening = journal.onGrew(acts => { if (acts.some(({ subject }) => subject === CATALOGUE_SUBJECT)) follow() })
  // A start has the machine to itself; what arrived meanwhile is in `catalogue.json`.
  const stopWaiting = journal.onStateChanged(() => {
    if (journal.state().verification.state === 'running') return
    stopWaiting()
    follow()
  })
  return {
    catalogue: () => catalogue,
    calendar: () => {
      const acts = standingActs()
      if (calendarOf?.acts !== acts) calendarOf = { acts, calendar: publishedCalendar(years, acts) }
      return calendarOf.calendar
    },
    settings: () => inForce().settings,
    inForce,
    settled: async () => {
      await work
    },
    stop: () => {
      isStopped = true
      stopListening()
      stopWaiting()
    },
  }
}
