import type { Act } from '../../shared/acts/act.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { PagePlace, TrayPage } from '../../shared/bridge/scanning-api.ts'
import type { Command } from '../../shared/desk/command.ts'
import type { PageOf } from '../../shared/papers/paper.ts'
import { batchOf } from './batches.ts'
import { isSettled } from './tray-fold.ts'
import type { Tray } from './tray.ts'

export interface FilingTools {
  readonly tray: Tray
  readonly settled: (ids: readonly string[]) => Promise<void>
  readonly perform: (command: Command) => Promise<Result<readonly Act[]>>
  readonly now: () => number
}

type Filed = Result<{ readonly pages: number, readonly dossiers: readonly string[] }>

/**
 * Attaches every placed page to its paper by acts, a paper at a time; what is unclear stays in the tray.
 *
 * A page leaves the tray only when its act is on disk. A kill between the two files it once more, which changes nothing:
 * the act names a page of a paper once. Problems: `tray/nothing-placed`, and those of adding pages; what was filed stays so.
 */
export async function fileTray({ tray, settled, perform, now }: FilingTools): Promise<Filed> {
  await settled((await tray.look()).pages.filter(isPlaced).map(({ id }) => id))
  const ready = (await tray.look()).pages.filter(page => isPlaced(page) && page.state === 'ready')
  const { filed, problem } = await addToPapers({ tray, perform }, ready)
  if (problem !== null) return failure(problem)
  const isDone = await closeBatches(tray, now)
  if (filed.length === 0 && !isDone) return failure({ code: 'tray/nothing-placed' })
  return success({
    pages: filed.reduce((sum, { pages }) => sum + pages.length, 0), dossiers: [...new Set(filed.map(({ subject }) => subject))],
  })
}

export interface Added {
  readonly filed: readonly PaperPages[]
  /** The paper that could not take its pages, and why; those behind it were not tried. */
  readonly refused: PaperPages | null
  readonly problem: Problem | null
}

/** Attaches pages to the papers where they stand, a paper at a time. */
export async function addToPapers({ tray, perform }: Pick<FilingTools, 'tray' | 'perform'>, ready: readonly TrayPage[]): Promise<Added> {
  const filed: PaperPages[] = []
  for (const papers of groupByPaper(ready)) {
    const { subject, paper, pages } = papers
    const added = await perform({ verb: 'dossier/add-pages', input: { subject, paperId: paper, pages: pages.map(({ page }) => page) } })
    if (!added.ok) return { filed, refused: papers, problem: added.problem }
    await noteFiled(tray, pages.map(({ id }) => id), subject)
    filed.push(papers)
  }
  return { filed, refused: null, problem: null }
}

/** Pages left the tray: each batch is told of its own. */
export async function noteFiled(tray: Tray, ids: readonly string[], into: string): Promise<void> {
  for (const batch of new Set(ids.map(batchOf))) await tray.note(batch, { what: 'filed', ids: ids.filter(id => batchOf(id) === batch), into })
}

/** A person is done with every batch in which nothing waits any more; its cover sheets leave with it. Whether there was one. */
export async function closeBatches(tray: Tray, now: () => number): Promise<boolean> {
  const { pages } = await tray.look()
  let isDone = false
  for (const [batch, state] of tray.batches()) {
    const left = pages.filter(page => page.batch === batch)
    if (state.doneAt !== null || !state.isEnded || state.sides.size === 0) continue
    const covers = left.filter(({ cover }) => cover !== null).map(({ id }) => id)
    if (left.some(page => page.cover === null && page.aside === null)) continue
    await tray.note(batch, { what: 'filed', ids: covers, into: '' }, { what: 'done', at: new Date(now()).toISOString() })
    isDone = true
  }
  return isDone
}

/** Originals of batches that people were done with on an earlier day are no longer needed; any other stays, however old. */
export async function sweepBatches(tray: Tray, today: string, dayOf: (instant: string) => string): Promise<void> {
  for (const [batch, state] of [...tray.batches()]) {
    if (state.doneAt !== null && dayOf(state.doneAt) < today && isSettled(state)) await tray.drop(batch)
  }
}

export interface PaperPages {
  readonly subject: string
  readonly paper: string
  readonly pages: { readonly id: string, readonly page: PageOf }[]
}

function isPlaced({ place, aside, cover }: TrayPage): boolean {
  return place?.kind === 'paper' && aside === null && cover === null
}

function groupByPaper(pages: readonly TrayPage[]): readonly PaperPages[] {
  const papers = new Map<string, PaperPages>()
  for (const { id, place, page } of pages) {
    if (place?.kind !== 'paper' || page === null) continue
    const key = keyOf(place)
    const paper = papers.get(key) ?? { subject: place.subject, paper: place.paper, pages: [] }
    paper.pages.push({ id, page })
    papers.set(key, paper)
  }
  return [...papers.values()]
}

function keyOf(place: Extract<PagePlace, { kind: 'paper' }>): string {
  return `${place.subject} ${place.paper}`
}
