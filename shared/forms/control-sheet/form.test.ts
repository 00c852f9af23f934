import { expect, test } from 'vitest'
import { sampleForwarded, sampleReturned } from '../../../tests/builders/life-samples.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { controlSheet } from './form.ts'

test('L4 the control sheet has a row a hand-over: both names, the time, how it stood to its due day, and what was late', () => {
  const paper = textOf(controlSheet.layout(sampleReturned, sampleMoment).html)
  expect(paper.slice(paper.indexOf('Kèm theo'))).toBe([
    'Kèm theo hồ sơ của: Bà NGUYỄN THỊ ẨM',
    'Nội dung: Thủ tục cấp Giấy xác nhận tình trạng hôn nhân. Cấp lại. Dùng để đăng ký kết hôn',
    'Ngày nhận: 10 giờ 44 phút, ngày 20 tháng 11 năm 2026 Ngày, giờ hẹn trả: 10 giờ 44 phút, ngày 26 tháng 11 năm 2026',
    'Cơ quan giải quyết: Phường Cái Răng Cơ quan phối hợp:',
    'Tên cơ quan, người giao, nhận Thời gian giao, nhận Kết quả Ghi chú',
    '1. Giao: Trần Thị B 2. Nhận: Lê Văn C 15 giờ 10 phút, ngày 20 tháng 11 năm 2026 Trước hạn chuyển xử lý; chuyển sau giờ quy định; kèm bản gốc',
    '1. Giao: Lê Văn C 2. Nhận: Phạm Thị D 09 giờ 00 phút, ngày 25 tháng 11 năm 2026 Trước hạn trình ký',
    '1. Giao: Phạm Thị D 2. Nhận: Trần Thị B 08 giờ 30 phút, ngày 27 tháng 11 năm 2026 Quá hạn đã ký',
    '1. Giao: 2. Nhận: … giờ … phút, ngày … tháng … năm …',
  ].join(' '))
})

test('before anything was handed over there is room for the pen', () => {
  const paper = textOf(controlSheet.layout({ ...sampleForwarded, handovers: [] }, sampleMoment).html)
  expect(paper.match(/1\. Giao:/g)).toHaveLength(3)
})
