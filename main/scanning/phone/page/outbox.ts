import { newName, NOTHING, type Door } from './door.ts'

/** How far one photograph is; `nth` is its place on this phone. */
export interface PhotoState {
  readonly nth: number
  readonly state: 'sending' | 'keeping' | 'kept' | 'waits' | 'full' | 'refused'
  readonly percent: number
}

export interface Outbox {
  readonly add: (jpeg: Uint8Array) => void
  /** Photographs that are on this phone alone. */
  readonly unsent: () => number
  /** Tries at once what waits. */
  readonly hurry: () => void
}

const LONGEST_WAIT = 10_000
const GONE_FOR_GOOD = new Set([413, 415])

/**
 * Sends photographs one by one until the PC says each is on its disk.
 *
 * `lost` is called with what the PC answered instead, and decides whether it is worth trying again.
 */
export function openOutbox(
  door: Door, first: number, tell: (photo: PhotoState) => void, lost: (status: number) => Promise<boolean>,
): Outbox {
  const waiting: { readonly nth: number, readonly id: string, readonly sealed: Uint8Array }[] = []
  let nth = first
  let isRunning = false
  let hurry: () => void = () => undefined

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    for (let photo = waiting[0], tries = 0; photo !== undefined; photo = waiting[0]) {
      const { nth: place, id, sealed } = photo
      tell({ nth: place, state: 'sending', percent: 0 })
      const heard = await door.send(id, sealed, percent => { tell({ nth: place, state: percent < 100 ? 'sending' : 'keeping', percent }) })
      if ('facts' in heard || GONE_FOR_GOOD.has(heard.status)) {
        tell({ nth: place, state: 'facts' in heard ? 'kept' : 'refused', percent: 100 })
        waiting.shift()
        tries = 0
        continue
      }
      tell({ nth: place, state: heard.status === 503 ? 'full' : 'waits', percent: 0 })
      if (heard.status !== NOTHING && !await lost(heard.status)) break
      tries += 1
      await untilHurried(Math.min(LONGEST_WAIT, 500 * 2 ** tries))
    }
    isRunning = false
  }

  function untilHurried(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms)
      hurry = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  return {
    add: jpeg => {
      const id = newName()
      waiting.push({ nth: nth += 1, id, sealed: door.wrap(id, jpeg) })
      tell({ nth, state: 'sending', percent: 0 })
      void run()
    },
    unsent: () => waiting.length,
    hurry: () => {
      hurry()
      void run()
    },
  }
}
