import { expect, test } from 'vitest'
import { appoint } from './appoint.ts'
import { changeOwnPin } from './change-own-pin.ts'
import { changeRoles } from './change-roles.ts'
import { readWork } from './read-work.ts'
import type { Role } from './role.ts'
import { setPin } from './set-pin.ts'
import type { PinProof, User } from './user.ts'
import { withdrawUser } from './withdraw-user.ts'

const pin: PinProof = { algorithm: 'scrypt', cost: 2, salt: '0'.repeat(32), hash: '1'.repeat(64) }
const user = (id: string, ...roles: Role[]): User => ({ id, name: `Người ${id}`, roles, pin })
const an = user('an', 'clerk')
const binh = user('binh', 'director')
const dung = user('dung', 'office-administrator')
const settings = { cityRoles: [] as readonly string[] }
const momentOf = (author: User, users: readonly User[] = [an, binh, dung]) =>
  ({ users, author, settings, freshSubject: (domain: string) => `${domain}:0123456789abcdef` })

test('U1 a director changes what somebody does, and takes a PIN from whoever leaves', () => {
  expect(changeRoles({ userId: 'an', roles: ['fee-clerk', 'clerk'] }, momentOf(binh)))
    .toEqual({ ok: true, value: [{ subject: 'user:an', kind: 'user/roles-set', body: { roles: ['clerk', 'fee-clerk'] } }] })
  expect(withdrawUser({ userId: 'an', reason: '  Chuyển công tác ' }, momentOf(binh)))
    .toEqual({ ok: true, value: [{ subject: 'user:an', kind: 'user/withdrawn', body: { reason: 'Chuyển công tác' } }] })
})

test('U1 nobody changes a stranger, gives nothing to do, changes nothing, or withdraws without a reason', () => {
  expect([
    changeRoles({ userId: 'ai-do', roles: ['clerk'] }, momentOf(binh)), changeRoles({ userId: 'an', roles: [] }, momentOf(binh)),
    changeRoles({ userId: 'an', roles: ['clerk'] }, momentOf(binh)), withdrawUser({ userId: 'ai-do', reason: 'x' }, momentOf(binh)),
    withdrawUser({ userId: 'an', reason: ' \u200b' }, momentOf(binh)),
  ].map(decided => !decided.ok && decided.problem.code)).toEqual([
    'user/unknown', 'user/role-missing', 'user/roles-unchanged', 'user/unknown', 'user/reason-missing',
  ])
})

test('U1 the last director stays a director, also by their own hand', () => {
  const last = { ok: false, problem: { code: 'user/last-director' } }
  expect([
    changeRoles({ userId: 'binh', roles: ['clerk'] }, momentOf(binh)), withdrawUser({ userId: 'binh', reason: 'Nghỉ hưu' }, momentOf(binh)),
  ]).toEqual([last, last])
  const two = [binh, user('chi', 'leader', 'director')]
  expect([changeRoles({ userId: 'binh', roles: ['clerk'] }, momentOf(binh, two)), withdrawUser({ userId: 'binh', reason: 'Nghỉ hưu' }, momentOf(binh, two))]
    .map(({ ok }) => ok)).toEqual([true, true])
})

test('U1 an administrator manages people, and neither makes nor becomes a director', () => {
  const refused = { ok: false, problem: { code: 'user/director-only' } }
  const by = momentOf(dung, [an, binh, dung, user('chi', 'director')])
  expect([
    appoint({ name: 'Người mới', roles: ['director'], pin }, by), changeRoles({ userId: 'dung', roles: ['director'] }, by),
    changeRoles({ userId: 'binh', roles: ['clerk'] }, by), withdrawUser({ userId: 'binh', reason: 'x' }, by), setPin({ userId: 'binh', pin }, by),
  ]).toEqual([refused, refused, refused, refused, refused])
  expect([appoint({ name: 'Người mới', roles: ['clerk'], pin }, by), setPin({ userId: 'an', pin }, by)].map(({ ok }) => ok)).toEqual([true, true])
})

test('U4 roles the city keeps for itself are neither given nor taken at the desk', () => {
  const kept = { ...momentOf(binh, [binh, user('lan', 'leader', 'clerk')]), settings: { cityRoles: ['leader'] } }
  const byCity = { ok: false, problem: { code: 'user/role-by-city', roles: ['leader'] } }
  expect([
    appoint({ name: 'Người mới', roles: ['leader'], pin }, kept), changeRoles({ userId: 'lan', roles: ['clerk'] }, kept),
    withdrawUser({ userId: 'lan', reason: 'x' }, kept),
  ]).toEqual([byCity, byCity, byCity])
  expect(changeRoles({ userId: 'lan', roles: ['leader', 'officer'] }, kept).ok).toBe(true)
})

test('U2 whoever is signed in takes a new PIN, and it is their own', () => {
  expect(changeOwnPin({ pin }, { author: an })).toEqual({ ok: true, value: [{ subject: 'user:an', kind: 'user/pin-set', body: { pin } }] })
})

test('U3 a look at another person’s day is an act beside that person', () => {
  expect(readWork({ userId: 'an', day: '2026-11-25' }, {}))
    .toEqual({ ok: true, value: [{ subject: 'work:an', kind: 'user/work-read', body: { day: '2026-11-25' } }] })
})
