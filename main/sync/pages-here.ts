import { failure, success, type Result } from '../../shared/base/result.ts'
import { frameHead } from '../../shared/sync/frames.ts'
import { LIMITS } from '../../shared/sync/protocol.ts'
import { isOwed, owedPages, shortName, type Safekeeping } from '../../shared/sync/safekeeping.ts'
import type { PageStore } from '../pages/page-store.ts'
import type { PagesHere } from './city-link.ts'
import type { PageStream, SentPages } from './round-tools.ts'
import type { RoadProblem, Transport } from './transports/transport.ts'

/** Small enough that a new receipt need not wait long behind one, large enough to cost nothing. */
const PIECE_BYTES = 16_384
/** So many are asked about at once: an answer stays small. */
const ASKED_AT_ONCE = 200

interface Waiting {
  readonly sha256: string
  readonly bytes: number
}

/**
 * The pages of this PC that the city lacks, in the order they are sent: what was begun first, then newest receipts before old
 * scans, small before large within a dossier (rule S6). Each goes on at the byte the city says (rule S7).
 */
export function openPagesHere(store: PageStore, safekeeping: () => Safekeeping): PagesHere {
  /** Bytes at the city, as it said in this run; what it never said is asked first. */
  const held = new Map<string, number>()
  /** Whole there; its confirmation is on the way. */
  const whole = new Set<string>()
  const refused = new Set<string>()
  let last: { readonly state: Safekeeping, readonly pages: readonly Waiting[] } | undefined

  function owed(): readonly Waiting[] {
    const state = safekeeping()
    // A page is here before the act that names it (rule J5), so whatever changes the order changes this state.
    if (last?.state === state) return last.pages
    last = { state, pages: inSendingOrder(state) }
    // What is confirmed and later withdrawn is asked about anew.
    for (const page of [...whole].filter(page => !isOwed(state, shortName(page)))) {
      whole.delete(page)
      held.delete(page)
    }
    return last.pages
  }

  function inSendingOrder(state: Safekeeping): readonly Waiting[] {
    const pages = new Map<string, Waiting>()
    for (const day of Object.keys(state.days).sort().reverse()) {
      for (const { pages: ofDossier } of Object.values(state.days[day] ?? {}).reverse()) {
        const waiting = ofDossier.flatMap(short => {
          const sha256 = isOwed(state, short) ? store.find(short) : undefined
          const bytes = sha256 === undefined ? undefined : store.size(sha256)
          return sha256 === undefined || bytes === undefined ? [] : [{ sha256, bytes }]
        })
        for (const page of waiting.sort((one, other) => one.bytes - other.bytes)) pages.set(page.sha256, page)
      }
    }
    // Of dossiers that left the ledger long ago a restored city may lack pages again.
    for (const short of owedPages(state)) {
      const sha256 = store.find(short)
      const bytes = sha256 === undefined || pages.has(sha256) ? undefined : store.size(sha256)
      if (sha256 !== undefined && bytes !== undefined) pages.set(sha256, { sha256, bytes })
    }
    return [...pages.values()]
  }

  function queue(): readonly Waiting[] {
    const waiting = owed().filter(({ sha256 }) => !whole.has(sha256) && !refused.has(sha256))
    const isBegun = ({ sha256 }: Waiting): boolean => (held.get(sha256) ?? 0) > 0
    return [...waiting.filter(isBegun), ...waiting.filter(page => !isBegun(page))]
  }

  /** Asks about the next pages nobody has asked about in this run. */
  async function learn(city: Pick<Transport, 'pageStatus'>, pages: readonly Waiting[]): Promise<RoadProblem | undefined> {
    const unknown = pages.slice(0, ASKED_AT_ONCE).filter(({ sha256 }) => !held.has(sha256)).map(({ sha256 }) => sha256)
    if (unknown.length === 0) return undefined
    const answer = await city.pageStatus({ pages: unknown })
    if (!answer.ok) return answer.problem
    for (const sha256 of unknown) note(sha256, answer.value.held[sha256] ?? null, sha256 in answer.value.held)
    return undefined
  }

  function note(sha256: string, bytes: number | null, isSaid = true): void {
    if (bytes === null && isSaid) whole.add(sha256)
    held.set(sha256, bytes ?? 0)
  }

  async function* frames(pages: readonly Waiting[], stream: PageStream): AsyncGenerator<Uint8Array> {
    for (const { sha256, bytes } of pages) {
      let offset = held.get(sha256) ?? 0
      for await (const read of store.read(sha256, offset)) {
        for (let at = 0; at < read.length; at += PIECE_BYTES) {
          if (stream.shouldStop()) return
          const piece = read.subarray(at, at + PIECE_BYTES)
          yield Buffer.concat([frameHead({ sha256, offset, pageBytes: bytes, pieceBytes: piece.length }), piece])
          offset += piece.length
          stream.onPiece?.(piece.length)
        }
      }
    }
  }

  async function sendSome(
    city: Pick<Transport, 'pageStatus' | 'sendFrames'>, bytes: number, stream: PageStream,
  ): Promise<Result<SentPages, RoadProblem>> {
    const before = whole.size
    const problem = await learn(city, queue())
    if (problem !== undefined) return failure(problem)
    const found = await choose(queue().filter(({ sha256 }) => held.has(sha256)), bytes)
    if (found.pages.length === 0) return success({ wholePages: whole.size - before, refused: found.refused })
    const answer = await city.sendFrames(frames(found.pages, stream))
    if (!answer.ok) {
      // How much of it arrived only the city can say.
      for (const { sha256 } of found.pages) held.delete(sha256)
      return answer
    }
    const turnedDown: SentPages['refused'][number][] = [...found.refused]
    for (const { sha256, state, held: there, code = 'sync/page-unlike' } of answer.value.pages) {
      if (state === 'whole') note(sha256, null)
      else held.set(sha256, there)
      if (state === 'refused') {
        refused.add(sha256)
        turnedDown.push({ sha256, code })
      }
    }
    return success({ wholePages: whole.size - before, refused: turnedDown })
  }

  /** As many as so many bytes hold, at least one; a page that rotted here is not sent, and holds back no other. */
  async function choose(pages: readonly Waiting[], bytes: number): Promise<{ readonly pages: readonly Waiting[], readonly refused: SentPages['refused'] }> {
    const chosen: Waiting[] = []
    const rotten: SentPages['refused'][number][] = []
    let room = Math.min(bytes, LIMITS.framesBytes)
    for (const page of pages) {
      if (chosen.length > 0 && room <= 0) break
      if (!await store.isTrue(page.sha256)) {
        refused.add(page.sha256)
        rotten.push({ sha256: page.sha256, code: 'sync/page-unlike' })
        continue
      }
      room -= page.bytes - (held.get(page.sha256) ?? 0)
      chosen.push(page)
    }
    return { pages: chosen, refused: rotten }
  }

  return {
    areWaiting: () => queue().length > 0,
    sendSome,
    waiting: () => {
      const waiting = queue()
      return { pages: waiting.length, bytes: waiting.reduce((sum, { sha256, bytes }) => sum + bytes - (held.get(sha256) ?? 0), 0) }
    },
    bytesOf: short => {
      const sha256 = store.find(short)
      return sha256 === undefined || whole.has(sha256) ? 0 : (store.size(sha256) ?? 0) - (held.get(sha256) ?? 0)
    },
    again: sha256 => {
      refused.delete(sha256)
      held.delete(sha256)
      return Promise.resolve()
    },
  }
}
