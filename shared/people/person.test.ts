import { expect, test } from 'vitest'
import { isOrganisation, normaliseOrganisation, normalisePerson } from './person.ts'

test('a person is kept composed, without hidden marks, blanks in numbers and empty fields', () => {
  expect(normalisePerson({
    name: ' Nguyễn  Thị\u200b Ẩm\n'.normalize('NFD'), personalNumber: '092 185 000 123', oldNumber: '', phone: '0900 000 123', bornOn: '1985-03-07', sex: 'female', address: ' ',
  })).toEqual({ ok: true, value: { name: 'Nguyễn Thị Ẩm', personalNumber: '092185000123', phone: '0900 000 123', bornOn: '1985-03-07', sex: 'female' } })
})

test('an empty name, a text too long and a day that cannot be are told by field, without repeating them', () => {
  expect(normalisePerson({ name: '\u202e \u0007' })).toEqual({ ok: false, problem: { code: 'person/name-missing' } })
  expect(normalisePerson({ name: 'x'.repeat(10_000) })).toEqual({ ok: false, problem: { code: 'person/too-long', field: 'name', max: 200 } })
  expect(normalisePerson({ name: 'An', address: 'x'.repeat(501) })).toEqual({ ok: false, problem: { code: 'person/too-long', field: 'address', max: 500 } })
  for (const bornOn of ['1985-02-30', '0000-00-00', '1200-01-01', '07/03/1985', 'x'.repeat(10_000)]) {
    expect(normalisePerson({ name: 'An', bornOn })).toEqual({ ok: false, problem: { code: 'person/date-impossible', field: 'bornOn' } })
  }
})

test('markup and formulas in a name stay the letters they are', () => {
  expect(normalisePerson({ name: '<script>=1+1' })).toEqual({ ok: true, value: { name: '<script>=1+1' } })
})

test('an organisation is kept the same way and is no person', () => {
  expect(normaliseOrganisation({ name: ' Hợp tác xã  Lúa ', number: '18 01', kind: 'business', phone: '' })).toEqual({ ok: true, value: { name: 'Hợp tác xã Lúa', number: '1801', kind: 'business' } })
  expect(normaliseOrganisation({ name: '', number: '', kind: 'other' })).toEqual({ ok: false, problem: { code: 'person/name-missing' } })
  expect([isOrganisation({ name: 'A', number: '1', kind: 'other' }), isOrganisation({ name: 'A' })]).toEqual([true, false])
})
