import { setTimeout as pause } from 'node:timers/promises'
import { bytesToHex } from '../../../shared/base/id.ts'
import { failure, success, type Result } from '../../../shared/base/result.ts'
import type { DeskPlaces } from '../../lan/desk-places.ts'
import type { Line } from '../../lan/line.ts'
import { ask, sideOf, told } from '../lending/ask-lender.ts'
import { collectLeft, type TakeLate } from '../lending/collect.ts'
import type { LentScanner, RunEnd } from '../lending/messages.ts'
import type { Driver, DriverProblem, RawPage, ScanEnd, Scanner, ScanWish } from './driver.ts'

export interface LentParts {
  readonly lenders: Pick<DeskPlaces, 'devices' | 'call'>
  /** Waits until nothing is fetched from that lender any more, and keeps others from it until what comes back is called. */
  readonly enter: (device: string) => Promise<() => void>
  readonly take: TakeLate
  readonly randomBytes: (count: number) => Uint8Array
  /** Milliseconds a lender may be away in the middle of a stack before it is said. */
  readonly giveUpMs: number
}

/**
 * The scanner of another desk of the unit, over the office network.
 *
 * A side is acknowledged when the next one is asked for, so the lender keeps it until it is durable here.
 * A lender that went away and came back goes on where it was; away for longer, the run ends in words, and what it still has comes later.
 */
export function lentDriver(parts: LentParts): Driver {
  return {
    name: DRIVER,
    list: async signal => {
      const found = await Promise.all(parts.lenders.devices().map(device => scannersAt(device, parts.lenders, signal)))
      return success(found.flat())
    },
    scan: (scanner, wish, signal) => scanLent(parts, scanner, wish, signal),
  }
}

const DRIVER = 'lent'

/** The scanner that desk lends now; none when it cannot be reached. */
export async function scannersAt(device: string, lenders: Pick<DeskPlaces, 'call'>, signal: AbortSignal): Promise<readonly Scanner[]> {
  const called = await lenders.call(device, signal)
  return called.ok ? scannersOn(called.value) : []
}

/** Asks over this line, and closes it. */
export async function scannersOn(line: Line): Promise<readonly Scanner[]> {
  await ask(line, { ask: 'scanners' })
  const answer = (await told(line))?.said
  line.channel.close()
  return answer?.tell === 'scanners' ? answer.scanners.map(lent => toScanner(lent, line)) : []
}

function toScanner({ name, sources, resolutions, reach }: LentScanner, { peer }: Line): Scanner {
  return { id: `${DRIVER}:${peer.device}`, name, driver: DRIVER, sources, resolutions, reach, lentBy: peer.desk }
}

async function* scanLent(
  parts: LentParts, scanner: Scanner, wish: ScanWish, signal: AbortSignal,
): AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>> {
  const run = bytesToHex(parts.randomBytes(16))
  const state: RunState = { run, scanner: scanner.name, have: 0, sheets: 0 }
  const device = scanner.id.slice(DRIVER.length + 1)
  const leave = await parts.enter(device)
  let isCaughtUp = wish.batch === undefined
  try {
    for (let cuts = 0; cuts < MOST_CUTS; cuts += 1) {
      const line = await reach(parts, device, signal)
      if (line === undefined) break
      // Sheets that went through before the stack was cut off stand before those that come now.
      isCaughtUp ||= await collectLeft(line, wish.batch ?? null, parts.take)
      if (!isCaughtUp) continue
      const had = state.have
      const end = yield* follow(line, state, wish, signal)
      if (end !== undefined) return end
      // What lies in the feeder is scanned to its end over there; it comes when the line is back.
      if (signal.aborted) break
      if (state.have > had) cuts = 0
    }
    return signal.aborted ? CANCELLED : failure({ code: 'scan/offline', scanner: scanner.name, sheets: state.sheets })
  } finally {
    leave()
  }
}

/** In a row, without one side in between. */
const MOST_CUTS = 20
const CANCELLED = success<ScanEnd>({ reason: 'cancelled' })

interface RunState {
  readonly run: string
  readonly scanner: string
  /** The last side that is durable here. */
  have: number
  sheets: number
}

/** Calls until it is there, or was away for too long. */
async function reach({ lenders, giveUpMs }: LentParts, device: string, signal: AbortSignal): Promise<Line | undefined> {
  const tooLong = AbortSignal.any([signal, AbortSignal.timeout(giveUpMs)])
  for (;;) {
    const called = await lenders.call(device, tooLong)
    if (called.ok) return called.value
    await pause(RETRY_MS, undefined, { signal: tooLong }).catch(() => undefined)
    if (tooLong.aborted) return undefined
  }
}

const RETRY_MS = 500

/** One line's share of the run; undefined when the line broke. */
async function* follow(
  line: Line, state: RunState, { onWait, ...wish }: ScanWish, signal: AbortSignal,
): AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem> | undefined> {
  const { run } = state
  const { source, resolution, colour, ownSettings, sheets } = wish
  const stop = (): void => { void ask(line, { ask: 'stop', run }) }
  await ask(line, {
    ask: 'run', run, batch: wish.batch ?? '', have: state.have,
    wish: { source, resolution, colour, ownSettings, ...(sheets === undefined ? {} : { sheets }) },
  })
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  let isEnded = false
  try {
    for (;;) {
      const next = await told(line)
      if (next === undefined) return undefined
      const { said } = next
      if (said.tell === 'waiting' && said.run === run) onWait?.({ by: said.by, sheetsLeft: said.sheetsLeft })
      else if (said.tell === 'turn' && said.run === run) onWait?.(null)
      else if (said.tell === 'end' && said.run === run) {
        await ask(line, { ask: 'done', run })
        isEnded = true
        return toResult(said.end, state)
      } else if (said.tell === 'gone' && said.run === run) {
        isEnded = true
        return toResult({ code: 'scan/failed' }, state)
      } else {
        const side = sideOf(line, run, next)
        if (side === undefined) return undefined
        const { n, ...raw } = side
        if (n > state.have) {
          if (raw.side === 'front') state.sheets += 1
          yield raw
          state.have = n
        }
        await ask(line, { ask: 'have', run, n })
      }
    }
  } finally {
    signal.removeEventListener('abort', stop)
    if (!isEnded) await ask(line, { ask: 'stop', run })
    line.channel.close()
  }
}

function toResult(end: RunEnd, { scanner, sheets }: RunState): Result<ScanEnd, DriverProblem> {
  if ('reason' in end) return success({ reason: end.reason })
  return failure(isPicture(end.code) ? { code: end.code, file: '' } : { code: end.code, scanner, sheets })
}

type PictureCode = Extract<DriverProblem, { file: string }>['code']

function isPicture(code: DriverProblem['code']): code is PictureCode {
  return code.startsWith('picture/')
}
