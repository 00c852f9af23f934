import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CACHE, DIST } from '../../build/folders.ts'
import { loadCatalogue } from '../../main/app/catalogue-file.ts'
import { deviceIdentity } from '../../main/app/device-identity.ts'
import { openNumbers } from '../../main/desk/numbers.ts'
import { standingOf } from '../../main/desk/standing.ts'
import { openJournal, type Journal } from '../../main/journal/journal.ts'
import { openOfficeDoor } from '../../main/office/office-door.ts'
import { addDays, localToInstant, weekday, type Day } from '../../shared/base/day.ts'
import { makeId } from '../../shared/base/id.ts'
import { failure } from '../../shared/base/result.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import type { Moment } from '../../shared/dossiers/moment.ts'
import { receive } from '../../shared/dossiers/receive.ts'
import { foldOffice } from '../../shared/offices/fold-office.ts'
import { makeReceiveInputs } from '../../shared/training/practice-dossiers.ts'
import { activeUsers, foldUsers } from '../../shared/users/fold-users.ts'

/** Whoever signs in to a folder made here: one director who is also a clerk. */
export const FOLDER_PIN = '482915'

const A_DAY = 60
const LAST_DAY = '2026-11-24'

/**
 * A data folder of an office that has received so many dossiers, each with its printed receipt, sixty a day up to the last day.
 *
 * Made once, by the product's own rules and journal, and kept in the cache; the answer is a copy of its own.
 */
export async function dataFolderWith(dossiers: number, say: (line: string) => void): Promise<string> {
  const kept = join(CACHE, `folder-of-${String(dossiers)}`)
  if (!existsSync(kept)) {
    say(`making a folder of ${String(dossiers)} dossiers, once`)
    const made = `${kept}.part`
    await rm(made, { recursive: true, force: true })
    await mkdir(made, { recursive: true })
    await fill(made, dossiers)
    await rename(made, kept)
  }
  const folder = await mkdtemp(join(tmpdir(), 'folder-'))
  await cp(kept, folder, { recursive: true })
  return folder
}

async function fill(root: string, count: number): Promise<void> {
  const days = workingDaysUntil(LAST_DAY, Math.ceil(count / A_DAY))
  let at = localToInstant(addDays(days[0] ?? LAST_DAY, -1), 600)
  const device = await deviceIdentity(root, randomBytes)
  const standing = standingOf(device)
  const journal = await openJournal({ root, device, now: () => Date.parse(at), randomBytes, folds: [standing] })
  const { catalogue } = await loadCatalogue(root, join(DIST, 'catalogue.json'))
  const numbers = openNumbers(() => journal.fold(standing).drawn)
  const office = () => foldOffice(journal.fold(standing).acts, device)
  const door = openOfficeDoor({
    office, device, trainingPlace: undefined, calendar: NATIONAL_CALENDAR, catalogue, numbers, now: () => at, randomBytes,
    record: (acts, author) => journal.append(acts, { author, at }),
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
  for (const [place, day] of days.entries()) {
    const ofDay = inputs.slice(place * A_DAY, (place + 1) * A_DAY)
    const saves = ofDay.map((input, i) => {
      at = localToInstant(day, 7 * 60 + 10 + i * 3)
      const moment: Moment = {
        at, newestActAt: undefined, author, users, office: state.office, calendar: NATIONAL_CALENDAR, hours: state.hours, catalogue, acts: [],
        freshSubject: domain => makeId(`${domain}:`, randomBytes(8)),
        nextNumber: on => numbers.next(on, state.office.numberRange),
      }
      return save(journal, receive(input, moment), author.id, at)
    })
    await Promise.all(saves)
  }
  await journal.verified()
  await journal.close()
}

async function save(journal: Journal, decided: ReturnType<typeof receive>, author: string, at: string): Promise<void> {
  // An invented visit that the rules refuse is a visit that left nothing behind.
  if (!decided.ok) return
  const [received] = decided.value
  if (received === undefined) return
  const printed = { subject: received.subject, kind: 'dossier/form-printed', body: { form: 'receipt', copy: 1, to: 'printer' } }
  const saved = await journal.append([...decided.value, printed], { author, at })
  if (!saved.ok) throw new Error(`The journal refuses: ${saved.problem.code}`)
}

function workingDaysUntil(last: Day, count: number): readonly Day[] {
  const days: Day[] = []
  for (let on = last; days.length < count; on = addDays(on, -1)) if (weekday(on) < 6) days.unshift(on)
  return days
}
