import type { Certification } from '../../certification/certification.ts'

/** What is printed of a visit: the words for each copy, or once for each number. */
export interface WordsToPrint {
  readonly visit: Certification
  /** A label for every copy, to be stuck on it; otherwise a slip for every number. */
  readonly forEveryCopy: boolean
  /** The city's own words, as its settings hold them; checked where they are used. */
  readonly published?: unknown
}
