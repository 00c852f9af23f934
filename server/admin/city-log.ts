import { BEFORE_FIRST, type Act, type NewAct } from '../../shared/acts/act.ts'
import { readLine, writeLine } from '../../shared/acts/chain.ts'
import { CLOCK_START, compareClocks, nextClock } from '../../shared/acts/clock.ts'
import { bytesToHex } from '../../shared/base/id.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { headText } from '../../shared/sync/signed-texts.ts'
import type { City } from '../city.ts'
import { logGrew } from '../projections/growth.ts'
import type { LineRecord, LogHead } from '../record/record.ts'
import { sha256 } from '../record/sha256.ts'

/** One of the logs the city writes itself, and what a decision must know of it. */
export interface CityLog<State, Held extends Problem = never> {
  readonly log: string
  /** Why nothing may be written now, if so. */
  readonly held?: (city: City) => Promise<Held | undefined>
  /** A fresh state, which `admit` changes act by act; null when decisions need nothing of what stands there. */
  readonly fold: null | {
    readonly start: () => State
    readonly admit: (state: State, act: Act) => void
    /** What the tables know of it up to some line, so that a long log is not read from its beginning at every start. */
    readonly resume?: (city: Pick<City, 'db'>) => Promise<Resumed<State> | undefined>
  }
}

export interface Resumed<State> {
  readonly state: State
  readonly head: LogHead
  readonly clock: string
}

/** What a decision leaves behind. Without acts nothing is written. */
export interface Decided<T> {
  readonly acts: readonly NewAct[]
  readonly value: T
}

/**
 * Decides on what the log says now and appends what was decided, or nothing; resolves once that is flushed.
 *
 * When another process was first, the decision is made again on what it wrote: so a code is used once, and no range is given twice.
 */
export function writeActs<State, T, P extends Problem, Held extends Problem = never>(
  city: City, of: CityLog<State, Held>, author: string,
  decide: (state: State) => Result<Decided<T>, P> | Promise<Result<Decided<T>, P>>, newest: string = CLOCK_START,
): Promise<Result<T, P | Held>> {
  const view = viewOf(city, of)
  return inLine(view, async () => {
    const held = await of.held?.(city)
    if (held !== undefined) return failure(held)
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      await advance(city, of, view)
      const decided = await decide(view.state)
      if (!decided.ok) return decided
      const { acts, value } = decided.value
      if (acts.length === 0) return success(value)
      const written = stampAll(city, of.log, author, acts, view, newest)
      const last = written.at(-1)
      if (last === undefined) throw new Error('Nothing was written')
      const head = { seq: last.act.seq, name: last.act.name }
      const appended = await city.record.append(of.log, view.head, {
        lines: written.map(({ line }) => line.slice(0, -1)), head, pushedBy: 'city',
        signature: city.keys.sign(headText({ device: of.log, ...head })), receivedAt: new Date(city.now()).toISOString(),
      })
      if (!appended.ok) continue
      for (const { act } of written) admit(of, view, act)
      logGrew(city, of.log)
      return success(value)
    }
    throw new Error(`The log ${of.log} never stands still`)
  })
}

/** What the log says now, asked of the record again when what is known is older than `maxAgeMs`. */
export function readState<State>(city: City, of: CityLog<State, Problem>, maxAgeMs = 0): Promise<State> {
  const view = viewOf(city, of)
  if (maxAgeMs > 0 && performance.now() - view.readAt < maxAgeMs) return Promise.resolve(view.state)
  return inLine(view, async () => {
    await advance(city, of, view)
    return view.state
  })
}

