import type { Form } from '../form.ts'
import { layoutWords } from './layout.ts'
import type { WordsToPrint } from './words-to-print.ts'

/** The words of certification (lời chứng) and what the stamp says, on labels or slips: their printing is no act, the number is. */
export const certificationWords: Form<'certification-words', WordsToPrint> = {
  name: 'certification-words',
  number: null,
  title: 'Lời chứng',
  layout: (matter, print) => layoutWords(certificationWords, matter, print),
}
