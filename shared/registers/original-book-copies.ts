import { localToInstant } from '../base/day.ts'
import type { BookedDossier } from '../dossiers/booked-dossier.ts'
import type { DossierResult } from '../dossiers/progress.ts'
import { byTime, ownerName } from './by-time.ts'
import type { Register } from './register.ts'

/** National codes of the two procedures that give copies from an original book: by any office, and of civil status. */
const GIVING_COPIES: ReadonlySet<string> = new Set(['2.000908', '2.000635'])

/**
 * Copies and extracts given from an original book (sổ gốc, NĐ 23/2015 Art. 16–18): a row for each that has its number (rule L10).
 *
 * Its columns are likely, not compared with a law.
 */
export const originalBookCopies: Register = {
  name: 'original-book-copies',
  title: 'Sổ cấp bản sao, trích lục từ sổ gốc',
  counted: 'bản sao, trích lục',
  columns: [
    { key: 'issuedOn', title: 'Ngày cấp', kind: 'day' },
    { key: 'number', title: 'Số', kind: 'text' },
    { key: 'result', title: 'Tên bản sao, trích lục', kind: 'text' },
    { key: 'owner', title: 'Người được cấp bản chính', kind: 'text' },
    { key: 'applicant', title: 'Người yêu cầu', kind: 'text' },
    { key: 'code', title: 'Mã hồ sơ', kind: 'text' },
    { key: 'collectedBy', title: 'Người nhận', kind: 'text' },
  ],
  rows: ({ dossiers }) => dossiers.flatMap(dossier => {
    const { subject, code, applicant, collection } = dossier
    return copiesOf(dossier).flatMap(({ name, number, issuedOn }) => (number === undefined || issuedOn === undefined ? [] : [{
      subject, at: localToInstant(issuedOn, 0),
      cells: [issuedOn, number, name, ownerName(dossier), applicant.name, code ?? null, collection?.name ?? null],
    }]))
  }).sort(byTime),
}

function copiesOf({ procedure, parts = [], results = [] }: BookedDossier): readonly DossierResult[] {
  if (parts.length === 0) return GIVING_COPIES.has(procedure.code) ? results : []
  return parts.flatMap(part => (GIVING_COPIES.has(part.procedure) ? part.resolved?.results ?? [] : []))
}
