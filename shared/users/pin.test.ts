import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPin, lockAfter, TRIES } from './pin.ts'

test('U2 a PIN is six digits', () => {
  const wrong = ['', '12345', '1234567', '12345a', '１２３４５６', ' 482915', '482 915']
  expect(wrong.map(checkPin)).toEqual(wrong.map(() => ({ ok: false, problem: { code: 'user/pin-malformed' } })))
  expect(checkPin('482915')).toEqual({ ok: true, value: '482915' })
})

test('U2 the obvious PINs are refused', () => {
  const weak = ['000000', '999999', '123456', '654321', '567890', '789012', '210987', '121212', '123123']
  expect(weak.map(checkPin)).toEqual(weak.map(() => ({ ok: false, problem: { code: 'user/pin-weak' } })))
})

test('U2 few PINs are obvious: a person who picks one by chance is hardly ever turned away', () => {
  let weak = 0
  for (let pin = 0; pin < 1_000_000; pin += 1) if (!checkPin(String(pin).padStart(6, '0')).ok) weak += 1
  expect(weak).toBeLessThan(1_200)
})

test('U2 five wrong tries lock for fifteen minutes, then twice as long each time', () => {
  expect([0, 1, 4].map(failCount => lockAfter(failCount, 3))).toEqual([0, 0, 0])
  expect([0, 1, 2, 3].map(lockCount => lockAfter(TRIES, lockCount))).toEqual([15, 30, 60, 120])
})

test('U2 a lock never ends in an impossible instant', () => {
  fc.assert(fc.property(fc.nat(), lockCount => {
    const ends = new Date(Date.parse('2026-11-25T00:00:00.000Z') + lockAfter(TRIES, lockCount) * 60_000)
    expect(ends.toISOString()).toMatch(/^20\d\d-/)
  }))
})
