import { Value } from 'typebox/value'
import { Type } from 'typebox'
import type { Act, NewAct } from '../../shared/acts/act.ts'
import { readLine } from '../../shared/acts/chain.ts'
import { isDay } from '../../shared/base/day.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { DayClose, OfficeView, Refused, SyncApi, SyncState } from '../../shared/bridge/main-api.ts'
import { countByDesk } from '../../shared/forms/day-close/statement.ts'
import type { OfficeState } from '../../shared/offices/fold-office.ts'
import type { User } from '../../shared/users/user.ts'
import { shortName } from '../../shared/sync/safekeeping.ts'
import { sha256 } from '../journal/sha256.ts'
import type { StatementRequest } from '../printing/print-statement.ts'
import type { CityChoice } from './city-file.ts'
import type { CityLink, PagesHere, SyncJournal } from './city-link.ts'
import { BYTES_AN_ACT, closeDay, codeOf, countsOf, subjectOfPage } from './day-close.ts'
import { readEnrolCode } from './enrol-code.ts'
import type { RefusedEntry } from './refused-file.ts'

export interface SyncDoorTools {
  readonly link: CityLink
  readonly device: string
  readonly journal: SyncJournal
  readonly pages: Pick<PagesHere, 'waiting' | 'bytesOf' | 'again'>
  readonly office: () => OfficeState | undefined
  readonly view: () => Promise<OfficeView | null>
  readonly user: () => User | undefined
  readonly record: (acts: readonly NewAct[], author: string) => Promise<Result<readonly Act[]>>
  /** The city a typed code is for. */
  readonly byDefault: CityChoice | undefined
  /** The content of a file the person chose; null when cancelled. */
  readonly chooseFile: () => Promise<string | null>
  /** The path of the file when it was saved as one. */
  readonly print: (request: StatementRequest) => Promise<Result<string | null>>
  /** UTC ms. */
  readonly now: () => number
}