/** As `readState` for many logs of one kind, with one question to the record. */
export async function readStates<State>(city: City, logs: readonly CityLog<State, Problem>[], maxAgeMs: number): Promise<readonly State[]> {
  const views = logs.map(of => viewOf(city, of))
  if (views.some(view => performance.now() - view.readAt >= maxAgeMs)) {
    const askedAt = performance.now()
    const heads = await city.record.heads(logs.map(({ log }) => log))
    await Promise.all(logs.map(async (of, i) => {
      const view = viewOf(city, of)
      if ((heads[of.log]?.seq ?? 0) > view.head.seq) await inLine(view, () => advance(city, of, view))
      else if (views[i] !== undefined) view.readAt = Math.max(view.readAt, askedAt)
    }))
  }
  return views.map(({ state }) => state)
}

const MOST_ATTEMPTS = 100
const READ_BYTES = 4_000_000

interface View<State> {
  state: State
  head: LogHead
  clock: string
  /** By the process's own running time. */
  readAt: number
  line: Promise<unknown>
}

const views = new WeakMap<LineRecord, Map<string, View<unknown>>>()

function viewOf<State>(city: City, of: CityLog<State, Problem>): View<State> {
  const ofRecord = views.get(city.record) ?? new Map<string, View<unknown>>()
  views.set(city.record, ofRecord)
  const known = ofRecord.get(of.log)
  if (known !== undefined) return known as View<State>
  const view: View<State> = {
    state: of.fold?.start() as State, head: { seq: 0, name: BEFORE_FIRST }, clock: CLOCK_START,
    readAt: Number.NEGATIVE_INFINITY, line: Promise.resolve(),
  }
  ofRecord.set(of.log, view)
  return view
}

/** One thing at a time on one log, in the order asked. */
function inLine<T>(view: View<unknown>, task: () => Promise<T>): Promise<T> {
  const done = view.line.then(task)
  view.line = done.catch(() => undefined)
  return done
}

async function advance<State>(city: City, of: CityLog<State, Problem>, view: View<State>): Promise<void> {
  const askedAt = performance.now()
  const head = (await city.record.heads([of.log]))[of.log]
  if (head !== undefined && view.head.seq === 0) await resume(city, of, view, head)
  while (head !== undefined && view.head.seq < head.seq) {
    // What was before the last line matters only to a fold.
    const after = of.fold === null ? head.seq - 1 : view.head.seq
    const lines = await city.record.read(of.log, after, READ_BYTES)
    if (lines.length === 0) throw new Error(`The record has no lines of ${of.log} after ${after}`)
    for (const { line } of lines) {
      const read = readLine(line, sha256)
      if (!read.ok) throw new Error(`A line of ${of.log} does not read: ${read.problem.code}`)
      admit(of, view, read.value.act)
    }
  }
  view.readAt = askedAt
}

/** Nothing the tables say is believed beyond the record. */
async function resume<State>(city: City, of: CityLog<State, Problem>, view: View<State>, head: LogHead): Promise<void> {
  const resumed = await of.fold?.resume?.(city)
  if (resumed === undefined || resumed.head.seq > head.seq) return
  if (resumed.head.seq === head.seq && resumed.head.name !== head.name) return
  Object.assign(view, resumed)
}

function admit<State>(of: CityLog<State, Problem>, view: View<State>, act: Act): void {
  of.fold?.admit(view.state, act)
  view.head = { seq: act.seq, name: act.name }
  view.clock = act.clock
}

function stampAll<State>(
  city: City, log: string, author: string, acts: readonly NewAct[], view: View<State>, newest: string,
): readonly { readonly line: string, readonly act: Act }[] {
  const at = new Date(city.now()).toISOString()
  let { head: { seq, name: prev } } = view
  let clock = compareClocks(newest, view.clock) > 0 ? newest : view.clock
  return acts.map((newAct, i) => {
    clock = nextClock(city.now(), clock)
    const salt = bytesToHex(city.randomBytes(16))
    const more = acts.length - 1 - i
    const written = writeLine(newAct, { device: log, seq: seq + 1, prev, at, clock, author, seen: {}, more, salt }, sha256)
    ;({ seq, name: prev } = written.act)
    return written
  })
}
