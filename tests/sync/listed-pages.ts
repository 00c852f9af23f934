import type { Pages } from '../../main/sync/round-tools.ts'
import { failure, success } from '../../shared/base/result.ts'
import { frameHead } from '../../shared/sync/frames.ts'

/** Pages in memory, sent as a round asks: status first, then one stream of frames that go on where the city stands. */
export interface ListedPages extends Pages {
  readonly add: (sha256: string, bytes: Buffer) => void
  readonly held: () => ReadonlyMap<string, Buffer>
  /** Those the city has said are whole. */
  readonly whole: () => ReadonlySet<string>
}

export function listedPages(pages: ReadonlyMap<string, Buffer> = new Map(), pieceBytes = 16_384): ListedPages {
  const held = new Map(pages)
  const whole = new Set<string>()
  const waiting = (): readonly string[] => [...held.keys()].filter(name => !whole.has(name)).reverse()
  return {
    add: (name, bytes) => { held.set(name, bytes) },
    held: () => held,
    whole: () => whole,
    areWaiting: () => waiting().length > 0,
    sendSome: async (city, bytes, { shouldStop, onPiece }) => {
      const asked = waiting().slice(0, 1000)
      const status = await city.pageStatus({ pages: asked })
      if (!status.ok) return status
      const known = asked.filter(name => status.value.held[name] === null)
      for (const name of known) whole.add(name)
      const missing = asked.filter(name => !whole.has(name))
      if (missing.length === 0) return success({ wholePages: known.length, refused: [] })
      const answer = await city.sendFrames((async function* () {
        let left = bytes
        for (const sha256 of missing) {
          const page = held.get(sha256) ?? Buffer.alloc(0)
          for (let offset = status.value.held[sha256] ?? 0; offset < page.length; offset += pieceBytes) {
            if (left <= 0 || shouldStop()) return
            const piece = page.subarray(offset, offset + pieceBytes)
            yield Buffer.concat([frameHead({ sha256, offset, pageBytes: page.length, pieceBytes: piece.length }), piece])
            left -= piece.length
            onPiece?.(piece.length)
          }
        }
      })())
      if (!answer.ok) return failure(answer.problem)
      const refused = answer.value.pages.filter(({ state }) => state === 'refused')
      for (const { sha256, state } of answer.value.pages) if (state === 'whole') whole.add(sha256)
      return success({
        wholePages: known.length + answer.value.pages.filter(({ state }) => state === 'whole').length,
        refused: refused.map(({ sha256, code = '' }) => ({ sha256, code })),
      })
    },
  }
}