/** The road to the city as the window may ask about it (rules S5, S8, S10, S13, T16). */
export function openSyncDoor(tools: SyncDoorTools): SyncApi {
  const { link, journal } = tools

  async function shown(entry: RefusedEntry): Promise<Refused> {
    const subject = await subjectOf(entry)
    const { id, what, problem, since } = entry
    return { id, what, subject, dossierCode: subject === null ? null : codeOf(link.safekeeping(), subject), problem, since }
  }

  async function subjectOf({ log, seq, sha256: page }: RefusedEntry): Promise<string | null> {
    if (page !== undefined) return subjectOfPage(link.safekeeping(), shortName(page)) ?? null
    if (log === undefined || seq === undefined) return null
    const line = (await journal.linesAfter(log, seq - 1, 1))[0]
    const read = line === undefined ? undefined : readLine(line, sha256)
    return read?.ok === true ? read.value.act.subject : null
  }

  async function dayClose(day: string): Promise<DayClose> {
    if (!isDay(day)) throw new Error('sync.dayClose asked about other than a day')
    return closeDay(day, {
      safekeeping: link.safekeeping(), seqs: link.seqs(), actsOf: journal.actsOf, pageBytes: tools.pages.bytesOf,
      refused: await Promise.all(link.refused.open().map(shown)),
      unit: tools.office()?.office.unit ?? '', device: tools.device, at: new Date(tools.now()).toISOString(),
    })
  }

  async function printDayClose(day: string, to: 'printer' | 'pdf'): ReturnType<SyncApi['printDayClose']> {
    const [user, office] = [tools.user(), tools.office()]
    if (user === undefined) return failure({ code: 'session/nobody' })
    if (office === undefined) return failure({ code: 'office/not-open' })
    const statement = await dayClose(day)
    const { checkCode, at } = statement
    const subject = `day:${office.office.unit}.${day}.${tools.device}`
    const recorded = await tools.record([{ subject, kind: 'day/closed', body: { day, at, checkCode, ...countsOf(statement) } }], user.id)
    if (!recorded.ok) return recorded
    const { dossiers, pageCount, safePageCount, refused } = statement
    const printed = await tools.print({
      clerkName: user.name, to,
      statement: {
        day, at, checkCode, desk: office.office.desk, device: tools.device, desks: countByDesk(dossiers), pageCount, safePageCount,
        waiting: dossiers.filter(({ isSafe }) => !isSafe).map(({ code, desk, pagesWaiting }) => ({ code, desk, pagesWaiting })),
        refused: refused.map(({ dossierCode, problem }) => ({ dossierCode, problemCode: problem.code })),
      },
    })
    return printed.ok ? success({ checkCode, file: printed.value }) : printed
  }

  async function settle(id: string, how: 'again' | 'give-up', reason: string): Promise<Result<null>> {
    if (!Value.Check(Settling, [id, how, reason])) return failure({ code: 'program/input-invalid', fields: [] })
    const [user, entry] = [tools.user(), link.refused.find(id)]
    if (user === undefined) return failure({ code: 'session/nobody' })
    if (entry === undefined) return success(null)
    if (entry.problem.code === 'sync/brake' && !user.roles.includes('director')) {
      return failure({ code: 'session/not-allowed', right: 'office/settings', holders: ['director'] })
    }
    const subject = `refusal:${id.replace(/^[a-z]+:/, '').replace(/[^A-Za-z0-9.-]/g, '.').slice(0, 64)}`
    const body = { id, what: entry.what, problem: entry.problem.code, how, reason, about: await subjectOf(entry) }
    const recorded = await tools.record([{ subject, kind: 'refusal/settled', body }], user.id)
    if (!recorded.ok) return recorded
    if (how === 'give-up') {
      await link.refused.giveUp(id)
      return success(null)
    }
    if (entry.what === 'pull') link.brake.release()
    if (entry.sha256 !== undefined) await tools.pages.again(entry.sha256)
    await link.refused.forget(id)
    await link.sendNow()
    return success(null)
  }

  async function enrol(code: string): Promise<Result<OfficeView>> {
    const read = readEnrolCode(typeof code === 'string' ? code.slice(0, 2000) : '', tools.byDefault)
    if (!read.ok) return read
    const enrolled = await link.enrol(read.value)
    if (!enrolled.ok) return enrolled
    const view = await tools.view()
    return view === null ? failure({ code: 'office/not-open' }) : success(view)
  }

  function state(): SyncState {
    const [line, city, { lastExchangeAt, clockDrift }] = [link.line(), link.city(), link.road()]
    const [acts, { pages, bytes: pageBytes }] = [link.actsWaiting(), tools.pages.waiting()]
    const bytes = pageBytes + acts * BYTES_AN_ACT
    const waiting = city === undefined
      ? { dossiers: 0, acts: 0, pages, bytes: pageBytes }
      : { dossiers: link.dossiersWaiting(), acts, pages, bytes }
    return {
      line, lastExchangeAt, clockDrift, waiting,
      city: city === undefined ? null : { name: city.name, address: city.address },
      secondsLeft: secondsLeft(bytes),
      refusedCount: link.refused.open().length,
    }
  }

  /** Told only after 20 seconds of sending: before, a speed is a guess. */
  function secondsLeft(bytes: number): number | null {
    const [since, speed] = [link.sendingSince(), link.speed()]
    return since === null || speed === null || tools.now() - since < 20_000 ? null : Math.ceil(bytes / speed)
  }

  return {
    state: () => Promise.resolve(state()),
    areSafe: async subjects => {
      if (!Value.Check(Subjects, subjects)) throw new Error('sync.areSafe asked about other than subjects')
      return Promise.all(subjects.map(link.isSafe))
    },
    dayClose,
    sendNow: link.sendNow,
    enrol,
    chooseEnrolFile: tools.chooseFile,
    settle,
    printDayClose: async (day, to) => printDayClose(day, to === 'pdf' ? 'pdf' : 'printer'),
  }
}

const Subjects = Type.Array(Type.String({ maxLength: 100 }), { maxItems: 1000 })
const Settling = Type.Tuple([
  Type.String({ minLength: 1, maxLength: 200 }), Type.Union([Type.Literal('again'), Type.Literal('give-up')]), Type.String({ maxLength: 1000 }),
])
