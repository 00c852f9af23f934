import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { FormName } from '../../shared/bridge/main-api.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import type { Covered } from '../../shared/forms/cover-sheet/covered.ts'
import { coveredBy, coverSheet } from '../../shared/forms/cover-sheet/form.ts'
import type { PrintedCover } from '../../shared/papers/stack.ts'
import { pdfName } from './save-pdf.ts'
import { printMoment, sendPaper, type PaperTools } from './send-paper.ts'

export type CoverForm = Extract<FormName, 'cover-sheet' | 'paper-covers'>

export interface CoverTools extends PaperTools {
  /** Cover sheets are about to leave that no page came for yet; resolves when that is kept. */
  readonly onCovers: (covers: readonly PrintedCover[]) => Promise<void>
}

export interface CoverRequest {
  readonly form: CoverForm
  readonly paper?: string | undefined
  readonly sheets?: number | undefined
}

/** Whether what is asked for are cover sheets: no forms of a dossier, and their printing is no act. */
export function isOfCovers(form: FormName): form is CoverForm {
  return form === 'cover-sheet' || form === 'paper-covers'
}

/**
 * The cover sheets as HTML, a document each: two in one job could come out on the two sides of one sheet.
 *
 * Problems: those of `mayPrint`, `office/not-open`, `dossier/unknown`, `dossier/form-not-due` where nothing was received.
 */
export async function drawCovers(
  tools: PaperTools, dossier: Dossier | undefined, { form, paper, sheets }: CoverRequest,
): Promise<Result<readonly DrawnCover[], Problem>> {
  const allowed = tools.mayPrint()
  if (!allowed.ok) return allowed
  const office = tools.office()
  if (office === undefined) return failure({ code: 'office/not-open' })
  if (dossier === undefined) return failure({ code: 'dossier/unknown' })
  const covered = coveredBy(dossier, form === 'cover-sheet' ? 'dossier' : 'paper', sheets ?? null)
    .filter(each => paper === undefined || each.paper?.id === paper)
  if (dossier.state !== 'received' || dossier.code === undefined || covered.length === 0) {
    return failure({ code: 'dossier/form-not-due', form, state: dossier.state })
  }
  const stem = dossier.code
  const moment = await printMoment(tools, office, { copy: 1, clerkName: dossier.clerk })
  return success(covered.map((each, i) => ({
    covered: each, html: coverSheet.layout(each, moment).html, file: pdfName(each.paper === null ? stem : `${stem}-${String(i + 1)}`, coverSheet.name, 1),
  })))
}

interface DrawnCover {
  readonly covered: Covered
  readonly html: string
  readonly file: string
}

/** Where pages are there already, the cover sheet may never be used. */
function isAwaited({ dossier, paper }: Covered): boolean {
  return dossier.papers.every(({ id, pages = [] }) => pages.length === 0 || paper !== null && paper.id !== id)
}

function toPrinted({ dossier: { subject, code = '' }, paper }: Covered): PrintedCover {
  return { subject, code, paper: paper?.id ?? null }
}

/** Prints them one after the other, or saves them; the path of the last file. Problems: those of `drawCovers`, `printing/…`. */
export async function printCovers(
  tools: CoverTools, dossier: Dossier | undefined, request: CoverRequest, to: 'printer' | 'pdf',
): Promise<Result<{ readonly copy: number, readonly file: string | null }, Problem>> {
  const drawn = await drawCovers(tools, dossier, request)
  if (!drawn.ok) return drawn
  // Waited for before they leave: one that a crash lets out all the same is missed by nobody.
  await tools.onCovers(drawn.value.map(({ covered }) => covered).filter(isAwaited).map(toPrinted))
  let file: string | null = null
  for (const cover of drawn.value) {
    const sent = await sendPaper(tools, { ...cover, to })
    if (!sent.ok) return sent
    file = sent.value
  }
  return success({ copy: 1, file })
}
