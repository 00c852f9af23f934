import type { Certification } from '../../certification/certification.ts'
import type { Form } from '../form.ts'
import { layoutWords } from './layout.ts'

/** What is printed of a visit: the words for each copy, or once for each number. */
export interface WordsToPrint {
  readonly visit: Certification
  /** A label for every copy, to be stuck on it; otherwise a slip for every number. */
  readonly forEveryCopy: boolean
  /** The city's own words, as its settings hold them; checked where they are used. */
  readonly published?: unknown
}

/** The words of certification (lời chứng) and what the stamp says, on labels or slips: their printing is no act, the number is. */
export const certificationWords: Form<'certification-words', WordsToPrint> = {
  name: 'certification-words',
  number: null,
  title: 'Lời chứng',
  layout: (matter, print) => layoutWords(certificationWords, matter, print),
}
