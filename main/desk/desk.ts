import { Value } from 'typebox/value'
import type { Act, NewAct } from '../../shared/acts/act.ts'
import { seenOf } from '../../shared/acts/seen.ts'
import { makeId } from '../../shared/base/id.ts'
import { failure, type Result } from '../../shared/base/result.ts'
import type { DiskState } from '../../shared/bridge/main-api.ts'
import type { Calendar } from '../../shared/calendar/working-days.ts'
import type { Drawer } from '../../shared/cash/drawer.ts'
import type { BookState } from '../../shared/certification/books.ts'
import { findVerb } from '../../shared/desk/commands.ts'
import type { Command, DeskMoment, Verb } from '../../shared/desk/command.ts'
import { keeperInForce, type OfficeState } from '../../shared/offices/fold-office.ts'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import type { StocksWritten } from '../../shared/stocks/stocks.ts'
import type { CitySettings } from '../../shared/units/city-settings.ts'
import { mayDo, rolesWith, type Right } from '../../shared/users/role.ts'
import type { User } from '../../shared/users/user.ts'
import type { AppendBy } from '../journal/own-log.ts'
import type { Numbers } from './numbers.ts'

export interface DeskTools {
  readonly append: (acts: readonly NewAct[], by: AppendBy) => Promise<Result<readonly Act[]>>
  readonly actsOf: (subject: string) => Promise<readonly Act[]>
  readonly newestActAt: () => string | undefined
  readonly office: () => OfficeState | undefined
  readonly users: () => readonly User[]
  readonly calendar: Calendar
  readonly catalogue: Catalogue
  readonly settings: CitySettings
  readonly numbers: Numbers
  /** How far a book of certification is written, acts on their way to the disk included. */
  readonly bookState: (subject: string) => BookState | undefined
  /** How far every stock of fee receipts is written, acts on their way to the disk included. */
  readonly stocks: () => StocksWritten
  /** What a person did with this PC's money since they counted it, acts on their way to the disk included. */
  readonly drawerOf: (userId: string) => Drawer
  readonly diskState: () => DiskState
  readonly now: () => string
  readonly randomBytes: (count: number) => Uint8Array
}

/** The only way in: whoever asks, every change of anything passes here. */
export interface Desk {
  /** Resolves once the acts are on disk (rule J2), or with a problem and nothing written (rule L20). */
  readonly perform: (command: Command, author: User | undefined) => Promise<Result<readonly Act[]>>
}

/**
 * Who is signed in, may they, what has happened so far, decide, append.
 *
 * Problems: `session/nobody`, `desk/unknown-command`, `session/not-allowed`, `program/input-invalid`, `office/not-open`,
 * `office/revoked` (rule U4), `disk/very-low` (rule J7), those of the verb, those of the journal.
 */
export function openDesk(tools: DeskTools): Desk {
  const inLine = oneAtATime()

  async function decideAndAppend(verb: Verb, input: unknown, author: User): Promise<Result<readonly Act[]>> {
    const office = tools.office()
    if (office === undefined) return failure({ code: 'office/not-open' })
    const subject = verb.subject(input)
    if (BEGINS.has(verb.right) && office.revoked !== null) return failure({ code: 'office/revoked', reason: office.revoked.reason })
    if (BEGINS.has(verb.right) && isTooFull(tools.diskState())) return failure({ code: 'disk/very-low' })
    return inLine(subject, async () => {
      const acts = subject === undefined ? [] : await tools.actsOf(subject)
      const at = tools.now()
      // Deciding and appending are one turn: what the decision drew, nobody else can draw (rule N3).
      const decided = verb.decide(input, momentOf(tools, office, author, acts, at))
      if (!decided.ok) return decided
      return tools.append(decided.value, { author: author.id, at, seen: subject === undefined ? {} : { [subject]: seenOf(acts) } })
    })
  }

  return {
    perform: async (command, author) => {
      if (author === undefined) return failure({ code: 'session/nobody' })
      if (!isCommand(command)) return failure({ code: 'program/input-invalid', fields: [] })
      const found = findVerb(command.verb)
      if (!found.ok) return found
      const verb = found.value
      if (!mayDo(author.roles, verb.right)) return failure({ code: 'session/not-allowed', right: verb.right, holders: rolesWith(verb.right) })
      if (!Value.Check(verb.input, command.input)) return failure({ code: 'program/input-invalid', fields: fieldsOf(verb, command.input) })
      return decideAndAppend(verb, command.input, author)
    },
  }
}

/** What begins something new; open work can be finished on a full disk and by a revoked PC. */
const BEGINS: ReadonlySet<Right> = new Set(['dossier/receive', 'dossier/finish-same-day', 'certification/certify'])

function momentOf(tools: DeskTools, state: OfficeState, author: User, acts: readonly Act[], at: string): DeskMoment {
  const { office, hours, gone, desks } = state
  return {
    at,
    newestActAt: tools.newestActAt(),
    author,
    users: tools.users(),
    office,
    goneDevices: gone,
    desks,
    keeper: keeperInForce(state),
    calendar: tools.calendar,
    hours,
    catalogue: tools.catalogue,
    settings: tools.settings,
    acts,
    freshSubject: domain => makeId(`${domain}:`, tools.randomBytes(8)),
    nextNumber: day => tools.numbers.next(day, office.numberRange),
    bookState: tools.bookState,
    stocks: tools.stocks(),
    drawerOf: tools.drawerOf,
  }
}

/** Commands on one subject wait for each other, so that each decides on what the one before wrote; others do not wait. */
function oneAtATime(): <T>(subject: string | undefined, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (subject, work) => {
    if (subject === undefined) return work()
    const before = last.get(subject) ?? Promise.resolve()
    const result = before.then(work, work)
    last.set(subject, result)
    const forget = (): void => { if (last.get(subject) === result) last.delete(subject) }
    result.then(forget, forget)
    return result
  }
}

function isTooFull(state: DiskState): boolean {
  return state === 'very-low' || state === 'full'
}

function isCommand(command: unknown): command is Command {
  return typeof command === 'object' && command !== null && 'verb' in command && typeof command.verb === 'string' && 'input' in command
}

/** Names of the fields that do not fit; never their values, which may be about a person. */
function fieldsOf(verb: Verb, input: unknown): readonly string[] {
  return [...new Set(Value.Errors(verb.input, input).map(error => error.instancePath))].slice(0, 20)
}
