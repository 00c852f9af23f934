import type { RawPage } from '../drivers/driver.ts'
import type { Kept } from './phone-words.ts'

/** Photographs on their way from requests to whoever keeps them, each kept once however often it is sent. */
export interface PhotoQueue {
  /** Resolves when the photograph is on disk, or with undefined when nobody keeps photographs any more. */
  readonly offer: (name: string, photo: RawPage) => Promise<Kept | undefined>
  readonly keptCount: () => number
  /** Taken one by one; asking for the next says that the last is kept. */
  readonly photos: () => AsyncGenerator<RawPage, void>
  readonly close: () => void
}

export function openPhotoQueue(): PhotoQueue {
  const known = new Map<string, Promise<Kept | undefined>>()
  const waiting: Offered[] = []
  let wake: () => void = () => undefined
  let isClosed = false
  let kept = 0

  function offer(name: string, photo: RawPage): Promise<Kept | undefined> {
    if (isClosed) return known.get(name) ?? Promise.resolve(undefined)
    const before = known.get(name)
    if (before !== undefined) return before
    const answer = new Promise<Kept | undefined>(answered => { waiting.push({ photo, answered }) })
    known.set(name, answer)
    wake()
    return answer
  }

  async function* photos(): AsyncGenerator<RawPage, void> {
    while (!isClosed) {
      const next = waiting.shift()
      if (next === undefined) {
        await new Promise<void>(woken => { wake = woken })
        continue
      }
      let isKept = false
      try {
        yield next.photo
        isKept = true
      } finally {
        if (isKept) next.answered({ nth: kept += 1 })
        else next.answered(undefined)
      }
    }
  }

  function close(): void {
    isClosed = true
    for (const { answered } of waiting.splice(0)) answered(undefined)
    wake()
  }

  return { offer, keptCount: () => kept, photos, close }
}

interface Offered {
  readonly photo: RawPage
  readonly answered: (kept: Kept | undefined) => void
}
