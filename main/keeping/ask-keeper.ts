import { Value } from 'typebox/value'
import type { ClosedBook } from '../../shared/certification/draw-numbers.ts'
import type { Journal } from '../journal/journal.ts'
import type { Line } from '../lan/line.ts'
import { Tell, type Ask } from './messages.ts'

/** What came of it: refused is nothing written; lost leaves open whether the keeper wrote. */
export type Answered = 'kept' | 'refused' | 'lost' | ClosedBook

/**
 * Asks the keeper one thing and keeps the lines it answers with, as sync would (rule S1): proved by themselves and by the line before.
 *
 * Resolves once they are on this PC's disk. A keeper that says nothing for `patience` milliseconds, or what is no answer, is hung up on.
 */
export async function askKeeper(
  { channel, peer }: Line, question: Ask, { receive, patience }: { readonly receive: Journal['receive']; readonly patience: number },
): Promise<Answered> {
  const silence = setTimeout(channel.close, patience)
  try {
    await channel.send(question)
    for (let frame = await channel.next(); frame !== null; frame = await channel.next()) {
      silence.refresh()
      const { head, body } = frame
      if (!Value.Check(Tell, head)) break
      if (head.tell === 'end') return 'kept'
      if (head.tell === 'closed') return { code: 'book/closed', label: head.label, closedAt: head.closedAt }
      if (head.tell === 'refused') return 'refused'
      const received = await receive(peer.device, Buffer.from(body).toString('utf8').split('\n'))
      if (!received.ok) break
    }
    channel.close()
    return 'lost'
  } finally {
    clearTimeout(silence)
  }
}
