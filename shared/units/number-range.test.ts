import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRange, defaultRange, drawNumber, MAX_DESKS, numbersLeft, rangesOverlap, type NumberRange } from './number-range.ts'

const range: NumberRange = { from: 501, to: 1000 }

test('N2 a day begins at the start of the range and ends at its end', () => {
  expect(drawNumber({ range, lastDrawn: undefined })).toEqual({ ok: true, value: 501 })
  expect(drawNumber({ range, lastDrawn: 999 })).toEqual({ ok: true, value: 1000 })
  expect(drawNumber({ range, lastDrawn: 1000 })).toEqual({ ok: false, problem: { code: 'number/range-full', from: 501, to: 1000 } })
  expect([undefined, 501, 999, 1000, 2000].map(lastDrawn => numbersLeft({ range, lastDrawn }))).toEqual([500, 499, 1, 0, 0])
})

test('N2 the desks of a unit have ranges inside 1–9999 that never meet', () => {
  const ranges = Array.from({ length: MAX_DESKS }, (_, i) => defaultRange(i + 1))
  expect([ranges[0], ranges[18]]).toEqual([{ from: 1, to: 500 }, { from: 9001, to: 9500 }])
  ranges.forEach((one, i) => { expect(checkRange(one, ranges.filter((_, j) => j !== i)).ok).toBe(true) })
  expect(() => defaultRange(20)).toThrow()
})

test('N2 a range that is impossible or touches another is refused', () => {
  for (const odd of [{ from: 0, to: 5 }, { from: 5, to: 4 }, { from: 9999, to: 10_000 }, { from: 1.5, to: 3 }, { from: NaN, to: 3 }]) expect(checkRange(odd, [])).toMatchObject({ problem: { code: 'number/range-impossible' } })
  expect(checkRange({ from: 1000, to: 1200 }, [range])).toEqual({ ok: false, problem: { code: 'number/range-overlaps', ...range } })
  expect(rangesOverlap(range, { from: 1001, to: 1500 })).toBe(false)
})

test('N3 a range changed in the middle of a day never brings a drawn number back', () => {
  expect(drawNumber({ range: { from: 1, to: 500 }, lastDrawn: 700 })).toMatchObject({ ok: false })
  expect(drawNumber({ range: { from: 650, to: 1000 }, lastDrawn: 700 })).toEqual({ ok: true, value: 701 })
})

/** A device: what is on its disk, and what it remembers of it while it runs. */
interface Device { readonly range: NumberRange; readonly disk: number[]; memory: Map<number, number> }

const DAYS = 40
const rememberDisk = (disk: readonly number[]): Map<number, number> => {
  const lastDrawn = new Map<number, number>()
  for (const packed of disk) {
    const day = Math.floor(packed / 10_000)
    lastDrawn.set(day, Math.max(lastDrawn.get(day) ?? 0, packed % 10_000))
  }
  return lastDrawn
}

test('N3 over a million numbers of many devices, restarts, crashes and clock jumps none comes twice', () => {
  let drawnCount = 0
  fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), seed => {
    let chance = seed
    const random = (below: number): number => {
      chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor(chance / 2 ** 32 * below)
    }
    const devices: Device[] = Array.from({ length: MAX_DESKS }, (_, i) => ({ range: defaultRange(i + 1), disk: [], memory: new Map() }))
    const used = new Uint8Array(DAYS * 10_000)
    let day = random(DAYS)
    for (let step = 0; step < 280_000; step += 1) {
      if (random(3000) === 0) day = random(DAYS)
      const device = devices[random(MAX_DESKS)]
      if (device === undefined) throw new Error('no such device')
      if (random(5000) === 0) device.memory = rememberDisk(device.disk)
      const drawn = drawNumber({ range: device.range, lastDrawn: device.memory.get(day) })
      if (!drawn.ok) { day = (day + 1) % DAYS; continue }
      // The power fails while the line is being written: it is on the disk, or it is not.
      const isCrash = random(200) === 0
      const packed = day * 10_000 + drawn.value
      if (isCrash && random(2) === 0) { device.memory = rememberDisk(device.disk); continue }
      if (used[packed] === 1) throw new Error(`number ${String(packed)} came twice`)
      used[packed] = 1
      device.disk.push(packed)
      if (isCrash) device.memory = rememberDisk(device.disk)
      else device.memory.set(day, drawn.value)
      drawnCount += 1
    }
  }), { numRuns: 6 })
  expect(drawnCount).toBeGreaterThanOrEqual(1_000_000)
})
