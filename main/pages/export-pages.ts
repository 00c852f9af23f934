import { basename, dirname } from 'node:path'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { MissingPages } from '../../shared/bridge/machine-problems.ts'
import type { ExportRequest, PagesApi } from '../../shared/bridge/main-api.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import type { LookAtPageInput } from '../../shared/dossiers/look-at-page.ts'
import type { PageOf, ReceivedPaper } from '../../shared/papers/paper.ts'
import { isFileError } from '../journal/durable-file.ts'
import { pdfName, savePdf } from '../printing/save-pdf.ts'
import { sendPaper, type PaperTools } from '../printing/send-paper.ts'
import type { PageText } from '../scanning/ocr/page-text.ts'
import type { PageToJoin, PaperToJoin } from '../scanning/pdf/join-pages.ts'
import type { PdfProcess } from '../scanning/pdf/pdf-process.ts'
import { readPage as readCoded } from '../scanning/pdf/read-page.ts'
import { writeCodedPage } from '../scanning/pdf/write-page.ts'
import type { PageStore } from './page-store.ts'
import { readPage } from './previews.ts'
import { pagesToHtml } from './pages-to-html.ts'

export interface ExportTools {
  readonly papers: PaperTools
  readonly dossierOf: (subject: string) => Promise<Dossier | undefined>
  readonly store: PageStore
  /** Brings a page whole from the city; whether it is here now. */
  readonly fetchBack: (sha256: string) => Promise<boolean>
  /** The system's own dialog for where the file goes; null when cancelled. */
  readonly choosePlace: (fileName: string) => Promise<string | null>
  readonly pdf: Omit<PdfProcess, 'close'>
  /** What was read on a page, where it was read. */
  readonly textOf: (sha256: string) => Promise<PageText | undefined>
  /** Writes down that the image of an ID card goes out, and why (rules U3, U5). */
  readonly recordLook: (input: LookAtPageInput) => Promise<Result<unknown>>
}

/**
 * A paper, or the whole dossier with a bookmark for each paper, as one PDF/A or on A4 sheets: whole, or not at all.
 *
 * Pages that are not here come back from the city first. Null when nobody chose a place for the file.
 * Problems: those of `mayPrint`, `dossier/unknown`, `page/none`, `page/not-here`, `page/shows-nothing`, `page/not-saved`, `printing/…`.
 */
export function makeExport(tools: ExportTools): PagesApi['export'] {
  return async request => {
    const allowed = tools.papers.mayPrint()
    if (!allowed.ok) return allowed
    const dossier = await tools.dossierOf(request.subject)
    if (dossier === undefined) return failure({ code: 'dossier/unknown' })
    const papers = papersOf(dossier, request)
    if (papers.every(({ pages = [] }) => pages.length === 0)) return failure({ code: 'page/none' })
    const name = pdfName(dossier.code ?? dossier.subject, request.paper === null ? 'pages' : `pages-${request.paper}`, 1)
    const place = request.to === 'pdf' ? await tools.choosePlace(name) : null
    if (request.to === 'pdf' && place === null) return success(null)
    const missing = await bringAll(tools, papers)
    if (missing.length > 0) return failure<NotHere>({ code: 'page/not-here', missing })
    const gathered = await gather(tools, papers)
    if (!gathered.ok) return gathered
    const recorded = await recordLooks(tools, dossier, request)
    if (!recorded.ok) return recorded
    const pages = gathered.value.flatMap(paper => paper.pages)
    const sent = place === null ? await print(tools, pages) : await save(place, await tools.pdf.join(gathered.value))
    return sent.ok ? success({ pages: pages.length, file: sent.value }) : sent
  }
}

interface NotHere extends Problem {
  readonly code: 'page/not-here'
  readonly missing: readonly MissingPages[]
}

