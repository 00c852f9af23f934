import type { PageOf, ReceivedPaper } from '../papers/paper.ts'
import type { Dossier } from './dossier.ts'

type Listed = Pick<Dossier, 'papers'> & Partial<Pick<Dossier, 'missingPapers'>>

/** The papers, and by name those that were asked for and are not here. */
export function listPapers(papers: readonly ReceivedPaper[]): Listed {
  const missingPapers = papers.filter(paper => !paper.received).map(paper => paper.name)
  return missingPapers.length === 0 ? { papers } : { papers, missingPapers }
}

/** The dossier with these papers instead. */
export function withPapers({ missingPapers: _, ...dossier }: Dossier, papers: readonly ReceivedPaper[]): Dossier {
  return { ...dossier, ...listPapers(papers) }
}

/** A paper of the same id is replaced in its place and keeps its pages, whoever added them; any other comes last. */
export function attach(papers: readonly ReceivedPaper[], paper: ReceivedPaper): readonly ReceivedPaper[] {
  const isKnown = papers.some(({ id }) => id === paper.id)
  return isKnown ? papers.map(known => (known.id === paper.id ? withPagesOf(known, paper) : known)) : [...papers, paper]
}

/** The paper of this id with these pages behind its own; each page once. */
export function addPagesTo(papers: readonly ReceivedPaper[], paperId: string, pages: readonly PageOf[]): readonly ReceivedPaper[] {
  return papers.map(paper => (paper.id === paperId ? withPagesOf(paper, { ...paper, pages: [...pages] }) : paper))
}

function withPagesOf({ pages: kept = [] }: ReceivedPaper, paper: ReceivedPaper): ReceivedPaper {
  const pages = [...new Map([...kept, ...paper.pages ?? []].map(page => [page.sha256, page])).values()]
  return pages.length === 0 ? paper : { ...paper, pages }
}

/** A paper that must be submitted is missing again, any other is gone. */
export function detach(papers: readonly ReceivedPaper[], paperId: string): readonly ReceivedPaper[] {
  return papers.flatMap(paper => {
    if (paper.id !== paperId) return [paper]
    return paper.kind === 'submit' ? [{ ...paper, received: false, originals: 0, copies: 0 }] : []
  })
}
