import { LIMITS, type Heads } from '../../shared/sync/protocol.ts'
import { isCityLog } from '../../shared/acts/city-log.ts'
import type { RoundEnd } from './round-tools.ts'
import { refuse, toEnd, type Run } from './run.ts'

/**
 * Gives the city lines of its own logs that it lacks: it was restored from a backup older than what this PC has pulled (rule S13).
 *
 * It goes before every push, so that the city knows its devices, ranges and confirmations again before it writes anything new.
 * `heads` is what the city said it has; without it the city is asked log by log.
 */
export async function giveBack(run: Run, heads: Heads | undefined): Promise<RoundEnd | undefined> {
  for (const log of Object.keys(run.tools.logs.heads()).filter(isCityLog)) {
    const proof = run.tools.cityProofs.of(log)
    const atCity = heads === undefined ? (proof?.seq ?? 0) - 1 : heads[log]?.seq ?? 0
    if (proof === undefined || atCity >= proof.seq) continue
    const end = await giveLog(run, log, atCity, proof)
    if (end !== undefined) return end
  }
  return undefined
}

async function giveLog(run: Run, log: string, start: number, { seq, signature }: Proof): Promise<RoundEnd | undefined> {
  const { logs, city } = run.tools
  let after = start
  for (let attempt = 0; attempt < MOST_ATTEMPTS && after < seq; attempt += 1) {
    // The signature is over the newest line, so all that is lacked goes at once; a letterbox of a year is a few megabytes.
    const lines = (await logs.linesAfter(log, after, LIMITS.giveBackBytes)).slice(0, seq - after)
    if (lines.length < seq - after) return undefined
    const answer = await city.giveBack({ log, lines: [...lines], signature })
    if (answer.ok) {
      run.isNewsThere = true
      return undefined
    }
    const { problem } = answer
    if (problem.code === 'sync/gap' && problem.head !== undefined && problem.head.seq < seq) {
      after = problem.head.seq
      continue
    }
    if (!TURNED_DOWN.includes(problem.code)) return toEnd(problem)
    if (problem.code === 'sync/fork') refuse(run, { id: `give-back:${log}`, what: 'pull', log, problem: { code: 'sync/city-unlike' } })
    return undefined
  }
  return undefined
}

/** A city of an earlier version, or one that went on writing before it was given this: the round goes on without. */
const TURNED_DOWN: readonly string[] = ['city/not-found', 'sync/fork', 'sync/gap', 'sync/another-unit', 'sync/body-too-large']
const MOST_ATTEMPTS = 3

interface Proof {
  readonly seq: number
  readonly signature: string
}
