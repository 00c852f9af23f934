import { isCardPage } from '../../shared/people/card-page.ts'
import { classifyScan } from '../../shared/people/scan.ts'
import { isFileError } from '../journal/durable-file.ts'
import type { PageStore } from '../pages/page-store.ts'
import { batchOf, type Batches } from './batches.ts'
import type { Pipeline } from './pipeline/pipeline.ts'
import { stateOf, type Side } from './tray-fold.ts'
import type { Tray } from './tray.ts'

/** Makes pages of the sides that came, in the background, two at a time; what a kill cut off goes on at the next start. */
export interface Cleaning {
  /** Something may have come, or was turned. */
  readonly wake: () => void
  /** Resolves when none of these sides is still to be cleaned. */
  readonly settled: (ids: readonly string[]) => Promise<void>
  /** Ends what is under way; nothing is lost by it. */
  readonly stop: () => Promise<void>
}

export interface CleaningTools {
  readonly tray: Tray
  readonly batches: Pick<Batches, 'pathOf' | 'isWhole'>
  readonly pipeline: Pick<Pipeline, 'clean'>
  readonly pages: Pick<PageStore, 'keep'>
  readonly previews: { readonly put: (sha256: string, preview: Uint8Array) => Promise<void> }
  readonly report: (error: unknown) => void
}

/** What a card's code says of a person and a family is nobody's to keep in the tray (rule U5). */
function isOfCard(code: string): boolean {
  return classifyScan(code) === 'card'
}

const AT_ONCE = 2
/** The disk refused a page: it may have room again. */
const AGAIN_MS = 5_000
const TRIES = 3

export function openCleaning({ tray, batches, pipeline, pages, previews, report }: CleaningTools): Cleaning {
  const busy = new Map<string, Promise<void>>()
  const failed = new Map<string, number>()
  const waiting = new Set<() => void>()
  const ending = new AbortController()
  let pause: ReturnType<typeof setTimeout> | undefined

  function wake(): void {
    if (ending.signal.aborted || pause !== undefined) return
    for (const side of coming()) {
      if (busy.size >= AT_ONCE) break
      const { id } = side.came
      if (busy.has(id)) continue
      busy.set(id, cleanOne(side).catch((error: unknown) => putOff(side, error)).finally(() => {
        busy.delete(id)
        for (const tell of waiting) tell()
        wake()
      }))
    }
  }

  function coming(): readonly Side[] {
    return [...tray.batches().values()].flatMap(({ sides }) => [...sides.values()]).filter(side => !side.isFiled && stateOf(side) === 'coming')
  }

  /** A full disk gets room again; what is wrong with the program stays wrong, so it is not tried for ever. */
  async function putOff({ came: { id }, turn }: Side, error: unknown): Promise<void> {
    if (ending.signal.aborted) return
    if (!isFileError(error)) {
      report(error)
      failed.set(id, (failed.get(id) ?? 0) + 1)
      const problem = { code: 'picture/not-cleaned', file: '' }
      if ((failed.get(id) ?? 0) >= TRIES) await tray.note(batchOf(id), { what: 'broken', id, turn, problem }).catch(report)
    }
    pause ??= setTimeout(() => {
      pause = undefined
      wake()
    }, AGAIN_MS)
  }

  async function cleanOne({ came, turn }: Side): Promise<void> {
    const { id, dpi, isPhoto } = came
    const broken = (problem: { readonly code: string, readonly file: string }): Promise<void> =>
      tray.note(batchOf(id), { what: 'broken', id, turn, problem: { code: problem.code, file: problem.file } })
    if (!await batches.isWhole(came)) return broken({ code: 'picture/broken', file: '' })
    const cleaned = await pipeline.clean({ path: batches.pathOf(id), dpi, isPhoto, turn }, ending.signal)
    if (ending.signal.aborted) return undefined
    if (!cleaned.ok) return broken(cleaned.problem)
    const { pdf, preview, isBlank, isFaint, width, height, codes } = cleaned.value
    const kept = await pages.keep(pdf)
    const page = isCardPage({ width, height, codes }) ? { ...kept, sensitive: true as const } : kept
    await previews.put(page.sha256, preview)
    await tray.note(batchOf(id), { what: 'cleaned', id, page, turn, isBlank, isFaint, width, height, codes: codes.filter(code => !isOfCard(code)) })
    return undefined
  }

  return {
    wake,
    settled: async ids => {
      const isComing = (id: string): boolean => {
        const side = tray.side(id)
        return side !== undefined && !side.isFiled && stateOf(side) === 'coming'
      }
      while (ids.some(isComing) && !ending.signal.aborted) await new Promise<void>(resolve => {
        const tell = (): void => {
          waiting.delete(tell)
          resolve()
        }
        waiting.add(tell)
      })
    },
    stop: async () => {
      ending.abort()
      clearTimeout(pause)
      await Promise.allSettled(busy.values())
      for (const tell of waiting) tell()
    },
  }
}
