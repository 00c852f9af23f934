import { expect, test } from 'vitest'
import { sampleFeePaid, sampleReturned } from '../../../tests/builders/life-samples.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { formatMoney } from '../../base/money.ts'
import { feeReceipt } from './form.ts'
import { feeReceiptOfDossier } from './of-dossier.ts'

test('M1 the receipt for a fee has the amount in figures and in words, on a numbered blank', () => {
  const paper = textOf(feeReceipt.layout({ ...sampleFeePaid, amount: 1_234_567 }, sampleMoment).html)
  expect(paper).toContain('Số: 0001234')
  expect(paper).toContain('Liên 2: Giao cho người nộp tiền · Mẫu số: 01BLP · Ký hiệu: CT-26T')
  expect(paper).toContain('Số tiền: 1.234.567 đ Bằng chữ: Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng Hình thức thanh toán: Tiền mặt')
})

test('every copy of the receipt is a sheet of its own, those the city names or the usual three', () => {
  const partsOf = (receiptParts?: readonly string[]) => {
    const paper = feeReceipt.layout(sampleFeePaid, { ...sampleMoment, ...(receiptParts === undefined ? {} : { receiptParts }) }).html
    return [...paper.matchAll(/<table class="sheet".*?<\/table>/gs)].map(([table]) => /Liên[^·]*[^· ]/.exec(textOf(table))?.[0])
  }
  const usual = ['Liên 1: Báo soát', 'Liên 2: Giao cho người nộp tiền', 'Liên 3: Lưu']
  expect([partsOf(), partsOf([]), partsOf(['Liên 2: Giao người nộp'])]).toEqual([usual, usual, ['Liên 2: Giao người nộp']])
})

test('M3 a reduction is printed with its ground', () => {
  expect(textOf(feeReceipt.layout({ ...sampleFeePaid, exemptionGround: 'hộ nghèo' }, sampleMoment).html)).toContain('Giảm theo: hộ nghèo')
  expect(textOf(feeReceipt.layout({ ...sampleFeePaid, amount: 0, exemptionGround: 'hộ nghèo' }, sampleMoment).html)).toContain('Miễn theo: hộ nghèo')
})

test('it lies on its sheet, also where it is of no dossier', () => {
  const { dossierCode: _code, procedureCode: _procedure, ...paid } = sampleFeePaid
  const qrs: string[] = []
  const { html } = feeReceipt.layout(paid, { ...sampleMoment, qrSvg: text => { qrs.push(text); return '' } })
  expect(html).toContain('@page { size: A5 landscape; margin: 0; }')
  expect([...new Set(qrs)]).toEqual(['||092185000123|Biên lai thu phí, lệ phí|Một Cửa|2026-11-20 10:45'])
})

test('M1 of a dossier it says what was paid last, by whom, for what', () => {
  const { html } = feeReceiptOfDossier.layout(sampleReturned, sampleMoment)
  const paid = sampleReturned.money.findLast(({ kind }) => kind === 'collected')
  const paper = textOf(html)
  expect(paper).toContain(`Số tiền: ${formatMoney(paid?.amount ?? 0)}`)
  expect(paper).toContain(sampleReturned.code)
  expect(paper).toContain(`Người nộp tiền: ${sampleReturned.applicant.name}`)
})
