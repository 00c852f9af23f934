import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodeG4 } from './g4.ts'
import { BLACK_RUNS, WHITE_RUNS } from './g4-codes.ts'

/** Read back by libtiff, which nobody here wrote: 1 is black again, what pads a row is 0. */
async function readBack(coded: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const pixels = await sharp(inTiff(coded, width, height)).toColourspace('b-w').raw().toBuffer()
  const rowBytes = (width + 7) >> 3
  const bits = new Uint8Array(rowBytes * height)
  pixels.forEach((value, at) => {
    const x = at % width
    if (value < 128) bits[Math.floor(at / width) * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
  })
  return bits
}

/** A TIFF of one strip: little-endian, Group 4, 0 is white. */
function inTiff(coded: Uint8Array, width: number, height: number): Buffer {
  const entries = [
    [256, 4, width], [257, 4, height], [258, 3, 1], [259, 3, 4], [262, 3, 0],
    [273, 4, 0], [277, 3, 1], [278, 4, height], [279, 4, coded.length],
  ]
  const head = Buffer.alloc(8 + 2 + entries.length * 12 + 4)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(entries.length, 8)
  entries.forEach(([tag = 0, type = 0, value = 0], at) => {
    const start = 10 + at * 12
    head.writeUInt16LE(tag, start)
    head.writeUInt16LE(type, start + 2)
    head.writeUInt32LE(1, start + 4)
    head.writeUInt32LE(tag === 273 ? head.length : value, start + 8)
  })
  return Buffer.concat([head, coded])
}

function padded(bits: Uint8Array, width: number): Uint8Array {
  const rowBytes = (width + 7) >> 3
  const mask = width % 8 === 0 ? 0xff : 0xff << (8 - width % 8) & 0xff
  return bits.map((byte, at) => at % rowBytes === rowBytes - 1 ? byte & mask : byte)
}

const image = fc.integer({ min: 1, max: 150 }).chain(width => fc.integer({ min: 1, max: 20 }).chain(height =>
  fc.uint8Array({ minLength: ((width + 7) >> 3) * height, maxLength: ((width + 7) >> 3) * height }).map(bits => ({ width, height, bits }))))

test('any image comes back as it was, whatever pads its rows', async () => {
  await fc.assert(fc.asyncProperty(image, async ({ width, height, bits }) => {
    expect(await readBack(encodeG4(bits, width, height), width, height)).toEqual(padded(bits, width))
  }), { numRuns: 300 })
})

test('runs of every length come back, up to the widest sheet', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 12 }), async lengths => {
    const width = lengths.reduce((sum, length) => sum + length, 1)
    const rowBytes = (width + 7) >> 3
    const bits = new Uint8Array(rowBytes * 3)
    let x = 0
    lengths.forEach((length, at) => {
      for (const end = x + length; x < end; x += 1) if (at % 2 === 0) bits[rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
    })
    expect(await readBack(encodeG4(bits, width, 3), width, 3)).toEqual(bits)
  }), { numRuns: 100 })
})

test('all black, all white, one pixel, one column', async () => {
  for (const [width, height] of [[1, 1], [1, 40], [8, 3], [1654, 4], [6001, 2]] as const) {
    for (const fill of [0x00, 0xff]) {
      const bits = new Uint8Array(((width + 7) >> 3) * height).fill(fill)
      expect(await readBack(encodeG4(bits, width, height), width, height)).toEqual(padded(bits, width))
    }
  }
})

test('no code of a run begins another', () => {
  for (const { bits, lengths } of [WHITE_RUNS, BLACK_RUNS]) {
    const codes = [...bits].map((code, at) => code.toString(2).padStart(lengths[at] ?? 0, '0'))
    expect(codes.length).toBe(104)
    expect(codes.filter(code => codes.some(other => other !== code && other.startsWith(code)))).toEqual([])
    expect(new Set(codes).size).toBe(104)
  }
})

test('what is no image is not coded', () => {
  expect(() => encodeG4(new Uint8Array(3), 9, 2)).toThrow('No such image')
})
