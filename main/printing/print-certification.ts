import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Act } from '../../shared/acts/act.ts'
import { dayOfInstant } from '../../shared/base/day.ts'
import type { Html } from '../../shared/base/html.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { CertificationPaper, CertificationPrint } from '../../shared/bridge/certification-api.ts'
import { parseBookSubject, twoDigits } from '../../shared/certification/book.ts'
import type { Certification } from '../../shared/certification/certification.ts'
import { foldBook } from '../../shared/certification/fold-book.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import { bookClosing } from '../../shared/forms/book-closing/form.ts'
import { certificationRefusal } from '../../shared/forms/certification-refusal/form.ts'
import { certificationSlip, needsSlip } from '../../shared/forms/certification-slip/form.ts'
import { certificationWords } from '../../shared/forms/certification-words/form.ts'
import { feeReceiptOfVisit } from '../../shared/forms/fee-receipt/of-visit.ts'
import type { PrintMoment } from '../../shared/forms/form.ts'
import { pdfName } from './save-pdf.ts'
import { printMoment, sendPaper, type PaperTools } from './send-paper.ts'

export interface CertificationPapers extends PaperTools {
  readonly actsOf: (subject: string) => Promise<readonly Act[]>
  readonly desks: () => Readonly<Record<string, string>>
}

/**
 * The papers of the express lane, from the journal: a label for every copy, a refusal, a slip for who must come back, a book's closing.
 *
 * Papers saved as files never write over another: a later print of the same gets the time in its name.
 */
export async function printCertification(
  tools: CertificationPapers, request: CertificationPrint,
): Promise<Result<{ readonly file: string | null }>> {
  if (!Value.Check(Request, request)) return failure({ code: 'program/input-invalid', fields: [] })
  const allowed = tools.mayPrint()
  if (!allowed.ok) return failure(allowed.problem)
  const office = tools.office()
  if (office === undefined) return failure({ code: 'office/not-open' })
  const drawn = request.form === 'book-closing' ? await drawClosing(tools, request.subject) : await drawVisit(tools, request.subject, request.form)
  if (!drawn.ok) return drawn
  const { stem, clerkName, layout } = drawn.value
  const { html } = layout(await printMoment(tools, office, { copy: 1, clerkName }))
  const sent = await sendPaper(tools, { html, file: pdfName(`${stem}-${tools.now()}`, request.form, 1), to: request.to })
  return sent.ok ? success({ file: sent.value }) : sent
}

const Request = Type.Object({
  subject: Type.String({ minLength: 1, maxLength: 100 }),
  form: Type.Enum(['certification-words', 'certification-refusal', 'certification-slip', 'fee-receipt', 'book-closing']),
  to: Type.Enum(['printer', 'pdf']),
})

interface Drawn {
  readonly stem: string
  readonly clerkName: string
  readonly layout: (print: PrintMoment) => Html
}

async function drawVisit(
  { actsOf, settings }: CertificationPapers, subject: string, form: Exclude<CertificationPaper, 'book-closing'>,
): Promise<Result<Drawn, Problem>> {
  const visit = subject.startsWith('certification:') ? foldCertification(await actsOf(subject)) : undefined
  if (visit === undefined) return failure({ code: 'certification/unknown' })
  if (!isDue(visit, form)) return failure({ code: 'certification/nothing-to-print', form })
  const layouts: Readonly<Record<typeof form, Drawn['layout']>> = {
    'certification-words': print => certificationWords.layout({ visit, forEveryCopy: true, published: settings().certificationWords }, print),
    'certification-refusal': print => certificationRefusal.layout(visit, print),
    'certification-slip': print => certificationSlip.layout(visit, print),
    'fee-receipt': print => feeReceiptOfVisit.layout(visit, print),
  }
  return success({ stem: numbersOf(visit), clerkName: visit.clerk, layout: layouts[form] })
}

/** What is void has no words, what was certified no refusal, and who has the papers in hand needs no slip. */
function isDue(visit: Certification, form: Exclude<CertificationPaper, 'book-closing'>): boolean {
  if (form === 'certification-refusal') return visit.state === 'refused'
  if (form === 'fee-receipt') return visit.receipt !== undefined
  return visit.papers.some(({ voided }) => voided === undefined) && (form === 'certification-words' || needsSlip(visit))
}

async function drawClosing({ actsOf, desks }: CertificationPapers, subject: string): Promise<Result<Drawn, Problem>> {
  const of = parseBookSubject(subject)
  const book = of === undefined ? undefined : foldBook(subject, await actsOf(subject), [])
  if (of === undefined || book === undefined) return failure({ code: 'book/unknown' })
  const { closed, label, kind, year } = book
  if (closed === undefined) return failure({ code: 'certification/nothing-to-print', form: 'book-closing' })
  const { last, voidedCount, lentCount, at: closedAt, byName: closedByName } = closed
  const desk = desks()[of.device] ?? ''
  return success({
    stem: label, clerkName: closedByName,
    layout: print => bookClosing.layout({ kind, year, label, last, voidedCount, lentCount, desk, closedAt, closedByName }, print),
  })
}

/** `2026-11-25-01-03`: the day and the numbers, never a name. */
function numbersOf({ at, papers }: Certification): string {
  const numbers = papers.map(({ number }) => number)
  return [dayOfInstant(at), ...(numbers.length === 0 ? [] : [Math.min(...numbers), Math.max(...numbers)].map(twoDigits))].join('-')
}
