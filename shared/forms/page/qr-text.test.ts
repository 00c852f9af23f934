import { expect, test } from 'vitest'
import { sampleGuided, sampleMoment, sampleReceived } from '../../../tests/builders/paper-samples.ts'
import { guidance } from '../guidance/form.ts'
import { receipt } from '../receipt/form.ts'
import { qrText } from './qr-text.ts'

test('N7 a receipt carries code, procedure, number, form, system, time printed and due day', () => {
  expect(qrText(receipt, sampleReceived, sampleMoment))
    .toBe('H13.064-261120-0432|1.004873|092185000123|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|Một Cửa|2026-11-20 10:45|2026-11-26')
})

test('N7 other forms have no due day, and a form without a number keeps the places of the rest', () => {
  expect(qrText(guidance, sampleGuided, sampleMoment))
    .toBe('|1.004873|092185000123|Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ|Một Cửa|2026-11-20 10:45')
})

test('N7 separator and order are data, and a separator inside a value does not shift the rest', () => {
  const applicant = { ...sampleReceived.applicant, personalNumber: '0921;85' }
  const moment = { ...sampleMoment, qrPattern: { separator: ';', order: ['number', 'dossierCode'] as const } }
  expect(qrText(receipt, { ...sampleReceived, applicant }, moment)).toBe('0921 85;H13.064-261120-0432')
})

test('N7 the owner\'s number stands where the owner is not the applicant', () => {
  const owner = { name: 'Hộ kinh doanh Út Lan', number: '8123456789', kind: 'business' } as const
  expect(qrText(receipt, { ...sampleReceived, owner }, sampleMoment).split('|')[2]).toBe('8123456789')
})
