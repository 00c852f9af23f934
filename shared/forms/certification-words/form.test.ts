import { expect, test } from 'vitest'
import { certifyingDesk, COPIES, SIGNATURE, toCertify, TRANSACTION } from '../../../tests/builders/certifying-desk.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { BOOK_KINDS } from '../../certification/book-kinds.ts'
import type { Certification } from '../../certification/certification.ts'
import { certify, type CertifyInput } from '../../certification/certify.ts'
import type { PrintMoment } from '../form.ts'
import { certificationWords } from './form.ts'
import type { WordsToPrint } from './words-to-print.ts'
import { OWN_WORDS, wordsFor } from './words.ts'

function visitWith(papers: CertifyInput['papers'], changes: Partial<CertifyInput> = {}): Certification {
  const desk = certifyingDesk()
  desk.ask(moment => certify(toCertify({ papers, ...changes }), moment))
  const [visit] = desk.visits()
  if (visit === undefined) throw new Error('Nothing was certified')
  return visit
}

const print = (visit: Certification, matter: Partial<WordsToPrint> = {}, moment: Partial<PrintMoment> = {}): string =>
  certificationWords.layout({ visit, forEveryCopy: false, ...matter }, { ...sampleMoment, ...moment }).html

const degree = { procedure: COPIES, name: 'Bằng tốt nghiệp', pageCount: 1, copyCount: 2 }
const report = { procedure: COPIES, name: 'Học bạ', pageCount: 16, copyCount: 1 }

test('the words of a certified copy, one label for every copy', () => {
  expect(textOf(print(visitWith([degree, report]), { forEveryCopy: true }))).toBe([
    ...['1/2', '2/2'].flatMap(nth => [
      `Bằng tốt nghiệp · bản ${nth}`, 'CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH', 'Số chứng thực: 01 quyển số: 01/2026-SCT/BS',
      'Ngày 25 tháng 11 năm 2026', 'PHÓ CHỦ TỊCH Đặng Thị Lan',
    ]),
    'Học bạ · 16 trang: ghi ở trang cuối; từ 2 tờ đóng giáp lai', 'CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH',
    'Số chứng thực: 02 quyển số: 01/2026-SCT/BS', 'Ngày 25 tháng 11 năm 2026', 'PHÓ CHỦ TỊCH Đặng Thị Lan',
  ].join(' '))
})

test('the words of a certified signature name who signed before whom', () => {
  expect(textOf(print(visitWith([{ procedure: SIGNATURE, name: 'Giấy ủy quyền', pageCount: 1, copyCount: 1 }])))).toBe([
    'Giấy ủy quyền',
    'Ngày 25 tháng 11 năm 2026 (Bằng chữ: ngày hai mươi lăm tháng mười một năm hai nghìn không trăm hai mươi sáu)',
    'Tại Trung tâm Phục vụ hành chính công, Ủy ban nhân dân phường Cái Răng', 'Tôi Đặng Thị Lan, là Phó Chủ tịch', 'Chứng thực',
    'Ông/bà Phạm Thị Mẫu, giấy tờ tùy thân số 092190000456, cam đoan đã hiểu, tự chịu trách nhiệm về nội dung của giấy tờ, văn bản và đã ký vào giấy tờ, văn bản này trước mặt ông/bà Nguyễn Thị Ẩm là người tiếp nhận hồ sơ.',
    'Số chứng thực: 01 quyển số: 01/2026-SCT/CK,ĐC', 'NGƯỜI TIẾP NHẬN HỒ SƠ Nguyễn Thị Ẩm', 'PHÓ CHỦ TỊCH Đặng Thị Lan',
  ].join(' '))
})

test('the words of a transaction count its originals and pages', () => {
  const paper = textOf(print(visitWith([{ procedure: TRANSACTION, name: 'Hợp đồng tặng cho', pageCount: 4, copyCount: 3 }])))
  expect(paper).toContain('Giao dịch này được lập thành 03 bản chính, mỗi bản gồm 04 trang. Số chứng thực: 01 quyển số: 01/2026-SCT/HĐ,GD')
})

test('N5 a number that is void has no words', () => {
  const visit = visitWith([degree, report])
  const [first, second] = visit.papers
  if (first === undefined || second === undefined) throw new Error('No papers')
  const voided = { reason: 'Nhầm', author: 'an', at: visit.at, refunded: 0 }
  const paper = textOf(print({ ...visit, papers: [{ ...first, voided }, second] }))
  expect([paper.includes('Số chứng thực: 01'), paper.includes('Số chứng thực: 02')]).toEqual([false, true])
})

test('the city may publish other words; those that cannot be read, name what nobody knows or leave out the number are not used', () => {
  const own = wordsFor('copies')
  const other = { ...own, heading: 'Sao đúng bản chính', lines: ['{number} của {book}'], source: 'Công văn của Sở Tư pháp' }
  expect(textOf(print(visitWith([degree]), { published: [other] }))).toContain('SAO ĐÚNG BẢN CHÍNH 01 của 01/2026-SCT/BS')
  const unusable = [
    undefined, null, 'x', [], [{ ...other, lines: [] }], [{ ...other, lines: ['{number} {book} {mood}'] }], [{ ...other, lines: ['{book}'] }],
    [{ ...other, kind: 'signatures' }],
  ]
  expect(unusable.map(published => wordsFor('copies', published))).toEqual(unusable.map(() => own))
})

test('every book has words of its own with their source, and each can be used', () => {
  expect(OWN_WORDS.map(({ kind }) => kind)).toEqual([...BOOK_KINDS])
  for (const words of OWN_WORDS) expect(wordsFor(words.kind, [{ ...words, source: 'again' }])).toEqual({ ...words, source: 'again' })
})

test('what a person typed stays text, also where the words name it', () => {
  const visit = visitWith([{ ...degree, procedure: SIGNATURE, name: '<b>Bằng</b>' }], { person: { name: '{number} <script>x</script>', personalNumber: '1' } })
  const paper = print(visit)
  expect(paper).not.toContain('<script')
  expect(paper).toContain('{number} &lt;script&gt;x&lt;/script&gt;')
})

test('words of the training unit say that they are worth nothing', () => {
  const training = { office: { ...sampleMoment.office, training: true } }
  expect(print(visitWith([degree]), {}, training)).toContain('class="stripes left"')
  expect(textOf(print(visitWith([degree]), {}, training))).toContain('Bản tập huấn, không có giá trị')
})
