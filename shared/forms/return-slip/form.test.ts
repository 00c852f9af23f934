import { expect, test } from 'vitest'
import { sampleReturned } from '../../../tests/builders/life-samples.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { returnSlip } from './form.ts'

test('L12 the slip says who collected and as whom, what identity was seen, every result with its number, originals and fee', () => {
  const paper = textOf(returnSlip.layout(sampleReturned, sampleMoment).html)
  expect(paper.slice(paper.indexOf('Người nhận kết quả:'))).toBe([
    'Người nhận kết quả: Nguyễn Văn Đệ (người được ủy quyền) Số định danh: 092080000456 Điện thoại:',
    'Giấy tờ đã xem: Thẻ căn cước Nhận thay theo: Giấy ủy quyền ngày 26/11/2026 Kết quả đã trả: TT Tên kết quả Số, ký hiệu Ngày ký',
    '1 Giấy xác nhận tình trạng hôn nhân 112/UBND-XNTTHN 26/11/2026 2 Bản sao trích lục 113/TLHT-BS 26/11/2026',
    'Bản chính đã nộp và trả lại: TT Giấy tờ Đã nộp Trả lại 1 Giấy xác nhận tình trạng hôn nhân đã cấp trước đây 1 1',
    'Thời gian trả: 09 giờ 00 phút, ngày 27 tháng 11 năm 2026 Đã thu khi trả: 52.000 đ (bằng chữ: Năm mươi hai nghìn đồng), biên lai 0001234',
    'NGƯỜI NHẬN KẾT QUẢ (Ký và ghi rõ họ tên) Nguyễn Văn Đệ NGƯỜI TRẢ KẾT QUẢ (Ký và ghi rõ họ tên) Trần Thị B',
  ].join(' '))
})

test('L12 by post nobody signs, and the number of the letter is there', () => {
  const collection = { collectedBy: 'post', name: 'Bưu điện Cái Răng', identitySeen: 'post', postNumber: 'EA123VN', at: '2026-11-28T02:00:00.000Z', by: 'b' } as const
  const paper = textOf(returnSlip.layout({ ...sampleReturned, collection, originals: [] }, sampleMoment).html)
  expect(paper).toContain('Người nhận kết quả: Bưu điện Cái Răng (qua dịch vụ bưu chính)')
  expect(paper).toContain('Số hiệu bưu gửi: EA123VN')
  expect(paper).toContain('NGƯỜI NHẬN KẾT QUẢ (Ký và ghi rõ họ tên) NGƯỜI TRẢ')
  expect(paper).not.toContain('Bản chính đã nộp')
})
