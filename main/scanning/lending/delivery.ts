import type { Channel } from '../../lan/channel.ts'
import type { Bell } from './bell.ts'
import type { Spool } from './spool.ts'

export interface Delivery {
  /** Sends what the desk lacks of a run, side by side, until its end is told or the line closes; a newer line of that desk takes over. */
  readonly start: (run: string, have: number, channel: Channel) => void
  /** That side is durable at the desk. */
  readonly acknowledge: (run: string, n: number) => void
  /** Its desk is fetching it now. */
  readonly isFetched: (run: string) => boolean
}

/** Brings kept sides to their desk: the next one leaves when the one before is durable there. */
export function makeDelivery(spool: Spool, bell: Bell): Delivery {
  const channels = new Map<string, Channel>()
  const acknowledged = new Map<string, number>()

  async function deliver(run: string, have: number, channel: Channel): Promise<void> {
    const isOurs = (): boolean => channels.get(run) === channel && !channel.closed.aborted
    for (let at = have; isOurs();) {
      const changed = bell.heard()
      const end = spool.endOf(run)
      if (spool.find(run) !== undefined) await spool.forget(run, at)
      const side = await spool.after(run, at)
      if (side !== undefined) {
        await channel.send({ tell: 'side', run, n: side.n, ...side.about }, side.bytes)
        await untilAcknowledged(run, side.n, isOurs)
        at = Math.max(at, acknowledged.get(run) ?? 0)
      } else if (end !== undefined) {
        await channel.send({ tell: 'end', run, end })
        return
      } else {
        await changed
      }
    }
  }

  async function untilAcknowledged(run: string, n: number, isOurs: () => boolean): Promise<void> {
    for (;;) {
      const changed = bell.heard()
      if ((acknowledged.get(run) ?? 0) >= n || !isOurs()) return
      await changed
    }
  }

  return {
    start: (run, have, channel) => {
      channels.get(run)?.close()
      channels.set(run, channel)
      acknowledged.set(run, have)
      bell.ring()
      deliver(run, have, channel).finally(() => {
        if (channels.get(run) !== channel) return
        channels.delete(run)
        acknowledged.delete(run)
      }).catch(channel.close)
    },
    acknowledge: (run, n) => {
      if (!acknowledged.has(run)) return
      acknowledged.set(run, Math.max(n, acknowledged.get(run) ?? 0))
      bell.ring()
    },
    isFetched: run => channels.has(run),
  }
}
