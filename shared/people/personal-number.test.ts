import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPersonalNumber, numberToBirth } from './personal-number.ts'

test('a number that agrees with the card raises nothing', () => {
  expect(checkPersonalNumber('092185000123', { sex: 'female', bornOn: '1985-03-07' })).toEqual([])
  expect(checkPersonalNumber('093215000123', { sex: 'male', bornOn: '2015-01-01' })).toEqual([])
  expect(checkPersonalNumber('092185000123')).toEqual([])
})

test('length, letters, place, sex and year each raise a warning that names what differs', () => {
  expect(checkPersonalNumber('09218500012')).toEqual([{ code: 'personal-number/length', length: 11 }])
  expect(checkPersonalNumber('')).toEqual([{ code: 'personal-number/length', length: 0 }])
  expect(checkPersonalNumber('09218500O123')).toEqual([{ code: 'personal-number/not-digits' }])
  expect(checkPersonalNumber('003185000123')).toEqual([{ code: 'personal-number/province-unknown', province: '003' }])
  expect(checkPersonalNumber('092085000123', { sex: 'female', bornOn: '2085-03-07' })).toEqual([
    { code: 'personal-number/sex-differs', cardSex: 'female', numberSex: 'male' },
    { code: 'personal-number/year-differs', cardYear: 2085, numberYear: 1985 },
  ])
})

test('a birth registered abroad is a known place', () => {
  expect(numberToBirth('111399000123')).toEqual({ provinceName: undefined, isKnownPlace: true, sex: 'female', year: 2099 })
  expect(numberToBirth('092085000123')).toEqual({ provinceName: 'Cần Thơ', isKnownPlace: true, sex: 'male', year: 1985 })
})

test('a number made for a person of any century agrees with that person', () => {
  fc.assert(fc.property(fc.integer({ min: 1900, max: 2399 }), fc.constantFrom('male', 'female'), fc.integer({ min: 0, max: 999_999 }), (year, sex, tail) => {
    const century = Math.floor((year - 1900) / 100) * 2 + (sex === 'male' ? 0 : 1)
    const number = `092${String(century)}${String(year % 100).padStart(2, '0')}${String(tail).padStart(6, '0')}`
    expect(checkPersonalNumber(number, { sex, bornOn: `${String(year)}-06-15` })).toEqual([])
  }))
})

test('any text gets warnings and none is thrown', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => { expect(Array.isArray(checkPersonalNumber(text))).toBe(true) }))
})
