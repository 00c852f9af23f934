import { expect, test } from 'vitest'
import { isSamePerson } from './match.ts'

const an = { name: 'Nguyễn Thị Ẩm', bornOn: '1985-03-07' }

test('the same personal number is the same person, two numbers are two', () => {
  expect(isSamePerson({ ...an, personalNumber: '092185000123' }, { name: 'Khác', personalNumber: '092185000123' })).toBe(true)
  expect(isSamePerson({ ...an, personalNumber: '092185000123' }, { ...an, personalNumber: '092185000124' })).toBe(false)
})

test('without numbers the same name and birth day are the same person', () => {
  expect(isSamePerson(an, { name: 'NGUYEN THI AM', bornOn: '1985-03-07', personalNumber: '092185000123' })).toBe(true)
  expect(isSamePerson(an, { name: 'Nguyễn Thị Ẩm', bornOn: '1985-03-08' })).toBe(false)
  expect(isSamePerson({ name: 'Nguyễn Thị Ẩm' }, { name: 'Nguyễn Thị Ẩm' })).toBe(false)
})
