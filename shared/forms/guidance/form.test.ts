import { expect, test } from 'vitest'
import { sampleGuided, sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { guidance } from './form.ts'

test('L2 the guidance slip says what is missing and on which ground, and has no number', () => {
  const paper = textOf(guidance.layout(sampleGuided, sampleMoment).html)
  expect(paper).not.toContain('Mã hồ sơ')
  expect(paper.slice(paper.indexOf('PHIẾU'))).toBe([
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    'Bộ phận tiếp nhận và trả kết quả: Trung tâm Phục vụ hành chính công, Quầy 1',
    'Tiếp nhận yêu cầu của: Bà NGUYỄN THỊ ẨM',
    'Nội dung yêu cầu giải quyết: Thủ tục cấp Giấy xác nhận tình trạng hôn nhân. Cấp lại. Dùng để đăng ký kết hôn',
    'Địa chỉ: 12 đường Số 1, khu vực 2, phường Cái Răng, thành phố Cần Thơ',
    'Số điện thoại: 0900 000 123 Thư điện tử:',
    'Đề nghị Ông (Bà) bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:',
    'TT Giấy tờ, nội dung cần bổ sung, hoàn thiện',
    '1 Bản án hoặc quyết định ly hôn đã có hiệu lực pháp luật 2 Tờ khai theo mẫu, ghi đủ các mục',
    'Lý do, căn cứ: Khoản 2 Điều 22 Nghị định 123/2015/NĐ-CP',
    'Phiếu này không phải giấy tiếp nhận hồ sơ. Thời hạn giải quyết được tính từ khi hồ sơ đầy đủ được tiếp nhận.',
    'Nếu cần hướng dẫn thêm, Ông (Bà) liên hệ Trung tâm Phục vụ hành chính công: gặp Trần Thị B, gọi số 0292 3846 123, xem tại dichvucong.gov.vn.',
    'NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên) Trần Thị B',
  ].join(' '))
})
