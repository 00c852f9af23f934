import type { Result } from '../../../shared/base/result.ts'
import type { Line } from '../../lan/line.ts'
import type { DriverProblem, RawPage, ScanEnd, Scanner, ScanWish } from '../drivers/driver.ts'
import type { Bell } from './bell.ts'
import type { Ask, RunEnd } from './messages.ts'
import type { Spool } from './spool.ts'
import type { Turns } from './turns.ts'

type RunAsk = Extract<Ask, { ask: 'run' }>

export interface RunnerParts {
  readonly spool: Spool
  readonly turns: Turns
  /** This PC's own chosen scanner. */
  readonly own: () => Scanner | null
  readonly scan: (scanner: Scanner, wish: ScanWish, signal: AbortSignal) => AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>>
  /** UTC ms. */
  readonly now: () => number
  readonly report: (error: unknown) => void
}

export interface Runner {
  /** The desk of a run that waits or is scanned. */
  readonly ownerOf: (run: string) => string | undefined
  /** Queues a new run, or one that was cut off; any other stays as it is. False when that desk waits too often already. */
  readonly begin: (ask: RunAsk, line: Line) => boolean
  /** Nothing more is scanned for a run that was cut off. */
  readonly leaveOff: (run: string) => Promise<void>
  readonly stop: (run: string) => void
  readonly stopAll: () => Promise<void>
}

interface Work {
  readonly device: string
  readonly stopper: AbortController
  readonly finished: Promise<void>
}

/** Scans for one desk after another, into the spool. A line that breaks stops nobody's stack: what lies in the feeder is that desk's. */
export function makeRunner({ spool, turns, own, scan, now, report }: RunnerParts, bell: Bell): Runner {
  const works = new Map<string, Work>()

  async function work({ run, batch, wish }: RunAsk, { channel, peer }: Line, stopper: AbortController): Promise<void> {
    const { device, desk } = peer
    let fronts = 0
    const give = await turns.take({
      device, desk,
      sheetsLeft: () => wish.sheets === undefined ? null : Math.max(0, wish.sheets - fronts),
      // A turn that comes while nobody is at the other end would scan whatever lies there.
      signal: AbortSignal.any([channel.closed, stopper.signal]),
      onWait: waiting => { void channel.send(waiting === null ? { tell: 'turn', run } : { tell: 'waiting', run, ...waiting }) },
    })
    if (give === undefined) {
      if (spool.find(run) === undefined) await channel.send({ tell: 'end', run, end: { reason: 'cancelled' } })
      else if (stopper.signal.aborted) await end(run, { reason: 'cancelled' })
      return
    }
    let came: RunEnd = { code: 'scan/failed' }
    try {
      if (spool.find(run) === undefined) await spool.begin({ run, device, desk, batch, at: new Date(now()).toISOString() })
      came = await scanInto(run, wish, stopper.signal, side => { if (side === 'front') fronts += 1 })
    } catch (error) {
      report(error)
    } finally {
      await end(run, came)
      give(!('reason' in came && came.reason !== 'cancelled') && !('code' in came && EMPTY.has(came.code)))
    }
  }

  async function scanInto(run: string, wish: RunAsk['wish'], signal: AbortSignal, onSide: (side: string) => void): Promise<RunEnd> {
    const scanner = own()
    if (scanner === null) return { code: 'scan/no-scanner' }
    const sides = scan(scanner, wish, signal)
    try {
      for (;;) {
        const step = await sides.next()
        if (step.done === true) return step.value.ok ? step.value.value : { code: step.value.problem.code }
        await spool.keep(run, step.value)
        onSide(step.value.side)
        bell.ring()
      }
    } finally {
      await sides.return({ ok: true, value: { reason: 'cancelled' } })
    }
  }

  async function end(run: string, how: RunEnd): Promise<void> {
    if (spool.find(run) !== undefined) await spool.end(run, how).catch(report)
    bell.ring()
  }

  function begin(ask: RunAsk, line: Line): boolean {
    const { run } = ask
    if (works.has(run) || spool.endOf(run) !== undefined) return true
    const { device } = line.peer
    if ([...works.values()].filter(other => other.device === device).length >= MOST_RUNS_OF_A_DESK) return false
    const stopper = new AbortController()
    const finished = work(ask, line, stopper).catch(report).finally(() => works.delete(run))
    works.set(run, { device, stopper, finished: finished.then(() => undefined) })
    return true
  }

  return {
    ownerOf: run => works.get(run)?.device,
    begin,
    leaveOff: async run => {
      if (!works.has(run) && spool.endOf(run) === undefined) await end(run, { code: 'scan/offline' })
    },
    stop: run => { works.get(run)?.stopper.abort() },
    stopAll: async () => {
      const all = [...works.values()]
      for (const { stopper } of all) stopper.abort()
      await Promise.all(all.map(({ finished }) => finished))
    },
  }
}

/** After these nothing of the desk's stack lies in the feeder. */
const EMPTY: ReadonlySet<string> = new Set(['scan/no-paper', 'scan/no-scanner', 'scan/offline'])
const MOST_RUNS_OF_A_DESK = 4
