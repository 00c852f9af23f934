import { join } from 'node:path'
import type { Act, NewAct, Seen } from '../../shared/acts/act.ts'
import { writeLine } from '../../shared/acts/chain.ts'
import { compareClocks, nextClock } from '../../shared/acts/clock.ts'
import { dayOfInstant } from '../../shared/base/day.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { LineRef } from './by-subject.ts'
import { openLogFile, type LogFile } from './log-file.ts'
import type { JournalProblem } from './problems.ts'
import { sha256 } from './sha256.ts'

/** Who appends, when, and what they had seen of each subject they touch. */
export interface AppendBy {
  readonly author: string
  /** UTC, ms: the moment the decision was made for. */
  readonly at: string
  /** By subject; one left out had nothing to be seen. */
  readonly seen?: Readonly<Record<string, Seen>>
}

export interface OwnLogOptions {
  /** `journal/<device>` */
  readonly folder: string
  readonly device: string
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
  readonly head: { readonly seq: number; readonly name: string }
  /** The newest clock of all logs. */
  readonly newestClock: string
  /** The newest day file; empty when there is none. */
  readonly file: string
  readonly onStamped: (act: Act) => void
  readonly onSaved: (saved: readonly SavedAct[]) => void
  readonly onTakenBack: () => void
  /** Answers a failed write: true means there is room now and it is worth another try. */
  readonly makeRoom: (error: unknown) => Promise<boolean>
  /** What to tell the clerk of a failed write; `isWhole` says that the file ends where it did before. */
  readonly toProblem: (error: unknown, isWhole: boolean) => Promise<JournalProblem>
}

export interface SavedAct {
  readonly act: Act
  readonly ref: LineRef
}

export interface OwnLog {
  /** Stamps at once, in the order of the calls; resolves when the lines are on disk (rule J2). */
  readonly append: (newActs: readonly NewAct[], by: AppendBy) => Promise<Result<readonly Act[], JournalProblem>>
  /** An act of another device was read: what is stamped from now on is later (rule J4), however far ahead its clock ran. */
  readonly sawClock: (clock: string) => void
  /** Resolves when nothing is on its way to the disk. */
  readonly idle: () => Promise<void>
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly acts: readonly Act[]
  readonly lines: readonly Buffer[]
  readonly answer: (result: Result<readonly Act[], JournalProblem>) => void
}

