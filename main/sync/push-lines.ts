import { headText } from '../../shared/sync/signed-texts.ts'
import { LIMITS, type Heads } from '../../shared/sync/protocol.ts'
import { sha256 } from '../journal/sha256.ts'
import type { RoundEnd } from './round-tools.ts'
import { note, refuse, toEnd, type Run } from './run.ts'
import type { CityRefusal, RoadProblem } from './transports/transport.ts'

/**
 * Pushes what the city lacks of this PC's own log, and of the logs it was copied from (rules S3, J9).
 *
 * `heads` is what the city said it has; without it the push goes on from where it was.
 */
export async function pushLines(run: Run, heads: Heads | undefined): Promise<RoundEnd | undefined> {
  const { device, confirmed } = run.tools
  if (heads !== undefined && (heads[device]?.seq ?? 0) < confirmed(device)) noteBehind(run)
  return await pushOwn(run, heads) ?? await pushCarried(run)
}

/** The city lost what it had confirmed; nothing is taken from this PC, everything is sent again (rule S13). */
function noteBehind(run: Run): void {
  run.isCityBehind = true
  refuse(run, { id: 'city-behind', what: 'device', problem: { code: 'sync/city-behind' } })
}

async function pushOwn(run: Run, heads: Heads | undefined): Promise<RoundEnd | undefined> {
  const { device, logs, confirmed } = run.tools
  const own = logs.heads()[device] ?? { seq: 0, name: '' }
  const atCity = heads?.[device]
  if (atCity !== undefined) {
    // Their newest line may be ours or another's: what was never confirmed is shown to the city, which keeps a fork aside.
    if (own.seq < atCity.seq) {
      const end = own.seq > confirmed(device) ? await pushFrom(run, Math.min(confirmed(device), own.seq)) : undefined
      return end ?? { state: 'copied', how: 'behind' }
    }
    if (own.seq === atCity.seq && own.name !== atCity.name) {
      const end = await pushFrom(run, Math.min(confirmed(device), own.seq - 1))
      return end ?? { state: 'copied', how: 'fork' }
    }
  }
  return pushFrom(run, run.ownAtCity)
}

async function pushFrom(run: Run, start: number): Promise<RoundEnd | undefined> {
  const { device, logs } = run.tools
  let after = start
  let gapCount = 0
  while (!run.isOwnHeld && (logs.heads()[device]?.seq ?? 0) > after) {
    if (run.tools.shouldStop?.() === true) return { state: 'unfinished' }
    const pushed = await pushBatch(run, device, after)
    if (pushed.state === 'nothing') return undefined
    if (pushed.state === 'there') {
      after = Math.max(pushed.head, pushed.last)
      run.ownAtCity = after
      continue
    }
    const { problem } = pushed
    if (problem.code === 'sync/gap' && problem.head !== undefined && gapCount < MOST_GAPS) {
      gapCount += 1
      if (problem.head.seq < run.tools.confirmed(device)) noteBehind(run)
      after = problem.head.seq
      continue
    }
    if (isOfOneLine(problem)) {
      run.isOwnHeld = true
      refuseLine(run, device, after + 1, problem)
      return undefined
    }
    return toEnd(problem)
  }
  return undefined
}

/** A city that names another head each time is not followed for ever. */
const MOST_GAPS = 5

/** What an earlier device of this folder wrote and the city never confirmed; it goes to quarantine there (rules J9, S5). */
async function pushCarried(run: Run): Promise<RoundEnd | undefined> {
  for (const device of run.tools.carried.devices()) {
    const end = await carry(run, device)
    if (end !== undefined) return end
    const confirmed = run.tools.confirmed(device)
    if (run.tools.carried.until(device) > confirmed) {
      refuse(run, { id: `carried:${device}`, what: 'line', log: device, seq: confirmed + 1, problem: { code: 'sync/fork' } })
    }
  }
  return undefined
}

