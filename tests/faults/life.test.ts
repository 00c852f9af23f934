import { expect, test } from 'vitest'
import { life } from './life.ts'

test('an office lives as a small model of the rules says it must: states, due days, parts, money, receipts, drawers, books, the months\' reports', async () => {
  const told: string[] = []
  const figures = await life({ runs: 2400, seed: 6, say: line => { told.push(line) } })
  expect(told.filter(line => line.startsWith('seed'))).toEqual([])
  expect(figures).toMatchObject({ steps: 2400, differences: 0 })
  const least = ['allowed', 'refused', 'linked', 'numbers', 'receipts', 'spoilt', 'counts', 'months'].map(name => figures[name] ?? 0)
  expect(Math.min(...least)).toBeGreaterThan(10)
})
