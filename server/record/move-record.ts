import { readLine } from '../../shared/acts/chain.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import { checkChain, nameBefore } from '../sync/chain-check.ts'
import type { LineRecord } from './record.ts'
import { sha256 } from './sha256.ts'

export interface Moved {
  readonly logs: number
  readonly lines: number
  readonly aside: number
}

export type MoveProblem =
  /** The other record has lines of this log that are not these. */
  | { readonly code: 'record/unlike', readonly log: string }
  /** What is here of this log is no chain: it is mended from a backup first. */
  | { readonly code: 'record/broken', readonly log: string, readonly seq: number }

/**
 * Copies every log and everything set aside into another record, batch by batch as it was brought: who, when, signed how.
 *
 * Nothing is copied into a record that holds anything else. Every line is proved on the way, and at the end both records' heads
 * must be equal. Broken off, it goes on where it was.
 */
export async function moveRecord(from: LineRecord, to: LineRecord): Promise<Result<Moved, MoveProblem>> {
  const logs = await from.logs()
  for (const log of await to.logs()) if (!await isBeginning(from, to, log)) return failure({ code: 'record/unlike', log })
  let [lines, aside] = [0, 0]
  for (const log of logs) {
    const moved = await moveLog(from, to, log)
    if (!moved.ok) return moved
    lines += moved.value
  }
  for await (const kept of from.quarantined()) {
    await to.quarantine(kept)
    aside += 1
  }
  const [here, there] = [await from.heads(logs), await to.heads(logs)]
  const unlike = logs.find(log => here[log]?.seq !== there[log]?.seq || here[log]?.name !== there[log]?.name)
  return unlike === undefined ? success({ logs: logs.length, lines, aside }) : failure({ code: 'record/unlike', log: unlike })
}

/** Whether what the other record has of a log is how the log here begins. */
async function isBeginning(from: LineRecord, to: LineRecord, log: string): Promise<boolean> {
  const head = (await to.heads([log]))[log]
  if (head === undefined || head.seq === 0) return true
  const [same] = await from.read(log, head.seq - 1, 1)
  const read = same?.seq === head.seq ? readLine(same.line, sha256) : undefined
  return read?.ok === true && read.value.act.name === head.name
}

/** The lines of one log that the other lacks; how many there were. */
async function moveLog(from: LineRecord, to: LineRecord, log: string): Promise<Result<number, MoveProblem>> {
  let head = (await to.heads([log]))[log]
  let count = 0
  for (;;) {
    if (head === undefined) throw new Error('A record knows a head of every log')
    const batch = await from.batchAfter(log, head.seq)
    if (batch === undefined) return success(count)
    const checked = checkChain(log, batch.lines)
    const newest = checked.ok ? checked.value.at(-1) : undefined
    if (newest?.seq !== batch.head.seq || newest.name !== batch.head.name) return failure({ code: 'record/broken', log, seq: head.seq + 1 })
    if (nameBefore(batch.lines[0] ?? '') !== head.name) return failure({ code: 'record/unlike', log })
    const appended = await to.append(log, head, batch)
    if (!appended.ok) return failure({ code: 'record/unlike', log })
    head = appended.value
    count += batch.lines.length
  }
}
