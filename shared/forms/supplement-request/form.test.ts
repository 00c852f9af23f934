import { expect, test } from 'vitest'
import { sampleAwaitingSupplement } from '../../../tests/builders/life-samples.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { supplementRequest } from './form.ts'

test('L6 the request says what is missing, why and on which ground, and that the clock stands still', () => {
  const paper = textOf(supplementRequest.layout(sampleAwaitingSupplement, sampleMoment).html)
  expect(paper).toContain('Mã hồ sơ: H13.064-261120-0432 Cái Răng, ngày 23 tháng 11 năm 2026 PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ')
  expect(paper).toContain('1 Bản án hoặc quyết định ly hôn đã có hiệu lực pháp luật 2 Giấy tờ chứng minh nơi cư trú Lý do: Chưa có giấy tờ chứng minh đã ly hôn')
  expect(paper).toContain('Căn cứ: Khoản 2 Điều 22 Nghị định 123/2015/NĐ-CP Thời gian chờ bổ sung không tính vào thời hạn giải quyết.')
  expect(paper).not.toContain('(lần')
})

test('L6 of several requests the last is printed, with its number', () => {
  const [first] = sampleAwaitingSupplement.supplements
  if (first === undefined) throw new Error('The sample has a request')
  const supplements = [{ ...first, suppliedAt: '2026-11-24T02:00:00.000Z' }, { ...first, count: 2, papers: ['Bản dịch'], requestedAt: '2026-11-27T02:00:00.000Z' }]
  const paper = textOf(supplementRequest.layout({ ...sampleAwaitingSupplement, supplements }, sampleMoment).html)
  expect(paper).toContain('những nội dung sau (lần 2): TT Giấy tờ, nội dung cần bổ sung, hoàn thiện 1 Bản dịch Lý do')
  expect(paper).toContain('ngày 27 tháng 11 năm 2026')
})
