import type { Act } from '../../shared/acts/act.ts'
import { readLine } from '../../shared/acts/chain.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { LogHead } from '../record/record.ts'
import { sha256 } from '../record/sha256.ts'

export interface ChainProblem {
  readonly code: 'sync/line-broken' | 'sync/chain-wrong'
}

/**
 * The acts of lines that follow each other in this log (rule S3), whatever their kinds (rule S4).
 *
 * Problems: `sync/line-broken` (not a line, or not the body it names), `sync/chain-wrong` (another device's, or out of order).
 */
export function checkChain(device: string, lines: readonly string[]): Result<readonly [Act, ...Act[]], ChainProblem> {
  const acts: Act[] = []
  let before: LogHead | undefined
  for (const line of lines) {
    if (line.includes('\n')) return failure({ code: 'sync/line-broken' })
    const read = readLine(line, sha256)
    if (!read.ok) return failure({ code: 'sync/line-broken' })
    const { act, prev } = read.value
    if (act.device !== device) return failure({ code: 'sync/chain-wrong' })
    if (before !== undefined && (act.seq !== before.seq + 1 || prev !== before.name)) return failure({ code: 'sync/chain-wrong' })
    before = act
    acts.push(act)
  }
  const [first, ...rest] = acts
  return first === undefined ? failure({ code: 'sync/line-broken' }) : success([first, ...rest])
}

/** The name of the line before the first of these. */
export function nameBefore(line: string): string {
  const read = readLine(line, sha256)
  if (!read.ok) throw new Error('Asked of a line that was checked')
  return read.value.prev
}
