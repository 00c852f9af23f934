import type { Act } from '../../shared/acts/act.ts'
import { readLine } from '../../shared/acts/chain.ts'
import { isCityLog } from '../../shared/acts/city-log.ts'
import { headText } from '../../shared/sync/signed-texts.ts'
import { LIMITS, type Heads, type PullAnswer } from '../../shared/sync/protocol.ts'
import { sha256 } from '../journal/sha256.ts'
import type { RefusedThing, RoundEnd } from './round-tools.ts'
import { note, refuse, toEnd, type Run } from './run.ts'

/**
 * Pulls what this PC lacks of the logs it follows (rule S2); its own only to mend it.
 *
 * A log whose lines are not what they should be, or that the brake stops (rule S13), stays where it is; the others go on.
 */
export async function pullLines(run: Run, heads: Heads): Promise<RoundEnd | undefined> {
  const { tools } = run
  const held = new Set<string>()
  for (;;) {
    const after = lackedOf(run, heads, held)
    if (Object.keys(after).length === 0) return undefined
    if (tools.shouldStop?.() === true) return { state: 'unfinished' }
    const answer = await tools.city.pull({ after, bytes: pullBytes(tools.speed()) })
    if (!answer.ok) return toEnd(answer.problem)
    let pulledCount = 0
    for (const log of answer.value.logs) {
      if (!(log.device in after) || log.lines.length === 0) continue
      const refused = await take(run, log)
      if (refused === undefined) pulledCount += log.lines.length
      else {
        held.add(log.device)
        refuse(run, refused)
      }
    }
    note(run, { pulledLines: run.progress.pulledLines + pulledCount })
    if (pulledCount === 0 && !answer.value.logs.some(({ device }) => held.has(device))) return undefined
  }
}

function lackedOf({ tools }: Run, heads: Heads, held: ReadonlySet<string>): Record<string, number> {
  const here = tools.logs.heads()
  return Object.fromEntries(Object.entries(heads)
    .filter(([device, { seq }]) => !held.has(device) && device !== tools.device && seq > (here[device]?.seq ?? 0))
    .map(([device]) => [device, here[device]?.seq ?? 0]))
}

async function take(run: Run, { device, lines, signature }: PullAnswer['logs'][number]): Promise<RefusedThing | undefined> {
  const { tools } = run
  const asRefused = (code: string, facts: object = {}): RefusedThing =>
    ({ id: `pull:${device}`, what: 'pull', log: device, problem: { ...facts, code } })
  const acts: Act[] = []
  for (const line of lines) {
    const read = readLine(line, sha256)
    // A line of a later version is kept like any other; it is only not looked into.
    if (read.ok) acts.push(read.value.act)
    else if (read.problem.code !== 'line/newer-version') return asRefused('sync/line-broken')
  }
  const last = acts.at(-1)
  if (isCityLog(device)) {
    const isTheirs = last !== undefined && signature !== undefined && tools.isByCity(headText(last), signature)
    if (!isTheirs) return asRefused('sync/city-unlike')
  }
  if (await tools.mustBrake(acts)) return asRefused('sync/brake')
  const received = await tools.logs.receive(device, lines)
  if (received.ok && signature !== undefined && last !== undefined) await tools.cityProofs.note(device, { seq: last.seq, signature })
  return received.ok ? undefined : asRefused(SAID_AS[received.problem.code] ?? received.problem.code, received.problem)
}

/** What the journal finds wrong with a line, as the city would say it. */
const SAID_AS: Readonly<Record<string, string>> = {
  'journal/line-broken': 'sync/line-broken', 'journal/line-fork': 'sync/fork', 'journal/line-gap': 'sync/gap',
}

/** A few seconds of the line, squeezed to about a quarter. */
function pullBytes(speed: number | null): number {
  return Math.round(Math.min(LIMITS.pullBytes, Math.max(100_000, speed === null ? 400_000 : speed * 6 * 4)))
}
