import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DIST } from '../../build/folders.ts'
import { loadCatalogue } from '../../main/app/catalogue-file.ts'
import { deviceIdentity } from '../../main/app/device-identity.ts'
import { machineFingerprint } from '../../main/app/machine-fingerprint.ts'
import { openNumbers } from '../../main/desk/numbers.ts'
import { standingOf } from '../../main/desk/standing.ts'
import { openJournal } from '../../main/journal/journal.ts'
import { openOfficeDoor } from '../../main/office/office-door.ts'
import type { Act, NewAct } from '../../shared/acts/act.ts'
import { seenOf } from '../../shared/acts/seen.ts'
import { addDays, localToInstant, weekday, type Day } from '../../shared/base/day.ts'
import { makeId } from '../../shared/base/id.ts'
import { failure } from '../../shared/base/result.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import { correct } from '../../shared/dossiers/correct.ts'
import type { Moment } from '../../shared/dossiers/moment.ts'
import { receive } from '../../shared/dossiers/receive.ts'
import { foldOffice } from '../../shared/offices/fold-office.ts'
import { makeReceiveInputs } from '../../shared/training/practice-dossiers.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import { activeUsers, foldUsers } from '../../shared/users/fold-users.ts'
import { copyOfKept } from './kept-folder.ts'

/** Whoever signs in to a folder made here: one director who is also a clerk. */
export const FOLDER_PIN = '482915'

const A_DAY = 60
/** Counted up when folders are filled differently. */
export const FOLDER_VERSION = 2
const LAST_DAY = '2026-11-24'

/**
 * A data folder of an office that has received so many dossiers, sixty a day up to the last day; each has three acts,
 * for its receipt was printed and its phone number corrected later that day.
 *
 * Made once, by the product's own rules and journal, and kept in the cache; the answer is a copy of its own.
 */
export function dataFolderWith(dossiers: number, say: (line: string) => void): Promise<string> {
  return copyOfKept(`folder-of-${String(dossiers)}-v${String(FOLDER_VERSION)}`, folder => {
    say(`making a folder of ${String(dossiers)} dossiers, once`)
    return fill(folder, dossiers)
  })
}

async function fill(root: string, count: number): Promise<void> {
  const days = workingDaysUntil(LAST_DAY, Math.ceil(count / A_DAY))
  let at = localToInstant(addDays(days[0] ?? LAST_DAY, -1), 600)
  const { device } = await deviceIdentity(root, await machineFingerprint([], false), randomBytes)
  const standing = standingOf(device)
  const journal = await openJournal({ root, device, now: () => Date.parse(at), randomBytes, folds: [standing] })
  const { catalogue } = await loadCatalogue(root, join(DIST, 'catalogue.json'))
  const numbers = openNumbers(() => journal.fold(standing).drawn)
  const office = () => foldOffice(journal.fold(standing).acts, device)
  const door = openOfficeDoor({
    office, device, trainingPlace: undefined, calendar: NATIONAL_CALENDAR, catalogue, numbers,
    stocks: () => ({}), now: () => at, randomBytes,
    record: (acts, author) => journal.append(acts, { author, at }),
    inForce: () => ({ settings: DEFAULT_SETTINGS, since: {} }),
    perform: () => Promise.resolve(failure({ code: 'session/nobody' })),
    chooseFolder: () => Promise.resolve(null),
  })
  const opened = await door.openUnit({
    unit: '31120', desk: 'Quầy 1', deskNumber: 1, people: [{ name: 'Trần Thị Bình', roles: ['director', 'clerk'], pin: FOLDER_PIN }],
  })
  if (!opened.ok) throw new Error(`The unit does not open: ${opened.problem.code}`)
  const users = activeUsers(foldUsers(journal.fold(standing).acts, device))
  const [author] = users
  const state = office()
  if (author === undefined || state === undefined) throw new Error('The unit has nobody in it')

  const inputs = makeReceiveInputs(7, count, catalogue, LAST_DAY)
  const momentOn = (acts: readonly Act[]): Moment => ({
    at, newestActAt: undefined, author, users, office: state.office, calendar: NATIONAL_CALENDAR, hours: state.hours, catalogue,
    settings: DEFAULT_SETTINGS, acts, stocks: {},
    freshSubject: domain => makeId(`${domain}:`, randomBytes(8)),
    nextNumber: on => numbers.next(on, state.office.numberRange),
  })
  const save = async (acts: readonly NewAct[], seen: readonly Act[]): Promise<readonly Act[]> => {
    const [first] = acts
    const saved = await journal.append(acts, { author: author.id, at, seen: first === undefined ? {} : { [first.subject]: seenOf(seen) } })
    if (!saved.ok) throw new Error(`The journal refuses: ${saved.problem.code}`)
    return saved.value
  }
  for (const [place, day] of days.entries()) {
    const ofDay = inputs.slice(place * A_DAY, (place + 1) * A_DAY)
    const received = await Promise.all(ofDay.map((input, i) => {
      at = localToInstant(day, 7 * 60 + 10 + i * 3)
      const decided = receive(input, momentOn([]))
      // An invented visit that the rules refuse is a visit that left nothing behind.
      return save(decided.ok ? decided.value.flatMap(withReceipt) : [], [])
    }))
    await Promise.all(received.map(async (acts, i) => {
      const [first] = acts
      if (first === undefined) return acts
      at = localToInstant(day, 11 * 60 + i)
      const phone = `0912${String(place * A_DAY + i).padStart(6, '0')}`
      const decided = correct({ subject: first.subject, field: 'applicant.phone', to: phone, reason: 'Người nộp báo đổi số' }, momentOn(acts))
      if (!decided.ok) throw new Error(`A correction is refused: ${decided.problem.code}`)
      return save(decided.value, acts)
    }))
  }
  await journal.verified()
  await journal.close()
}

function withReceipt(act: NewAct): readonly NewAct[] {
  const printed = { subject: act.subject, kind: 'dossier/form-printed', body: { form: 'receipt', copy: 1, to: 'printer' } }
  return act.kind === 'dossier/received' ? [act, printed] : [act]
}

function workingDaysUntil(last: Day, count: number): readonly Day[] {
  const days: Day[] = []
  for (let on = last; days.length < count; on = addDays(on, -1)) if (weekday(on) < 6) days.unshift(on)
  return days
}
