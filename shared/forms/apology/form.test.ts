import { expect, test } from 'vitest'
import { sampleApologised, sampleSigner } from '../../../tests/builders/life-samples.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { dossierValues } from '../page/dossier-values.ts'
import { keysOf } from '../page/plan-body.ts'
import { APOLOGY_PLAN } from './apology-plan.ts'
import { apology } from './form.ts'

test('L15 the apology names the day promised, the reason and the new day, and is signed for the agency', () => {
  const paper = textOf(apology.layout(sampleApologised, { ...sampleMoment, signer: sampleSigner }).html)
  expect(paper.slice(paper.indexOf('VĂN BẢN'))).toBe([
    'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
    'Số: 15/XL-TTPVHCC Kính gửi: Bà NGUYỄN THỊ ẨM Địa chỉ: 12 đường Số 1, khu vực 2, phường Cái Răng, thành phố Cần Thơ',
    'Ngày 20 tháng 11 năm 2026, Trung tâm Phục vụ hành chính công đã tiếp nhận hồ sơ mã số H13.064-261120-0432 của Ông (Bà).',
    'Nội dung yêu cầu giải quyết: Thủ tục cấp Giấy xác nhận tình trạng hôn nhân. Cấp lại. Dùng để đăng ký kết hôn',
    'Ngày hẹn trả kết quả: ngày 26 tháng 11 năm 2026',
    'Đến nay hồ sơ của Ông (Bà) chưa được giải quyết xong.',
    'Lý do: Chờ cơ quan nơi cư trú trước đây trả lời xác minh',
    'Trung tâm Phục vụ hành chính công xin lỗi Ông (Bà) và đề nghị gia hạn thời gian giải quyết hồ sơ.',
    'Ngày hẹn trả kết quả mới: ngày 02 tháng 12 năm 2026',
    'Việc gia hạn này chỉ thực hiện một lần. Mong Ông (Bà) thông cảm. Cần hỏi thêm, Ông (Bà) gọi số 0292 3846 123.',
    'GIÁM ĐỐC (Ký và ghi rõ họ tên) Phạm Thị D',
    'Nơi nhận: - Như trên; - Lưu: hồ sơ H13.064-261120-0432.',
  ].join(' '))
})

test('without a signer in the settings, title and name are left to the pen', () => {
  expect(textOf(apology.layout(sampleApologised, sampleMoment).html)).toContain('THỦ TRƯỞNG CƠ QUAN (Ký và ghi rõ họ tên) Nơi nhận')
})

test('the plan asks for nothing that the paper does not know', () => {
  const known = [...Object.keys(dossierValues(sampleApologised, sampleMoment)), 'number', 'reason', 'previousDueOn', 'dueOn']
  expect(keysOf(APOLOGY_PLAN).filter(key => !known.includes(key))).toEqual([])
})