/** Brings to the city what it may only keep aside, each line once; what it will not have at all ends it. */
async function carry(run: Run, device: string): Promise<RoundEnd | undefined> {
  const { carried, logs, confirmed } = run.tools
  let after = Math.max(carried.until(device), confirmed(device))
  while ((logs.heads()[device]?.seq ?? 0) > after) {
    const pushed = await pushBatch(run, device, after)
    if (pushed.state === 'nothing') return undefined
    if (pushed.state === 'refused' && !isKeptAside(pushed.problem)) {
      if (!isOfOneLine(pushed.problem)) return toEnd(pushed.problem)
      refuseLine(run, device, after + 1, pushed.problem)
      return undefined
    }
    after = pushed.last
    await carried.note(device, after)
  }
  return undefined
}

/**
 * A device that was revoked hands over what the city never got: refused, and kept aside there (rules U4, S5).
 *
 * Undefined when the problem is another one.
 */
export async function handOver(run: Run, why: RoadProblem): Promise<RoundEnd | undefined> {
  if (why.code !== 'sync/device-revoked') return undefined
  const { device } = run.tools
  refuse(run, { id: `device:${device}`, what: 'device', log: device, problem: { code: why.code } })
  return await carry(run, device) ?? { state: 'stuck', problem: { code: why.code } }
}

type Pushed =
  | { readonly state: 'nothing' }
  /** `last` is the newest line that was sent, `head` where the log stands at the city. */
  | { readonly state: 'there', readonly last: number, readonly head: number }
  | { readonly state: 'refused', readonly last: number, readonly problem: RoadProblem }

async function pushBatch(run: Run, log: string, after: number): Promise<Pushed> {
  const { device, logs, city, sign, speed } = run.tools
  const lines = withinLimits(await logs.linesAfter(log, after, batchBytes(speed())))
  const newest = lines.at(-1)
  if (newest === undefined) return { state: 'nothing' }
  const last = after + lines.length
  const signature = sign(headText({ device: log, seq: last, name: nameOf(newest) }))
  const answer = await city.push({ device: log, lines: [...lines], signature })
  if (!answer.ok) return { state: 'refused', last, problem: answer.problem }
  if (log === device) for (const { seq, code } of answer.value.quarantined) refuseLine(run, log, seq, { code })
  run.isNewsThere = true
  note(run, { pushedLines: run.progress.pushedLines + lines.length })
  return { state: 'there', last, head: answer.value.head.seq }
}

function refuseLine(run: Run, log: string, seq: number, { code }: { readonly code: string }): void {
  refuse(run, { id: `line:${log}:${String(seq)}`, what: 'line', log, seq, problem: { code } })
}

/** A few seconds of the line, squeezed to about a fifth: a cut loses little, a round trip costs little. */
function batchBytes(speed: number | null): number {
  return Math.min(MOST_BYTES, Math.max(LEAST_BYTES, (speed ?? 0) * SECONDS * SQUEEZED))
}

const [SECONDS, SQUEEZED, LEAST_BYTES, MOST_BYTES] = [4, 4, 100_000, 400_000]

function withinLimits(lines: readonly string[]): readonly string[] {
  return lines.slice(0, LIMITS.pushLines)
}

/** A line's name, as its envelope proves it (rule J1). */
function nameOf(line: string): string {
  return sha256(line.slice(0, line.indexOf('\t')))
}

/** The line itself is what the city will not have; the rest of the round goes on. */
function isOfOneLine({ code }: RoadProblem): boolean {
  const codes: readonly string[] = ['sync/line-broken', 'sync/chain-wrong', 'sync/gap', 'sync/body-invalid', 'sync/body-too-large', 'sync/another-unit']
  return codes.includes(code)
}

/** Refused, but in the city's quarantine. */
function isKeptAside(problem: RoadProblem): problem is CityRefusal {
  return problem.code === 'sync/fork' || problem.code === 'sync/device-revoked'
}
