import { isDeepStrictEqual } from 'node:util'
import { Value } from 'typebox/value'
import type { Act } from '../../shared/acts/act.ts'
import { parseInstant } from '../../shared/base/day.ts'
import type { Result } from '../../shared/base/result.ts'
import type { HandedPages, KeptDraftName, TrayPage } from '../../shared/bridge/scanning-api.ts'
import type { Command } from '../../shared/desk/command.ts'
import { TypedIn } from '../../shared/dossiers/act-bodies.ts'
import { pagesNamedBy } from '../../shared/dossiers/pages-of.ts'
import { batchOf } from './batches.ts'
import type { LeftLine } from './batch-line.ts'
import { addToPapers, closeBatches, noteFiled } from './file-tray.ts'
import { placeIn, type BatchState } from './tray-fold.ts'
import type { Tray } from './tray.ts'

/** Pages that were scanned for a row of a draft: they go where its intake went, also those that became pages only later. */
export interface DraftPages {
  /** What the intake's act is to name. */
  readonly hand: (draft: string) => Promise<HandedPages>
  /** An act that names a draft takes its pages along; pages that an act names have left the tray. */
  readonly onGrew: (acts: readonly Act[]) => Promise<void>
  /** Attaches what followed its draft and is ready by now; without somebody signed in it waits. */
  readonly goOn: () => Promise<void>
  /** Pages of any other draft belong to nobody. */
  readonly keepOnly: (drafts: readonly string[]) => Promise<void>
  /** Those that a dossier names, by their ids. */
  readonly saved: (drafts: readonly KeptDraftName[]) => Promise<readonly string[]>
}

export interface DraftPagesTools {
  readonly tray: Tray
  readonly actsOf: (subject: string) => Promise<readonly Act[]>
  /** Dossiers begun on or after the day of this instant. */
  readonly begunSince: (instant: string) => readonly string[]
  readonly perform: (command: Command) => Promise<Result<readonly Act[]>>
  readonly now: () => number
  readonly report: (error: unknown) => void
}

/** Begins by looking for what a kill left undone between an act and the tray, in the background. */
export function openDraftPages(tools: DraftPagesTools): DraftPages {
  const { tray, perform, now, report } = tools
  let attaching: Promise<void> | undefined
  const caughtUp = catchUp().then(() => true, (error: unknown) => {
    report(error)
    return false
  })

  async function catchUp(): Promise<void> {
    const concerned = [...tray.batches().values()].filter(batch => draftsIn(batch).size > 0)
    const [oldest] = concerned.map(({ at }) => at).sort()
    const begun = oldest === undefined ? [] : tools.begunSince(oldest)
    const { pages } = await tray.look()
    const placed = pages.flatMap(({ place }) => place?.kind === 'paper' ? [place.subject] : [])
    for (const subject of new Set([...begun, ...placed])) await leave(await tools.actsOf(subject))
  }

  async function leave(acts: readonly Act[]): Promise<void> {
    for (const act of acts) {
      const { draft } = act.body
      if (Value.Check(TypedIn, draft)) await noteLeft({ what: 'draft-left', draft: draft.id, subject: act.subject, rows: draft.rows })
    }
    const named = new Set(acts.flatMap(pagesNamedBy))
    if (named.size === 0) return
    const { pages } = await tray.look()
    const isOf = (subject: string): boolean => acts.some(act => act.subject === subject)
    const left = pages.filter(({ place, page, state }) =>
      place?.kind === 'paper' && isOf(place.subject) && page !== null && state === 'ready' && named.has(page.sha256)).map(({ id }) => id)
    if (left.length === 0) return
    await noteFiled(tray, left, acts[0]?.subject ?? '')
    await closeBatches(tray, now)
  }

  async function noteLeft(line: LeftLine): Promise<void> {
    for (const [batch, state] of tray.batches()) if (draftsIn(state).has(line.draft)) await tray.note(batch, line)
  }

  /** By its cover sheet a page waits for F9 like every other; by its row it was promised to the paper already. */
  function follows({ id, place, aside, cover, state }: TrayPage): boolean {
    const side = tray.side(id)
    if (side?.isFollowing !== true || state !== 'ready' || aside !== null || cover !== null) return false
    return place !== null && isDeepStrictEqual(place, placeIn(side))
  }

  async function attach(): Promise<void> {
    const { pages } = await tray.look()
    const ready = pages.filter(follows)
    if (ready.length === 0) return
    const { refused, problem } = await addToPapers({ tray, perform }, ready)
    // The paper is not there any more, or its dossier is closed: somebody has to say where these belong.
    if (problem?.code.startsWith('dossier/') === true) {
      for (const { id } of refused?.pages ?? []) await tray.note(batchOf(id), { what: 'placed', ids: [id], place: null })
    }
    await closeBatches(tray, now)
  }

  return {
    hand: async draft => {
      const { pages } = await tray.look()
      const own = pages.flatMap(({ place, page, aside, state }) => {
        const isOwn = place?.kind === 'draft' && place.draft === draft && aside === null && state === 'ready'
        return isOwn && page !== null ? [{ row: place.paper, page }] : []
      })
      return {
        pages: Object.fromEntries([...Map.groupBy(own, ({ row }) => row)].map(([row, of]) => [row, of.map(({ page }) => page)])),
        isScanned: [...tray.batches().values()].some(batch => draftsIn(batch).has(draft)),
      }
    },
    onGrew: leave,
    goOn: () => {
      attaching ??= caughtUp.then(attach).finally(() => { attaching = undefined })
      return attaching
    },
    keepOnly: async drafts => {
      if (!await caughtUp) return
      const gone = new Set([...tray.batches().values()].flatMap(batch => [...draftsIn(batch)]).filter(draft => !drafts.includes(draft)))
      for (const draft of gone) await noteLeft({ what: 'draft-left', draft, subject: '', rows: [] })
    },
    saved: async drafts => {
      const [oldest] = drafts.map(({ keptAt }) => parseInstant(keptAt) ?? EVER).sort()
      const named = new Set<string>()
      for (const subject of oldest === undefined ? [] : tools.begunSince(oldest)) {
        for (const { body: { draft } } of await tools.actsOf(subject)) if (Value.Check(TypedIn, draft)) named.add(draft.id)
      }
      return drafts.map(({ id }) => id).filter(id => named.has(id))
    },
  }
}

/** Nobody knows when it was kept. */
const EVER = '1970-01-01T00:00:00.000Z'

/** Drafts for which sides of a batch were scanned, or are being scanned. */
function draftsIn({ into, sides }: BatchState): ReadonlySet<string> {
  const places = [into, ...[...sides.values()].filter(({ isFiled }) => !isFiled).map(placeIn)]
  return new Set(places.flatMap(place => place?.kind === 'draft' ? [place.draft] : []))
}
