import { expect, test } from 'vitest'
import { certify } from '../../shared/certification/certify.ts'
import { refuseCertification } from '../../shared/certification/refuse-certification.ts'
import { voidCertification } from '../../shared/certification/void-certification.ts'
import { certifyingDesk, COPIES, toCertify } from '../../tests/builders/certifying-desk.ts'
import { certificationToRows } from './certification-row.ts'

test('every number of a visit is a row, in its book, found by whatever a person would ask for', () => {
  const desk = certifyingDesk()
  const papers = ['Học bạ', 'Căn cước'].map(name => ({ procedure: COPIES, name, pageCount: 2, copyCount: 3 }))
  desk.ask(moment => certify(toCertify({ papers }), moment))
  const [visit] = desk.visits()
  const subject = visit?.subject ?? ''
  desk.ask(moment => voidCertification({ subject, book: { kind: 'copies', year: 2026 }, number: 2, reason: 'Gõ nhầm' }, moment), undefined, subject)
  const rows = desk.visits().flatMap(certificationToRows)
  expect(rows).toMatchObject([
    { id: `${subject} 00`, state: 'counts', day: '2026-11-25', book: `book:${desk.device}.copies.2026`, label: '01/2026-SCT/BS', number: 1, fee: 12_000, signerName: 'Đặng Thị Lan' },
    { id: `${subject} 01`, state: 'voided', number: 2, fee: 0, reason: 'Gõ nhầm' },
  ])
  for (const word of ['mau', '092190000456', 'hoc ba', '01']) expect(rows[0]?.searchText).toContain(word)
})

test('a refusal is a row without a number', () => {
  const desk = certifyingDesk()
  desk.ask(moment => refuseCertification({ person: { name: 'Lê Văn Vinh' }, procedure: COPIES, paperName: 'Bằng lái xe', ground: 'altered' }, moment))
  expect(desk.visits().flatMap(certificationToRows)).toMatchObject([{ state: 'refused', book: '', number: 0, fee: 0, paperName: 'Bằng lái xe' }])
})
