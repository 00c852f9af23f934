import { dayOfInstant, type Day } from '../../shared/base/day.ts'
import { fold } from '../../shared/base/text.ts'
import { bookOfNumber, twoDigits } from '../../shared/certification/book.ts'
import type { Certification, CertifiedPaper } from '../../shared/certification/certification.ts'

/**
 * One number of a book, or one refusal, as lists and search need it; the visit is folded from the journal when it is opened.
 *
 * Texts that are not known are empty, because an index over a missing field finds nothing.
 */
export interface CertificationRow {
  /** The visit's subject and the place of the paper in it. */
  readonly id: string
  readonly subject: string
  readonly state: 'counts' | 'voided' | 'refused'
  readonly day: Day
  /** UTC, ms. */
  readonly at: string
  /** The book's subject; empty for a refusal, which draws no number. */
  readonly book: string
  readonly label: string
  /** 0 for a refusal. */
  readonly number: number
  readonly procedure: string
  readonly paperName: string
  readonly pageCount: number
  readonly copyCount: number
  /** Đồng; 0 where the number is void or nothing was certified. */
  readonly fee: number
  /** Why it is void, or the ground it was refused on. */
  readonly reason: string
  readonly name: string
  readonly personalNumber: string
  readonly signerName: string
  readonly signerTitle: string
  readonly device: string
  readonly desk: string
  readonly clerk: string
  readonly searchText: string
}

/** The rows of a visit as it stands now: one a number, or one for what was refused. */
export function certificationToRows(visit: Certification): readonly CertificationRow[] {
  const { refused } = visit
  if (refused !== undefined) return [rowOf(visit, 0, { state: 'refused', procedure: refused.procedure, paperName: refused.paperName, reason: refused.groundWords })]
  return visit.papers.map((paper, place) => rowOf(visit, place, ofPaper(visit, paper)))
}

type OfPaper = Partial<CertificationRow> & Pick<CertificationRow, 'state' | 'procedure' | 'paperName'>

function ofPaper({ device }: Certification, { book, number, procedure, name, pageCount, copyCount, fee, voided }: CertifiedPaper): OfPaper {
  return {
    state: voided === undefined ? 'counts' : 'voided', book: bookOfNumber(book, device), label: book.label, number,
    procedure, paperName: name, pageCount, copyCount, fee: voided === undefined ? fee.amount : 0, reason: voided?.reason ?? '',
  }
}

function rowOf(visit: Certification, place: number, paper: OfPaper): CertificationRow {
  const { subject, at, person, signer, device, desk, clerk } = visit
  const number = paper.number ?? 0
  return {
    id: `${subject} ${twoDigits(place)}`, subject, day: dayOfInstant(at), at,
    book: '', label: '', pageCount: 0, copyCount: 0, fee: 0, reason: '', ...paper, number,
    name: person.name, personalNumber: person.personalNumber ?? '', signerName: signer?.name ?? '', signerTitle: signer?.title ?? '',
    device, desk, clerk,
    searchText: fold([person.name, person.personalNumber ?? '', person.phone ?? '', paper.paperName, number === 0 ? '' : twoDigits(number)].join(' ')),
  }
}