/** What is still not here after the city was asked for it; a page whose bytes are no longer its own counts as gone. */
async function bringAll({ store, fetchBack }: ExportTools, papers: readonly ReceivedPaper[]): Promise<readonly MissingPages[]> {
  const missing: MissingPages[] = []
  let refusals = 0
  for (const { name, pages = [] } of papers) {
    const gone: number[] = []
    for (const [at, { sha256 }] of pages.entries()) {
      if (store.has(sha256) && await store.isTrue(sha256)) continue
      if (refusals < MOST_REFUSALS && await fetchBack(sha256)) continue
      refusals += 1
      gone.push(at + 1)
    }
    if (gone.length > 0) missing.push({ paper: name, pages: gone })
  }
  return missing
}

/** Without a line each further page would be waited for in vain. */
const MOST_REFUSALS = 2

function papersOf({ papers }: Dossier, { paper }: ExportRequest): readonly ReceivedPaper[] {
  return papers.filter(({ id }) => paper === null || id === paper)
}

/** Before anything goes out: what cannot be written down is not shown. */
async function recordLooks({ recordLook }: ExportTools, dossier: Dossier, request: ExportRequest): Promise<Result<unknown>> {
  const pages = papersOf(dossier, request).flatMap(({ pages = [] }) => pages)
  for (const { sha256 } of pages.filter(({ sensitive }) => sensitive)) {
    const recorded = await recordLook({ subject: dossier.subject, sha256, screen: 'export', reason: request.reason })
    if (!recorded.ok) return recorded
  }
  return success(null)
}

async function gather(tools: ExportTools, listed: readonly ReceivedPaper[]): Promise<Result<readonly PaperToJoin[], PageTrouble>> {
  const papers: PaperToJoin[] = []
  for (const paper of listed) {
    const pages: PageToJoin[] = []
    for (const [at, page] of (paper.pages ?? []).entries()) {
      const taken = await take(tools, page)
      if (taken.length === 0) return failure({ code: 'page/shows-nothing', paper: paper.name, page: at + 1 })
      pages.push(...taken)
    }
    papers.push({ name: paper.name, pages })
  }
  return success(papers)
}

interface PageTrouble extends Problem {
  readonly code: 'page/shows-nothing'
  readonly paper: string
  /** 1… */
  readonly page: number
}

/** The pages of one stored page; none when it shows nothing. */
async function take({ store, pdf, textOf }: ExportTools, { sha256 }: PageOf): Promise<readonly PageToJoin[]> {
  const bytes = await readPage(store, sha256)
  const own = readCoded(bytes)
  if (own === undefined) return (await pdf.take(bytes)).map(page => ({ page }))
  const read = await textOf(sha256)
  return [read === undefined ? { page: own } : { page: own, texts: placeWords(read, own.widthMm, own.heightMm) }]
}

function placeWords({ words, width, height }: PageText, widthMm: number, heightMm: number): NonNullable<PageToJoin['texts']> {
  const [across, down] = [widthMm / width, heightMm / height]
  return words.map(({ text, box: [left, top, right, bottom] }) =>
    ({ text, box: { x: left * across, y: top * down, width: (right - left) * across, height: (bottom - top) * down } }))
}

async function save(place: string, pdf: Uint8Array): Promise<Result<string, Problem>> {
  try {
    return success(await savePdf(dirname(place), basename(place), pdf))
  } catch (error) {
    if (!isFileError(error)) throw error
    return failure({ code: 'page/not-saved' })
  }
}

async function print(tools: ExportTools, pages: readonly PageToJoin[]): Promise<Result<string | null, Problem>> {
  const sheets = []
  for (const { page } of pages) {
    const webp = await tools.pdf.render(writeCodedPage(page), 'whole')
    if (webp === undefined) throw new Error('A page that was taken cannot be shown')
    sheets.push({ webp, widthMm: page.widthMm, heightMm: page.heightMm })
  }
  return sendPaper(tools.papers, { html: pagesToHtml(sheets), file: '', to: 'printer', size: 'A4' })
}
