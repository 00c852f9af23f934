import { expect, test } from 'vitest'
import { sampleRegister, sampleSigner } from '../../../tests/builders/life-samples.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { dossierRegister } from './form.ts'

test('the register numbers its rows, says of which days it is, and is closed in words and signed', () => {
  const paper = textOf(dossierRegister.layout(sampleRegister, { ...sampleMoment, signer: sampleSigner }).html)
  expect(paper.slice(paper.indexOf('SỔ THEO DÕI'))).toBe([
    'SỔ THEO DÕI HỒ SƠ Đơn vị: Phường Cái Răng Từ ngày 01/11/2026 đến ngày 30/11/2026 TT Mã hồ sơ Tên thủ tục Số bộ Ngày hẹn trả',
    '1 H13.064-261120-0432 Thủ tục cấp Giấy xác nhận tình trạng hôn nhân 1 26/11/2026 2 H13.064-261120-0433 &lt;b&gt;Khai sinh&lt;/b&gt; 1',
    'Bản in này có 2 hồ sơ (bằng chữ: hai), số thứ tự từ 1 đến 2.',
    'NGƯỜI LẬP (Ký và ghi rõ họ tên) Trần Thị B GIÁM ĐỐC (Ký và ghi rõ họ tên) Phạm Thị D',
  ].join(' '))
})

test('an empty register says so', () => {
  const table = { ...sampleRegister.table, rows: [] }
  expect(textOf(dossierRegister.layout({ ...sampleRegister, table }, sampleMoment).html)).toContain('Trong kỳ không có hồ sơ nào.')
})

test('what stands in the margin of every page cannot leave its style sheet', () => {
  const office = { ...sampleMoment.office, desk: 'Quầy "1"; } </style><b>\\' }
  const { html } = dossierRegister.layout(sampleRegister, { ...sampleMoment, office })
  const [, margin] = /@top-left \{ content: "([^]*?)"; \} \}/.exec(html) ?? []
  expect(margin?.replace(/ +/g, ' ')).toBe('In lúc 10:45 ngày 20/11/2026 · Một Cửa · Quầy 1 /style b ')
})
