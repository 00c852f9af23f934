import { expect, test } from 'vitest'
import { sampleDay, sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { dayClose } from './form.ts'
import { countByDesk } from './statement.ts'
import { whyRefused } from './why-refused.ts'

test('the statement counts every desk, says what waits and what was refused, and bears its check code', () => {
  const paper = textOf(dayClose.layout(sampleDay, sampleMoment).html)
  expect(paper.slice(paper.indexOf('Mã đối chiếu'))).toBe([
    'Mã đối chiếu: 7F3A-92C1 Cái Răng, ngày 20 tháng 11 năm 2026',
    'BẢN KẾT NGÀY',
    'Đơn vị: Phường Cái Răng',
    'Ngày: Thứ Sáu, ngày 20 tháng 11 năm 2026',
    'Số liệu lúc: 16 giờ 52 phút, ngày 20 tháng 11 năm 2026, lập ở Quầy 1',
    'Hồ sơ nhận trong ngày: 82; an toàn ở thành phố: 80',
    'Trang giấy đã quét: 486; thành phố đã đọc lại, giống hệt: 471',
    'Quầy Đã nhận An toàn Còn chờ',
    'Quầy 1 38 37 1',
    'Quầy 2 44 43 1',
    'Còn 2 hồ sơ chờ gửi, đã ghi chắc trên máy: H13.064-261120-0433, H13.064-261120-0419.',
    'Không gửi được 1, cần người làm:',
    '- H13.064-261120-0419: Ảnh trang giấy bị sai khác so với lúc quét.',
    '“An toàn” nghĩa là thành phố đã ghi đủ mọi việc của hồ sơ, đọc lại từng trang và ký xác nhận. Gõ mã đối chiếu 7F3A-92C1 ở trang của thành phố để xem lại đúng các số này.',
    'NGƯỜI LẬP (Ký và ghi rõ họ tên) Trần Thị B',
  ].join(' '))
})

test('the QR leads the city to the statement', () => {
  const qrs: string[] = []
  dayClose.layout(sampleDay, { ...sampleMoment, qrSvg: text => { qrs.push(text); return '' } })
  expect(qrs).toEqual(['KET-NGAY|31186|2026-11-20|7F3A-92C1|Bản kết ngày|Một Cửa|2026-11-20 16:52'])
})

test('a day on which all is safe says so, and one without scans says nothing of pages', () => {
  const paper = textOf(dayClose.layout({ ...sampleDay, waiting: [], refused: [], pageCount: 0, safePageCount: 0 }, sampleMoment).html)
  expect(paper).toContain('Không còn hồ sơ nào của ngày này chờ gửi. Không có gì bị trả lại.')
  expect(paper).not.toContain('Trang giấy')
})

test('dossiers are counted by desk, in the order a person counts desks', () => {
  const dossiers = [['Quầy 10', true], ['Quầy 2', false], ['Quầy 2', true]] as const
  expect(countByDesk(dossiers.map(([desk, isSafe]) => ({ desk, isSafe })))).toEqual([{ desk: 'Quầy 2', received: 2, safe: 1 }, { desk: 'Quầy 10', received: 1, safe: 1 }])
})

test('a reason from a newer city is still told, with its code', () => {
  expect(whyRefused('sync/from-the-future')).toBe('Thành phố không nhận, mã sync/from-the-future')
})
