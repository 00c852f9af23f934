import { randomBytes } from 'node:crypto'
import { openDesk } from '../../main/desk/desk.ts'
import { openNumbers } from '../../main/desk/numbers.ts'
import { standingOf, type Standing } from '../../main/desk/standing.ts'
import { openJournal } from '../../main/journal/journal.ts'
import type { Act } from '../../shared/acts/act.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import { EMPTY_DRAWER } from '../../shared/cash/drawer.ts'
import { foldOffice } from '../../shared/offices/fold-office.ts'
import { openUnit } from '../../shared/offices/open-unit.ts'
import { findPlace } from '../../shared/offices/place.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import { catalogue, directorBinh } from './moment.ts'
import { seededRandom, type Random } from './random.ts'

export const DEVICE = 'quay-01'

/** A desk that works without an end in a process of its own, to be killed. */
export interface DeskForEver {
  readonly random: Random
  /** The hour the process was given, UTC. */
  readonly startedAt: string
  readonly standing: () => Standing
  /** The hour its PC shows, UTC ms, and how it is moved on. */
  readonly now: () => number
  readonly passTo: (ms: number) => void
  /** Asks the desk and says what it was answered, one JSON a line, with the numbers the acts hold; the acts, none where it was refused. */
  readonly perform: (verb: string, input: unknown) => Promise<readonly Act[]>
  /** Several people at once, each one thing after the other. */
  readonly workOn: (serve: () => Promise<void>) => Promise<never>
}

/** Opens the real desk over the real journal of the folder that the process was given, and the office in it where there is none. */
export async function openDeskForEver(numbersIn: (act: Act) => readonly string[]): Promise<DeskForEver> {
  const [root = '', startedAt = '', seed = '1', hands = '8'] = process.argv.slice(2)
  let ms = Date.parse(startedAt)
  const now = (): number => (ms += 1)
  const standing = standingOf(DEVICE)
  const journal = await openJournal({ root, device: DEVICE, now, randomBytes, folds: [standing] })
  const office = () => foldOffice(journal.fold(standing).acts, DEVICE)
  const leader = { ...directorBinh, roles: ['director', 'clerk', 'leader'] as const }

  if (office() === undefined) {
    const opened = openUnit(
      { desk: 'Quầy 1', deskNumber: 1, people: [{ name: leader.name, roles: [...leader.roles], pin: leader.pin }] },
      { place: findPlace('31135'), device: DEVICE, training: false, freshSubject: domain => `${domain}:binh` },
    )
    if (!opened.ok) throw new Error(opened.problem.code)
    const saved = await journal.append(opened.value, { author: leader.id, at: new Date(now()).toISOString() })
    if (!saved.ok) throw new Error(saved.problem.code)
  }

  const desk = openDesk({
    append: journal.append, actsOf: journal.actsOf, newestActAt: () => journal.newestAt() ?? undefined, office,
    users: () => [{ ...leader, roles: [...leader.roles] }], calendar: NATIONAL_CALENDAR, catalogue, settings: DEFAULT_SETTINGS,
    numbers: openNumbers(() => journal.fold(standing).drawn), bookState: subject => journal.fold(standing).books[subject],
    stocks: () => journal.fold(standing).stocks, drawerOf: () => EMPTY_DRAWER,
    diskState: () => 'ok', now: () => new Date(now()).toISOString(), randomBytes,
  })

  return {
    random: seededRandom(Number(seed)), startedAt, standing: () => journal.fold(standing), now,
    passTo: to => { ms = Math.max(ms, to) },
    perform: async (verb, input) => {
      const answer = await desk.perform({ verb, input }, { ...leader, roles: [...leader.roles] })
      const told = answer.ok
        ? { kinds: answer.value.map(({ kind }) => kind), numbers: answer.value.flatMap(numbersIn), at: answer.value.at(-1)?.at }
        : { refused: answer.problem.code }
      process.stdout.write(`${JSON.stringify(told)}\n`)
      return answer.ok ? answer.value : []
    },
    workOn: async serve => {
      for (;;) await Promise.all(Array.from({ length: Number(hands) }, serve))
    },
  }
}
