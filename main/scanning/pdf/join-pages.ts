import { putArchival } from './archival.ts'
import { openPdfFile, type PdfFile } from './pdf-file.ts'
import { putPage, type CodedPage } from './put-page.ts'
import { openUnseenWords, utf16, type TextOnPage } from './unseen-words.ts'

/** One page to be joined: its images as they were coded when it was kept, and what was read on it. */
export interface PageToJoin {
  readonly page: CodedPage
  readonly texts?: readonly TextOnPage[]
}

/** Pages that belong together: one paper, under the name by which it is found. */
export interface PaperToJoin {
  readonly name: string
  readonly pages: readonly PageToJoin[]
}

/**
 * One PDF/A-1b of all the pages, in order, with a bookmark for each paper that has any.
 *
 * No image is coded again, so a joined page is the kept page to the bit.
 */
export function joinPages(papers: readonly PaperToJoin[]): Uint8Array {
  const file = openPdfFile()
  const catalogue = file.reserve()
  const pages = file.reserve()
  const archival = putArchival(file)
  const words = openUnseenWords(file)
  const marks: Mark[] = []
  const kids = papers.flatMap(paper => paper.pages.map(({ page, texts = [] }, at) => {
    const number = putPage(file, pages, page, words.on(page.heightMm, texts))
    if (at === 0) marks.push({ name: paper.name, page: number })
    return number
  }))
  if (kids.length === 0) throw new Error('A file without pages is no PDF')
  words.end()
  file.put(`<< /Type /Pages /Kids [${kids.map(kid => `${String(kid)} 0 R`).join(' ')}] /Count ${String(kids.length)} >>`, undefined, pages)
  const outlines = putOutlines(file, marks)
  file.put(`<< /Type /Catalog /Pages ${String(pages)} 0 R ${archival} /PageMode /UseOutlines /Outlines ${String(outlines)} 0 R >>`, undefined, catalogue)
  return file.end(catalogue)
}

interface Mark {
  readonly name: string
  readonly page: number
}

function putOutlines(file: PdfFile, marks: readonly Mark[]): number {
  const root = file.reserve()
  const items = marks.map(() => file.reserve())
  const named = (key: string, item: number | undefined): string => item === undefined ? '' : ` /${key} ${String(item)} 0 R`
  marks.forEach(({ name, page }, at) => {
    const title = `/Title <feff${utf16(name.normalize('NFC'))}> /Parent ${String(root)} 0 R`
    const around = named('Prev', items[at - 1]) + named('Next', items[at + 1])
    file.put(`<< ${title} /Dest [${String(page)} 0 R /Fit]${around} >>`, undefined, items[at])
  })
  file.put(`<< /Type /Outlines${named('First', items[0])}${named('Last', items.at(-1))} /Count ${String(items.length)} >>`, undefined, root)
  return root
}
