import type { WebContents } from 'electron'
import { setTimeout as pause } from 'node:timers/promises'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { PaperSize } from '../../shared/forms/form.ts'
import { withdrawOwnJobs, ownJobs } from './cups-jobs.ts'
import type { PaperWindow } from './paper-window.ts'
import { readPrinters } from './printers.ts'
import type { PrinterStanding, PrintingProblem } from './printer.ts'

/** How often and how long the queue is watched after the paper was handed over, ms. */
const LOOK_EVERY = 250
const LOOKS = 40
/** So many looks in a row with the same trouble, and the paper is held to be stuck. */
const STUCK_AFTER = 6

/**
 * Prints a paper silently and watches it out of the queue.
 *
 * "Handed to the queue" is all the system says by itself, so an empty tray would look like success.
 * A paper that is stuck is taken back where that is possible, or loading the tray would print it a second time.
 */
export async function htmlToPrinter(
  window: PaperWindow, html: string, printer: string, size: PaperSize,
): Promise<Result<null, PrintingProblem>> {
  const before = await standingNow(window.contents(), printer)
  if (before === undefined) return failure({ code: 'printing/no-printer', printer, reason: 'not-listed', queued: false })
  if (before.problem !== null && !before.mayStillPrint) return failure(before.problem)
  const jobsBefore = await ownJobs(printer)
  const refusal = await window.withPaper(html, contents => handOver(contents, printer, size, liesAcross(html)))
  if (refusal !== null) return failure({ code: 'printing/failed', printer, reason: refusal, queued: false })
  const stuck = await watch(window.contents(), printer)
  if (stuck === null) return success(null)
  return failure({ ...stuck, queued: !(await withdrawOwnJobs(printer, jobsBefore)) })
}

/** Whether a paper lies across its sheet: its own style sheet says so, and a silent print reads that no more than the paper's size. */
function liesAcross(html: string): boolean {
  return /@page \{ size: A[45] landscape;/.test(html)
}

/** Null once the system has taken the paper, otherwise what it said. */
function handOver(contents: WebContents, deviceName: string, pageSize: PaperSize, landscape: boolean): Promise<string | null> {
  return new Promise(resolve => {
    contents.print(
      { silent: true, deviceName, pageSize, landscape, printBackground: true, margins: { marginType: 'none' } },
      (taken, reason) => { resolve(taken ? null : reason) },
    )
  })
}

/** What keeps the paper in the queue, or null when it has left it (or the system does not say). */
async function watch(contents: WebContents, printer: string): Promise<PrintingProblem | null> {
  let troubled = 0
  for (let look = 0; look < LOOKS; look += 1) {
    await pause(LOOK_EVERY)
    const standing = await standingNow(contents, printer)
    if (standing === undefined) return null
    if (standing.problem === null) troubled = 0
    else if (!standing.isBusy && !standing.mayStillPrint) return standing.problem
    else troubled += 1
    if (!standing.isBusy) return null
    if (troubled >= STUCK_AFTER) return standing.problem
  }
  return null
}

async function standingNow(contents: WebContents, printer: string): Promise<PrinterStanding | undefined> {
  return (await readPrinters(contents)).find(({ name }) => name === printer)
}
