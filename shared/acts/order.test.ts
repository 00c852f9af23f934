import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from './act.ts'
import { inFoldingOrder } from './order.ts'
import { isSeenBy, seenOf } from './seen.ts'
import { upcast, type Upcast } from './upcast.ts'

const act = (device: string, seq: number, clock: string, seen: Act['seen'] = {}): Act => ({
  name: `${device}-${seq}`, device, seq, clock, seen, at: '2026-11-25T01:02:03.004Z', subject: 'dossier:a', kind: 'dossier/corrected', author: 'u1', body: {},
})

test('acts stand by clock as a number, then device, then seq', () => {
  const acts = [
    act('quay-01', 2, '1795568523004.9999'), act('quay-01', 3, '1795568523004.10000'), act('quay-02', 1, '1795568523004.10000'), act('quay-02', 2, '1795568523005.0000'),
  ]
  fc.assert(fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), shuffled => {
    expect(inFoldingOrder(shuffled)).toEqual(acts)
  }))
})

test('an act has seen what its own log held, and of other devices what it says', () => {
  const mine = act('quay-01', 5, '1795568523004.0000', { 'quay-02': 7 })
  expect(isSeenBy(act('quay-02', 7, '1795568523003.0000'), mine)).toBe(true)
  expect(isSeenBy(act('quay-02', 8, '1795568523003.0000'), mine)).toBe(false)
  expect(isSeenBy(act('quay-01', 4, '1795568523003.0000'), mine)).toBe(true)
  expect(isSeenBy(mine, mine)).toBe(false)
  expect(seenOf([mine, act('quay-01', 3, '1795568523000.0000'), act('quay-02', 7, '1795568523003.0000')])).toEqual({ 'quay-01': 5, 'quay-02': 7 })
})

test('an old body is lifted step by step to the newest shape, and only its own kind', () => {
  const steps: readonly Upcast[] = [
    { kind: 'dossier/corrected', v: 2, lift: body => ({ ...body, v: 3, c: 1 }) },
    { kind: 'dossier/corrected', v: 1, lift: body => ({ ...body, v: 2, b: 1 }) },
  ]
  const old = act('quay-01', 1, '1795568523004.0000')
  expect(upcast(old, steps).body).toEqual({ v: 3, b: 1, c: 1 })
  expect(upcast({ ...old, kind: 'dossier/voided' }, steps).body).toEqual({})
  expect(() => upcast(old, [{ kind: 'dossier/corrected', v: 1, lift: body => body }])).toThrow()
})
