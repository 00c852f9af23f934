import { expect, test } from 'vitest'
import { decode } from './decode.ts'
import { drawSide, type Drawing } from './drawn-side.fixture.ts'
import { shrink } from './shrink.ts'
import { findSkew } from './skew.ts'
import { toGrey } from './to-grey.ts'

async function skewOf(drawing: Drawing) {
  const decoded = await decode((await drawSide(drawing)).png, 200)
  if (!decoded.ok) throw new Error(decoded.problem.code)
  return findSkew(toGrey(shrink({ ...decoded.value, dpi: 200 }, 2)))
}

test('finds how far a page lies askew, to a tenth of a degree', async () => {
  for (const skew of [0, 0.4, -1.3, 2.7, -5, 6.5]) {
    const found = await skewOf({ skew, grain: 4, stamp: true, signature: true })
    expect(Math.abs(found.degrees - skew)).toBeLessThan(0.1)
    expect(found.confidence).toBeGreaterThan(20)
  }
})

test('one line of writing is enough', async () => {
  const found = await skewOf({ skew: 3, lines: 1, grain: 4 })
  expect(Math.abs(found.degrees - 3)).toBeLessThan(0.15)
})

test('is not sure of a page without lines', async () => {
  expect((await skewOf({ lines: 0, grain: 6 })).confidence).toBeLessThan(12)
  expect((await skewOf({ lines: 0, signature: true, grain: 4 })).confidence).toBeLessThan(12)
})
