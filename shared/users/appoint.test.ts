import { expect, test } from 'vitest'
import { appoint } from './appoint.ts'
import { setPin } from './set-pin.ts'
import type { PinProof, User } from './user.ts'

const pin: PinProof = { algorithm: 'scrypt', cost: 2, salt: '0'.repeat(32), hash: '1'.repeat(64) }
const an: User = { id: 'an', name: 'Nguyễn Thị Ẩm', roles: ['clerk'], pin }
const moment = { users: [an], freshSubject: (domain: string) => `${domain}:0123456789abcdef` }

test('U1 a person is appointed with a name, roles and a PIN', () => {
  expect(appoint({ name: '  Lê   Văn Bình\u200b ', roles: ['clerk', 'director'], pin }, moment)).toEqual({
    ok: true,
    value: [{
      subject: 'user:0123456789abcdef', kind: 'user/appointed',
      body: { id: '0123456789abcdef', name: 'Lê Văn Bình', roles: ['clerk', 'director'], pin },
    }],
  })
})

test('U1 nobody is appointed without a name, without a role, or under a name that is taken', () => {
  expect(appoint({ name: ' \u200b ', roles: ['clerk'], pin }, moment)).toEqual({ ok: false, problem: { code: 'user/name-missing' } })
  expect(appoint({ name: 'Lê Văn Bình', roles: [], pin }, moment)).toEqual({ ok: false, problem: { code: 'user/role-missing' } })
  expect(appoint({ name: 'nguyễn thị ẩm', roles: ['clerk'], pin }, moment))
    .toEqual({ ok: false, problem: { code: 'user/twin-name', name: 'Nguyễn Thị Ẩm' } })
})

test('U2 a new PIN is set for someone who is known', () => {
  expect(setPin({ userId: 'an', pin }, moment)).toEqual({ ok: true, value: [{ subject: 'user:an', kind: 'user/pin-set', body: { pin } }] })
  expect(setPin({ userId: 'nobody', pin }, moment)).toEqual({ ok: false, problem: { code: 'user/unknown' } })
})
