import { failure, type Problem, type Result } from '../../shared/base/result.ts'
import type { BookQuestion } from '../../shared/bridge/books-api.ts'
import { dossierRegister } from '../../shared/forms/dossier-register/form.ts'
import type { RegisterPrint } from '../../shared/forms/page/register-print.ts'
import { register } from '../../shared/forms/register/form.ts'
import { printMoment, sendPaper, type PaperTools } from '../printing/send-paper.ts'
import type { WholeTable } from './answer.ts'
import { fileName } from './file-name.ts'

export interface BookToPrint {
  readonly question: BookQuestion
  readonly whole: WholeTable
  /** Who makes the print and signs for it. */
  readonly clerkName: string
  readonly to: 'printer' | 'pdf'
}

/**
 * Prints a register, a report or the list of a cell: form 07 where it is that, otherwise under its own title.
 *
 * The full path of the file when it was saved as PDF, or null. Problems: those of `mayPrint`, `office/not-open`, `printing/…`.
 */
export async function printBook(
  tools: PaperTools, { question, whole, clerkName, to }: BookToPrint,
): Promise<Result<string | null, Problem>> {
  const allowed = tools.mayPrint()
  if (!allowed.ok) return allowed
  const office = tools.office()
  if (office === undefined) return failure({ code: 'office/not-open' })
  const { from, until } = question
  const printed: RegisterPrint = {
    ...whole,
    period: from === null || until === null ? null : { from, until },
    filter: question.kind === 'register' && question.words !== '' ? `Chỉ những dòng có: ${question.words}` : '',
  }
  const form = question.kind === 'register' && question.register === dossierRegister.name ? dossierRegister : register
  const { html } = form.layout(printed, await printMoment(tools, office, { copy: 1, clerkName }))
  return sendPaper(tools, { html, file: fileName(question, 'pdf'), to, size: 'A4' })
}