/** The end of this device's log: stamps, chains, and shares each flush among all who wait (rule J2). */
export function openOwnLog(options: OwnLogOptions): OwnLog {
  const { folder, device, now, randomBytes } = options
  let saved = { ...options.head, clock: options.newestClock }
  let stamped = saved
  let seenClock = options.newestClock
  const waiting: Waiting[] = []
  let file: LogFile | undefined
  let fileName = options.file
  let running: Promise<void> | undefined
  const nextSalt = saltsFrom(randomBytes)
  const fileToday = dayFiles(now)

  function stamp(newAct: NewAct, by: AppendBy, seen: Seen, more: number): { readonly act: Act; readonly line: Buffer } {
    const clock = nextClock(now(), compareClocks(seenClock, stamped.clock) > 0 ? seenClock : stamped.clock)
    const salt = nextSalt()
    const { act, line } = writeLine(newAct, {
      device, seq: stamped.seq + 1, prev: stamped.name, at: by.at, clock, author: by.author, seen, more, salt,
    }, sha256)
    stamped = act
    return { act, line: Buffer.from(line, 'utf8') }
  }

  function append(newActs: readonly NewAct[], by: AppendBy): Promise<Result<readonly Act[], JournalProblem>> {
    if (newActs.length === 0) return Promise.resolve(success([]))
    const before = stamped
    const seenBySubject = new Map(Object.entries(by.seen ?? {}))
    const stampedActs: { readonly act: Act; readonly line: Buffer }[] = []
    try {
      newActs.forEach((newAct, place) => {
        const seen = seenBySubject.get(newAct.subject) ?? {}
        const next = stamp(newAct, by, seen, newActs.length - 1 - place)
        seenBySubject.set(newAct.subject, { ...seen, [device]: next.act.seq })
        stampedActs.push(next)
      })
    } catch (error) {
      stamped = before
      throw error
    }
    const answered = new Promise<Result<readonly Act[], JournalProblem>>(answer => {
      waiting.push({ acts: stampedActs.map(({ act }) => act), lines: stampedActs.map(({ line }) => line), answer })
    })
    // The drive is at work already while the rest is done here.
    running ??= flushAll()
    for (const { act } of stampedActs) options.onStamped(act)
    return answered
  }

  async function flushAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0)
      try {
        await flush(batch)
      } catch (error) {
        await refuse(batch, error)
      }
      // One turn later, so that everyone woken by this flush shares the next.
      await new Promise<void>(resolve => process.nextTick(resolve))
    }
    running = undefined
  }

  async function flush(batch: readonly Waiting[]): Promise<void> {
    const lines = batch.flatMap(({ lines }) => lines)
    const bytes = lines.length === 1 && lines[0] !== undefined ? lines[0] : Buffer.concat(lines)
    const start = await write(bytes)
    const acts = batch.flatMap(({ acts }) => acts)
    saved = acts.at(-1) ?? saved
    let offset = start
    options.onSaved(acts.map((act, place) => {
      const ref = { device, seq: act.seq, file: fileName, offset, length: lines[place]?.length ?? 0 }
      offset += ref.length
      return { act, ref }
    }))
    for (const { acts: own, answer } of batch) answer(success(own))
  }

  /** Returns the offset the bytes begin at. */
  async function write(bytes: Buffer, mayTryAgain = true): Promise<number> {
    try {
      const into = fileInUse() ?? await fileOfToday()
      const start = into.size()
      await into.append(bytes)
      return start
    } catch (error) {
      if (!mayTryAgain || !await options.makeRoom(error)) throw error
      await file?.cutBack()
      return write(bytes, false)
    }
  }

  /** Where the wall clock went back a day, the newest file goes on: files stay in the order of the chain. */
  function fileInUse(): LogFile | undefined {
    return fileToday() > fileName ? undefined : file
  }

  async function fileOfToday(): Promise<LogFile> {
    const today = fileToday()
    const name = today > fileName ? today : fileName
    const next = await openLogFile(join(folder, name))
    await file?.close()
    file = next
    fileName = name
    return file
  }

  /** Whoever stamped after a line that was not saved chains onto nothing: all who wait are refused with it. */
  async function refuse(batch: readonly Waiting[], error: unknown): Promise<void> {
    const isWhole = await cutBack()
    const problem = await options.toProblem(error, isWhole)
    const refused = [...batch, ...waiting.splice(0)]
    stamped = saved
    options.onTakenBack()
    for (const { answer } of refused) answer(failure(problem))
  }

  async function cutBack(): Promise<boolean> {
    try {
      await file?.cutBack()
      return true
    } catch (error) {
      if (error instanceof Error) return false
      throw error
    }
  }

  return {
    append,
    sawClock: clock => {
      if (compareClocks(clock, seenClock) > 0) seenClock = clock
    },
    idle: async () => {
      while (running !== undefined) await running
    },
    close: async () => {
      while (running !== undefined) await running
      await file?.close()
      file = undefined
    },
  }
}

const SALT_BYTES = 16

/** Chance is fetched for many lines at once. */
function saltsFrom(randomBytes: (count: number) => Uint8Array): () => string {
  let pool = Buffer.alloc(0)
  return () => {
    if (pool.length === 0) pool = Buffer.from(randomBytes(64 * SALT_BYTES))
    const salt = pool.toString('hex', 0, SALT_BYTES)
    pool = pool.subarray(SALT_BYTES)
    return salt
  }
}

/** The name of the file of a day in Vietnam, whose midnight is a full hour everywhere: worked out once an hour. */
function dayFiles(now: () => number): () => string {
  let hour = Number.NaN
  let name = ''
  return () => {
    const current = Math.floor(now() / 3_600_000)
    if (current !== hour) name = `${dayOfInstant(new Date(now()).toISOString())}.ndjson`
    hour = current
    return name
  }
}
