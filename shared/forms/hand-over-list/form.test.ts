import { expect, test } from 'vitest'
import { sampleHandOver } from '../../../tests/builders/life-samples.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { handOverList } from './form.ts'

test('between shifts the day’s count of the drawer stands under the list, in words, and a difference says why', () => {
  const cash = { at: '2026-11-20T04:15:00.000Z', since: null, collected: 120_000, refunded: 5000, counted: 115_000, countedByName: 'Trần Thị B' }
  const paper = (changes: object) => textOf(handOverList.layout({ ...sampleHandOver, cash: { ...cash, ...changes } }, sampleMoment).html)
  expect(paper({})).toContain('đã thu 120.000 đ, đã hoàn 5.000 đ, phải có 115.000 đ. Đếm được 115.000 đ (bằng chữ: một trăm mười lăm nghìn đồng), đủ.')
  expect(paper({ counted: 114_000, reason: 'Thối nhầm' })).toContain('(bằng chữ: một trăm mười bốn nghìn đồng). Chênh lệch: thiếu 1.000 đ. Lý do: Thối nhầm.')
  expect(paper({ counted: 116_000, reason: 'Chưa rõ' })).toContain('Chênh lệch: thừa 1.000 đ. Lý do: Chưa rõ.')
})

test('the list says who hands what to whom, counts it in words, and both sign', () => {
  const paper = textOf(handOverList.layout(sampleHandOver, sampleMoment).html)
  expect(paper).toContain('Bàn giao ca, 11 giờ 30 phút, ngày 20 tháng 11 năm 2026 Bên giao: Trần Thị B Bên nhận: Lê Văn C')
  expect(paper).toContain('112/UBND-XNTTHN; 113/TLHT-BS Cộng: 2 hồ sơ (bằng chữ: hai). BÊN GIAO (Ký và ghi rõ họ tên) Trần Thị B BÊN NHẬN (Ký và ghi rõ họ tên) Lê Văn C')
  expect(textOf(handOverList.layout({ ...sampleHandOver, kind: 'agency' }, sampleMoment).html)).toContain('Chuyển cơ quan giải quyết, 11 giờ 30 phút')
})
