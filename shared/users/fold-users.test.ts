import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../acts/act.ts'
import { activeUsers, foldUsers, isLocked } from './fold-users.ts'
import type { PinProof } from './user.ts'

const proof = (digit: string): PinProof => ({ algorithm: 'scrypt', cost: 2, salt: digit.repeat(32), hash: digit.repeat(64) })
const appointed = { id: 'an', name: 'Nguyễn Thị Ẩm', roles: ['clerk'], pin: proof('1') }

let seq = 0
function act(kind: string, minute: number, body: Record<string, unknown> = {}, device = 'desk-one'): Act {
  seq += 1
  const at = new Date(Date.parse('2026-11-25T01:00:00.000Z') + minute * 60_000).toISOString()
  return { name: seq.toString(16).padStart(64, '0'), device, seq, at, clock: `${String(Date.parse(at))}.0000`, subject: 'user:an', kind, author: 'an', seen: {}, body }
}

const failures = (count: number, minute: number): Act[] => Array.from({ length: count }, () => act('user/pin-failed', minute))
const only = (acts: readonly Act[]) => {
  const [state] = foldUsers(acts, 'desk-one')
  if (state === undefined) throw new Error('Nobody was appointed')
  return state
}

test('U2 the fifth wrong try locks the name on that PC', () => {
  const four = [act('user/appointed', 0, appointed), ...failures(4, 1)]
  expect(only(four)).toMatchObject({ failCount: 4, triesLeft: 1, lockedUntil: null })
  const locked = only([...four, ...failures(1, 1)])
  expect(locked).toMatchObject({ failCount: 0, lockCount: 1, lockedUntil: '2026-11-25T01:16:00.000Z' })
  expect([isLocked(locked, '2026-11-25T01:15:59.999Z'), isLocked(locked, '2026-11-25T01:16:00.000Z')]).toEqual([true, false])
})

test('U2 the second lock is twice as long, and tries while locked are not counted', () => {
  const once = [act('user/appointed', 0, appointed), ...failures(5, 1), ...failures(3, 2)]
  expect(only(once)).toMatchObject({ failCount: 0, lockCount: 1 })
  expect(only([...once, ...failures(5, 20)])).toMatchObject({ lockCount: 2, lockedUntil: '2026-11-25T01:50:00.000Z' })
})

test('U2 a right PIN ends the count, a new PIN ends the lock', () => {
  const start = [act('user/appointed', 0, appointed), ...failures(4, 1)]
  expect(only([...start, act('user/signed-in', 2), ...failures(4, 3)])).toMatchObject({ failCount: 4, lockedUntil: null })
  expect(only([...start, ...failures(1, 1), act('user/pin-set', 2, { pin: proof('2') })]))
    .toEqual({ user: { ...appointed, pin: proof('2') }, failCount: 0, lockCount: 0, triesLeft: 5, lockedUntil: null, isWithdrawn: false, since: '2026-11-25T01:00:00.000Z', withdrawnAt: null })
})

test('U2 wrong tries on another PC lock nothing here', () => {
  const elsewhere = Array.from({ length: 5 }, () => act('user/pin-failed', 1, {}, 'desk-two'))
  expect(only([act('user/appointed', 0, appointed), ...elsewhere])).toMatchObject({ failCount: 0, lockedUntil: null })
})

test('U1 other roles hold from their act on, and a body nobody can read changes nothing', () => {
  const states = [act('user/appointed', 0, appointed), act('user/roles-set', 1, { roles: ['clerk', 'leader'] }), act('user/roles-set', 2, { roles: ['king'] })]
  expect(only(states).user.roles).toEqual(['clerk', 'leader'])
})

test('a withdrawn user is known and may not act', () => {
  const states = foldUsers([act('user/appointed', 0, appointed), act('user/withdrawn', 1, { reason: 'Chuyển công tác' })], 'desk-one')
  expect(states.map(state => state.isWithdrawn)).toEqual([true])
  expect(activeUsers(states)).toEqual([])
})

test('the fold survives any body, any kind and any order', () => {
  const good = [act('user/appointed', 0, appointed), ...failures(5, 1), act('user/pin-set', 20, { pin: proof('3') }), ...failures(2, 21)]
  const kinds = fc.constantFrom('user/appointed', 'user/pin-set', 'user/pin-failed', 'user/later-kind')
  fc.assert(fc.property(fc.array(fc.tuple(kinds, fc.dictionary(fc.string(), fc.jsonValue()))), strange => {
    expect(() => foldUsers(strange.map(([kind, body]) => act(kind, 5, body)), 'desk-one')).not.toThrow()
  }))
  fc.assert(fc.property(fc.shuffledSubarray(good, { minLength: good.length }), shuffled => {
    expect(foldUsers(shuffled, 'desk-one')).toEqual(foldUsers(good, 'desk-one'))
  }))
})

test('U1 two directors who withdraw each other unseen leave one: the later act holds for nothing and is told, until somebody decides anew', () => {
  const director = (id: string, minute: number) => ({ ...act('user/appointed', minute, { ...appointed, id, roles: ['director'] }), subject: `user:${id}` })
  const on = (id: string, author: string, kind: string, minute: number, body: Record<string, unknown>, device = `desk-of-${author}`) =>
    ({ ...act(kind, minute, body, device), subject: `user:${id}`, author })
  const gone = { reason: 'Chuyển công tác' }
  const both = [director('binh', 0), director('cuc', 1)]
  const apart = [...both, on('cuc', 'binh', 'user/withdrawn', 5, gone), on('binh', 'cuc', 'user/withdrawn', 6, gone)]
  const standing = (acts: readonly Act[]) => foldUsers(acts, 'desk-one')
    .map(({ user, isWithdrawn, heldBack }) => [user.id, isWithdrawn, heldBack?.map(({ kind, by }) => `${kind} by ${by}`)])
  const one = [['binh', false, ['user/withdrawn by cuc']], ['cuc', true, undefined]]
  expect(standing(apart)).toEqual(one)
  fc.assert(fc.property(fc.shuffledSubarray(apart, { minLength: apart.length }), shuffled => {
    expect(standing(shuffled)).toEqual(one)
  }))
  const roles = { roles: ['clerk'] }
  expect(standing([...both, on('cuc', 'binh', 'user/roles-set', 5, roles), on('binh', 'cuc', 'user/roles-set', 6, roles)]))
    .toEqual([['binh', false, ['user/roles-set by cuc']], ['cuc', false, undefined]])
  const anew = [...apart, director('dao', 7), on('binh', 'dao', 'user/withdrawn', 8, gone)]
  expect(standing(anew)).toEqual([['binh', true, undefined], ['cuc', true, undefined], ['dao', false, undefined]])
})

test('U4 the city withdraws also the last director', () => {
  const director = act('user/appointed', 0, { ...appointed, roles: ['director'] })
  expect(only([director, act('user/withdrawn', 1, { reason: 'Điều động' }, 'city-31135')]).isWithdrawn).toBe(true)
  expect(only([director, act('user/withdrawn', 1, { reason: 'Chuyển công tác' })])).toMatchObject({ isWithdrawn: false, heldBack: [{ kind: 'user/withdrawn' }] })
})
