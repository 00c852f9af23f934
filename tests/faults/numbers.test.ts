import { expect, test } from 'vitest'
import { numbers } from './numbers.ts'

test('a desk killed while it receives and takes fees draws no code and no receipt twice, and loses none it told', { timeout: 60_000 }, async () => {
  const figures = await numbers({ runs: 2, seed: 5, say: () => undefined })
  expect(figures).toMatchObject({ kills: 2, twice: 0, lost: 0, skipped: 0, outside: 0, receiptGaps: 0 })
  expect(figures['numbers']).toBeGreaterThan(10)
})
