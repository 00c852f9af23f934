import { expect, test } from 'vitest'
import { editValue, readValue, showValue } from './field-value.ts'

test('values are read as people write them', () => {
  expect(showValue('applicant.personalNumber', '092085000123')).toBe('092 085 000 123')
  expect(showValue('applicant.phone', '0900000123')).toBe('0900 000 123')
  expect(showValue('applicant.bornOn', '1979-09-02')).toBe('02/09/1979')
  expect(showValue('applicant.sex', 'female')).toBe('Nữ')
  expect(showValue('fee', { amount: 50_000, basis: '' })).toBe('50.000 đ')
  expect(showValue('fee', { amount: 0, basis: '', exemptionGround: 'hộ nghèo' })).toBe('Miễn phí, vì hộ nghèo')
  expect(showValue('applicant.phone', null)).toBe('để trống')
})

test('a value nobody can read is shown as nothing rather than thrown', () => {
  expect(showValue('fee', 'x')).toBe('để trống')
  expect(showValue('fee', { amount: -1 })).toBe('để trống')
  expect(showValue('applicant.name', 7)).toBe('để trống')
})

test('what was typed becomes what the desk is asked', () => {
  expect(readValue('applicant.bornOn', '2/9/1979', '', undefined)).toMatchObject({ value: '1979-09-02' })
  expect(readValue('applicant.bornOn', '31/02/1979', '', undefined)).toMatchObject({ problem: { code: 'dossier/value-impossible' } })
  expect(readValue('applicant.email', ' ', '', undefined)).toMatchObject({ value: null })
  expect(readValue('fee', '1.000', 'hộ nghèo', { amount: 2000, basis: 'TT 226' })).toMatchObject({
    value: { amount: 1000, basis: 'TT 226', exemptionGround: 'hộ nghèo' },
  })
  expect(readValue('fee', '', '', undefined)).toMatchObject({ problem: { code: 'dossier/value-impossible' } })
})

test('a field is begun with what stands in it', () => {
  expect(editValue('applicant.sex', 'male')).toBe('male')
  expect(editValue('fee', { amount: 50_000, basis: '' })).toBe('50.000')
  expect(editValue('owner.name', null)).toBe('')
})
