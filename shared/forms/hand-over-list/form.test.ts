import { expect, test } from 'vitest'
import { sampleHandOver } from '../../../tests/builders/life-samples.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { handOverList } from './form.ts'

test('the list says who hands what to whom, counts it in words, and both sign', () => {
  const paper = textOf(handOverList.layout(sampleHandOver, sampleMoment).html)
  expect(paper).toContain('Bàn giao ca, 11 giờ 30 phút, ngày 20 tháng 11 năm 2026 Bên giao: Trần Thị B Bên nhận: Lê Văn C')
  expect(paper).toContain('112/UBND-XNTTHN; 113/TLHT-BS Cộng: 2 hồ sơ (bằng chữ: hai). BÊN GIAO (Ký và ghi rõ họ tên) Trần Thị B BÊN NHẬN (Ký và ghi rõ họ tên) Lê Văn C')
  expect(textOf(handOverList.layout({ ...sampleHandOver, kind: 'agency' }, sampleMoment).html)).toContain('Chuyển cơ quan giải quyết, 11 giờ 30 phút')
})
