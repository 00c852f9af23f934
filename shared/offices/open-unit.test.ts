import { expect, test } from 'vitest'
import type { PinProof } from '../users/user.ts'
import { openUnit, type OpenUnitMoment } from './open-unit.ts'
import { findPlace } from './place.ts'

const pin: PinProof = { algorithm: 'scrypt', cost: 2, salt: '0'.repeat(32), hash: '1'.repeat(64) }
const director = { name: 'Lê Văn Bình', roles: ['director' as const], pin }
const clerk = { name: 'Nguyễn Thị Ẩm', roles: ['clerk' as const], pin }

function moment(unit = '31135'): OpenUnitMoment {
  let count = 0
  return { place: findPlace(unit), device: 'pc-0123456789ab', training: false, freshSubject: domain => `${domain}:${String((count += 1)).padStart(16, '0')}` }
}

test('the first start says everything the desk must know, in one go', () => {
  const opened = openUnit({ desk: ' Quầy  2 ', deskNumber: 2, people: [director, clerk] }, moment())
  expect(opened).toMatchObject({
    ok: true,
    value: [
      {
        subject: 'device:pc-0123456789ab', kind: 'device/enrolled',
        body: { unit: '31135', unitName: 'Phường Ninh Kiều', desk: 'Quầy 2', deskNumber: 2, numberRange: { from: 501, to: 1000 }, training: false },
      },
      { subject: 'office:31135', kind: 'office/header-set', body: { parentAgency: 'Ủy ban nhân dân phường Ninh Kiều', place: 'Ninh Kiều' } },
      { subject: 'office:31135', kind: 'office/hours-set' },
      { subject: 'device:pc-0123456789ab', kind: 'device/settings-set', body: { printer: null, paperSize: 'A5', secondCopy: null } },
      { subject: 'user:0000000000000001', kind: 'user/appointed', body: { name: 'Lê Văn Bình' } },
      { subject: 'user:0000000000000002', kind: 'user/appointed', body: { name: 'Nguyễn Thị Ẩm' } },
    ],
  })
})

test('an office without a director, a desk outside 1 to 19, a unit nobody knows and twins are problems in words', () => {
  const people = [director, clerk]
  expect([
    openUnit({ desk: 'Quầy 1', deskNumber: 1, people: [clerk] }, moment()),
    openUnit({ desk: 'Quầy 1', deskNumber: 20, people }, moment()),
    openUnit({ desk: 'Quầy 1', deskNumber: 1.5, people }, moment()),
    openUnit({ desk: ' \u200b', deskNumber: 1, people }, moment()),
    openUnit({ desk: 'Quầy 1', deskNumber: 1, people }, moment('99999')),
    openUnit({ desk: 'Quầy 1', deskNumber: 1, people: [director, { ...clerk, name: 'lê văn bình' }] }, moment()),
  ].map(opened => (opened.ok ? 'opened' : opened.problem))).toEqual([
    { code: 'office/director-missing' },
    { code: 'office/desk-number-impossible', from: 1, to: 19 },
    { code: 'office/desk-number-impossible', from: 1, to: 19 },
    { code: 'office/desk-missing' },
    { code: 'office/unit-unknown' },
    { code: 'user/twin-name', name: 'Lê Văn Bình' },
  ])
})
