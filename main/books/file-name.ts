import { fold } from '../../shared/base/text.ts'
import type { BookQuestion } from '../../shared/bridge/books-api.ts'
import { getRegister } from '../../shared/registers/registers.ts'
import { getReport } from '../../shared/reports/reports.ts'

/** What a file of a book is proposed to be called: `so-theo-doi-ho-so-2026-11-01-2026-11-30.xlsx`. */
export function fileName(question: BookQuestion, ending: string): string {
  const { from, until } = question
  const title = question.kind === 'register' ? getRegister(question.register)?.title : getReport(question.report)?.title
  const words = fold(title ?? '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80)
  const days = from === until ? [from] : [from, until]
  return `${[words, ...days].filter(part => part !== null && part !== '').join('-')}.${ending}`
}
