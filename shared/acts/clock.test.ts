import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CLOCK_START, compareClocks, nextClock } from './clock.ts'

test('J4 the clock follows the wall and counts on where the wall stands or jumps back', () => {
  expect(nextClock(1795568523004, CLOCK_START)).toBe('1795568523004.0000')
  expect(nextClock(1795568523005, '1795568523004.0007')).toBe('1795568523005.0000')
  expect(nextClock(1795568523004, '1795568523004.0000')).toBe('1795568523004.0001')
  expect(nextClock(1700000000000, '1795568523004.9999')).toBe('1795568523004.10000')
  expect(compareClocks('1795568523004.9999', '1795568523004.10000')).toBeLessThan(0)
})

test('J4 however the wall clock jumps, every tick is later than the one before', () => {
  const wall = fc.oneof(fc.integer({ min: -1e12, max: 2e13 }), fc.double({ noNaN: true, min: 1.7e12, max: 1.8e12 }))
  fc.assert(fc.property(fc.array(wall, { minLength: 1, maxLength: 50 }), walls => {
    let newest = CLOCK_START
    for (const now of walls) {
      const next = nextClock(now, newest)
      expect(next).toMatch(/^\d{13}\.\d{4,}$/)
      expect(compareClocks(next, newest)).toBeGreaterThan(0)
      newest = next
    }
  }))
})
