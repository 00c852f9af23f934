import type { City } from '../city.ts'
import { foldUnit, setNextLineAside } from './fold-unit.ts'
import { follow } from './growth.ts'
import { emptyTables, isOfAnotherShape } from './tables.ts'
import { unitOfLog } from './unit-of-log.ts'

/** What keeps the tables up to the record. */
export interface Projector {
  /** A log grew; whoever appends in this process says so. */
  readonly grew: (log: string) => void
  /** Resolves when everything told so far, and what the last look at the record found, is in the tables. */
  readonly settled: () => Promise<void>
  /** Resolves when the batch under way is in. */
  readonly stop: () => Promise<void>
}

export interface ProjectorOptions {
  /** Called with what a database said; the projector goes on by itself. */
  readonly report?: (error: unknown) => void
}

/**
 * Folds the record's lines into the tables, a few thousand at a time, from where the tables stand.
 *
 * Several processes may run one each: a unit is folded by one at a time. Every quarter of a minute the record's heads are compared
 * with the tables, for lines whose process died before it folded them.
 */
export async function startProjector(city: City, { report = () => undefined }: ProjectorOptions = {}): Promise<Projector> {
  const waiting = new Map<string, Set<string>>()
  const asking = new Set<Promise<void>>()
  let isStopped = false
  let mostLines = MOST_LINES
  let working: Promise<void> | undefined
  /** Somebody waits for the tables. */
  let hurried = 0
  let grewAt = Number.NEGATIVE_INFINITY
  let pause: { readonly end: () => void } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let sweeping: Promise<void> | undefined

  function want(unit: string, log: string): void {
    waiting.set(unit, (waiting.get(unit) ?? new Set()).add(log))
    working ??= work().finally(() => { working = undefined })
  }

  async function work(): Promise<void> {
    for (let next = waiting.entries().next().value; next !== undefined && !isStopped; next = waiting.entries().next().value) {
      const [unit, logs] = next
      await lettingPushesPass()
      waiting.delete(unit)
      const unfinished = await foldOrBear(unit, [...logs])
      // Behind the other units, so that a large one starves none.
      if (unfinished.length > 0) waiting.set(unit, new Set([...unfinished, ...waiting.get(unit) ?? []]))
    }
  }

  /** What the tables cannot take is narrowed down to its line, which is set aside; a database that is away is waited for. */
  async function foldOrBear(unit: string, logs: readonly string[]): Promise<readonly string[]> {
    try {
      const unfinished = await foldUnit(city, unit, logs, mostLines)
      mostLines = Math.min(MOST_LINES, mostLines * 2)
      return unfinished
    } catch (error) {
      report(error)
      if (!await isThere()) {
        await waitAWhile()
        return logs
      }
      const [first] = logs
      if (mostLines === 1 && logs.length === 1 && first !== undefined) await setNextLineAside(city, unit, first)
      if (mostLines > 1) mostLines = Math.max(1, Math.floor(mostLines / 8))
      else if (first !== undefined) {
        for (const log of logs.slice(1)) want(unit, log)
        return [first]
      }
      return logs
    }
  }

  async function isThere(): Promise<boolean> {
    return city.db.query('SELECT 1 AS one').then(() => true, () => false)
  }

  function waitAWhile(): Promise<void> {
    return new Promise(resolve => {
      const end = (): void => {
        clearTimeout(alarm)
        pause = undefined
        resolve()
      }
      const alarm = setTimeout(end, AWAY_MS)
      pause = { end }
    })
  }

  /** Devices wait for answers, pages can wait a moment: while lines come in, folding stands back, though never for long. */
  async function lettingPushesPass(): Promise<void> {
    const since = performance.now()
    while (hurried === 0 && !isStopped && performance.now() - grewAt < QUIET_MS && performance.now() - since < MOST_PATIENCE_MS) {
      await new Promise(resolve => setTimeout(resolve, QUIET_MS / 4))
    }
  }

  function grew(log: string): void {
    if (isStopped) return
    grewAt = performance.now()
    const asked = unitOfLog(city, log).then(unit => { want(unit, log) }, report)
    asking.add(asked)
    void asked.finally(() => asking.delete(asked))
  }

  /** Every log of the record that stands further than the tables. */
  async function sweep(): Promise<void> {
    // In this order: the tables may not seem ahead because lines came between the two questions.
    const folded = await city.db.query<{ log: string, seq: number, name: string }>('SELECT log, seq, name FROM projected')
    const logs = await city.record.logs()
    const heads = await city.record.heads(logs)
    const isAhead = folded.some(({ log, seq, name }) => {
      const head = heads[log]
      return head !== undefined && (seq > head.seq || (seq === head.seq && name !== head.name))
    })
    if (isAhead) {
      await emptyTables(city)
      for (const log of logs) grew(log)
      return
    }
    const seqByLog = new Map(folded.map(({ log, seq }) => [log, seq]))
    for (const log of logs) if ((heads[log]?.seq ?? 0) > (seqByLog.get(log) ?? 0)) grew(log)
  }

  function sweepLater(): void {
    timer = setTimeout(() => {
      sweeping = sweep().catch(error => { if (!isStopped) report(error) }).finally(() => { if (!isStopped) sweepLater() })
    }, SWEEP_MS)
    timer.unref()
  }

  async function settled(): Promise<void> {
    hurried += 1
    try {
      while ((asking.size > 0 || working !== undefined) && !isStopped) {
        await Promise.all(asking)
        await working
      }
    } finally {
      hurried -= 1
    }
  }

  if (await isOfAnotherShape(city)) await emptyTables(city)
  await sweep()
  sweepLater()
  const unfollow = follow(city, { grew, settled })
  return {
    grew,
    settled,
    stop: async () => {
      isStopped = true
      unfollow()
      clearTimeout(timer)
      pause?.end()
      await sweeping
      await Promise.all(asking)
      await working
    },
  }
}

const MOST_LINES = 4000
const SWEEP_MS = 15_000
const AWAY_MS = 1000
const QUIET_MS = 400
const MOST_PATIENCE_MS = 5000
