import { Value } from 'typebox/value'
import type { Act } from '../../shared/acts/act.ts'
import type { Problem, Result } from '../../shared/base/result.ts'
import type { LendNumbersInput } from '../../shared/certification/lend-numbers.ts'
import type { Journal } from '../journal/journal.ts'
import type { Line } from '../lan/line.ts'
import { Ask, type Tell } from './messages.ts'

export interface GivingTools {
  /** This PC, whose books serve all counters. */
  readonly device: string
  readonly journal: Pick<Journal, 'heads' | 'linesAfter'>
  /** Decides as the desk here, in that person's name; resolves once it is on disk (rule J2). */
  readonly lend: (input: LendNumbersInput, person: string) => Promise<Result<readonly Act[]>>
}

/**
 * Answers the desks of the unit, each over its own line: whoever asks for numbers is answered with the acts that give them, as lines of
 * this PC's log, and never before they are on its disk. What is no asking ends the line.
 */
export function giveNumbers({ device, journal, lend }: GivingTools): (line: Line) => Promise<void> {
  async function tellLines({ channel }: Line, have: number): Promise<void> {
    const until = journal.heads()[device]?.seq ?? 0
    for (let seq = have; seq < until;) {
      const lines = await journal.linesAfter(device, seq, BATCH_BYTES)
      if (lines.length === 0 || channel.closed.aborted) return
      await channel.send(LINES, Buffer.from(lines.join('\n'), 'utf8'))
      seq += lines.length
    }
    await channel.send(END)
  }

  return async line => {
    const { channel, peer } = line
    for (let frame = await channel.next(); frame !== null; frame = await channel.next()) {
      // Who hung up asks again on another line, and takes first what was written meanwhile.
      if (!Value.Check(Ask, frame.head) || channel.closed.aborted) return
      const asked = frame.head
      if (asked.ask === 'numbers') {
        const { request, wanted, person } = asked
        const lent = await lend({ to: peer.device, request, wanted }, person)
        if (!lent.ok) {
          await channel.send(refusal(lent.problem))
          continue
        }
      }
      await tellLines(line, asked.have)
    }
  }
}

function refusal(problem: Problem): Tell {
  const { label, closedAt } = problem as Problem & { readonly label?: unknown; readonly closedAt?: unknown }
  return problem.code === 'book/closed' && typeof label === 'string' && typeof closedAt === 'string'
    ? { tell: 'closed', label, closedAt }
    : { tell: 'refused', code: problem.code }
}

const LINES: Tell = { tell: 'lines' }
const END: Tell = { tell: 'end' }
const BATCH_BYTES = 400_000
