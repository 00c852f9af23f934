import { failure, type Problem, type Result } from '../../shared/base/result.ts'
import { dayClose } from '../../shared/forms/day-close/form.ts'
import type { DayStatement } from '../../shared/forms/day-close/statement.ts'
import { pdfName } from './save-pdf.ts'
import { printMoment, sendPaper, type PaperTools } from './send-paper.ts'

export interface StatementRequest {
  readonly statement: DayStatement
  /** Who signs it. */
  readonly clerkName: string
  readonly to: 'printer' | 'pdf'
}

/**
 * Prints the statement of a day; the full path of the file when it was saved as PDF, or null.
 *
 * Its check code names the file, so no statement writes over another. Problems: those of `mayPrint`, `office/not-open`, `printing/…`.
 */
export async function printStatement(
  tools: PaperTools, { statement, clerkName, to }: StatementRequest,
): Promise<Result<string | null, Problem>> {
  const allowed = tools.mayPrint()
  if (!allowed.ok) return allowed
  const office = tools.office()
  if (office === undefined) return failure({ code: 'office/not-open' })
  const { html } = dayClose.layout(statement, await printMoment(tools, office, { copy: 1, clerkName }))
  return sendPaper(tools, { html, file: pdfName(`${statement.day}-${statement.checkCode}`, dayClose.name, 1), to })
}
