import { expect, test } from 'vitest'
import { sampleMoment, sampleRefused, textOf } from '../../../tests/builders/paper-samples.ts'
import { refusal } from './form.ts'

test('L3 the refusal gives the reason in words and is signed by both', () => {
  const paper = textOf(refusal.layout(sampleRefused, sampleMoment).html)
  expect(paper.slice(paper.indexOf('PHIẾU'))).toBe([
    'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    'Bộ phận tiếp nhận và trả kết quả: Trung tâm Phục vụ hành chính công, Quầy 1',
    'Tiếp nhận hồ sơ của: Bà NGUYỄN THỊ ẨM',
    'Địa chỉ: 12 đường Số 1, khu vực 2, phường Cái Răng, thành phố Cần Thơ',
    'Số điện thoại: 0900 000 123 Thư điện tử:',
    'Nội dung yêu cầu giải quyết: Thủ tục cấp Giấy xác nhận tình trạng hôn nhân. Cấp lại. Dùng để đăng ký kết hôn',
    'Qua xem xét, cơ quan tiếp nhận thông báo không tiếp nhận, giải quyết hồ sơ này.',
    'Lý do: Không thuộc thẩm quyền của Ủy ban nhân dân cấp xã; đề nghị nộp tại cơ quan đại diện Việt Nam ở nước ngoài.',
    'Nếu cần hướng dẫn thêm, Ông (Bà) liên hệ Trung tâm Phục vụ hành chính công: gặp Trần Thị B, gọi số 0292 3846 123, xem tại dichvucong.gov.vn.',
    'NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) NGUYỄN THỊ ẨM',
    'NGƯỜI TỪ CHỐI TIẾP NHẬN (Ký và ghi rõ họ tên) Trần Thị B',
  ].join(' '))
})
