import { countOf } from '../../parts/field-text.ts'
import type { IntakeDraft, PaperDraft } from '../../state/intake-draft.ts'
import type { AskedPaper, CaseView } from './case-view.ts'

/** The rows of a case; what was ticked or counted for the same paper before stays, as do papers the clerk added. */
export function papersFor(view: CaseView, before: readonly PaperDraft[] = []): readonly PaperDraft[] {
  const asked = view.papers.map(paper => before.find(row => row.paperId === paper.id) ?? freshRow(paper))
  return [...asked, ...before.filter(row => row.paperId === null)]
}

/** An empty row for a paper the catalogue does not list. */
export function addedRow(rows: readonly PaperDraft[]): PaperDraft {
  const last = Math.max(0, ...rows.map(row => Number(/^added:(\d+)$/.exec(row.key)?.[1] ?? 0)))
  return { key: `added:${String(last + 1)}`, paperId: null, name: '', received: true, originals: '1', copies: '0' }
}

/** The row after the clerk types a count: any number above nothing means it lies on the desk. */
export function withCount(row: PaperDraft, which: 'originals' | 'copies', text: string): PaperDraft {
  const counted = { ...row, [which]: text.replace(/\D/g, '').replace(/^0+(?=\d)/, '').slice(0, 3) }
  return { ...counted, received: (countOf(counted.originals) ?? 0) + (countOf(counted.copies) ?? 0) > 0 }
}

/** The row ticked or not; a ticked paper without a count is one original. */
export function withReceived(row: PaperDraft, received: boolean, asked?: AskedPaper): PaperDraft {
  const isCounted = (countOf(row.originals) ?? 0) + (countOf(row.copies) ?? 0) > 0
  if (!received || isCounted || asked?.demand === 'present') return { ...row, received }
  return { ...row, received, originals: String(Math.max(1, asked?.originals ?? 1)) }
}

/** What Enter on a row says: it is here as counted, or, counted as none, it is not. */
export function withEnter(row: PaperDraft, asked?: AskedPaper): PaperDraft {
  const isNone = countOf(row.originals) === 0 && countOf(row.copies) === 0
  return isNone && asked?.demand !== 'present' ? { ...row, received: false } : withReceived(row, true, asked)
}

/** Papers that must be handed in here: always, or because somebody else brings the dossier. */
export function mustHave(paper: AskedPaper, onBehalf: boolean): boolean {
  return paper.demand === 'always' || (paper.demand === 'proxy' && onBehalf)
}

export function missingPapers(draft: Pick<IntakeDraft, 'papers' | 'onBehalf'>, view: CaseView): readonly AskedPaper[] {
  return view.papers.filter(paper =>
    mustHave(paper, draft.onBehalf) && draft.papers.find(row => row.paperId === paper.id)?.received !== true)
}

/** How many of those that must be handed in are here. */
export function countPapers(draft: Pick<IntakeDraft, 'papers' | 'onBehalf'>, view: CaseView): { readonly received: number; readonly asked: number } {
  const asked = view.papers.filter(paper => mustHave(paper, draft.onBehalf)).length
  return { asked, received: asked - missingPapers(draft, view).length }
}

function freshRow(paper: AskedPaper): PaperDraft {
  const { id, title, originals, copies } = paper
  return { key: id, paperId: id, name: title, received: false, originals: String(originals), copies: String(copies) }
}
