import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameHead, readFrames, type Frame } from './frames.ts'

const frame = fc.record({
  sha256: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes).toString('hex')),
  offset: fc.nat(1_000_000), pageBytes: fc.nat(50_000_000), piece: fc.uint8Array({ minLength: 1, maxLength: 300 }),
})

function written(frames: readonly Frame[]): Buffer {
  return Buffer.concat(frames.flatMap(({ piece, ...place }) => [frameHead({ ...place, pieceBytes: piece.length }), piece]))
}

/** Pieces that follow each other in one page, put together again. */
function whole(frames: readonly Frame[]): readonly Frame[] {
  const joined: Frame[] = []
  for (const next of frames) {
    const last = joined.at(-1)
    const isSame = last?.sha256 === next.sha256 && last.pageBytes === next.pageBytes
    if (isSame && last.offset + last.piece.length === next.offset) {
      joined.splice(-1, 1, { ...last, piece: Buffer.concat([last.piece, next.piece]) })
    } else joined.push({ ...next, piece: Buffer.from(next.piece) })
  }
  return joined
}

test('frames come out as they went in, however the line cut the stream into chunks', () => {
  fc.assert(fc.property(fc.array(frame, { maxLength: 6 }), fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), (frames, sizes) => {
    const bytes = written(frames)
    const reader = readFrames(65_536)
    const met: Frame[] = []
    for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
      const size = sizes[turn % sizes.length] ?? 1
      met.push(...reader.take(bytes.subarray(at, at + size)) ?? [])
      at += size
    }
    expect(whole(met)).toEqual(whole(frames))
    expect(reader.isHalf()).toBe(false)
  }))
})

test('a stream that ends inside a frame gives what came, and says it is half', () => {
  const piece = Buffer.from('abcdefgh')
  const bytes = written([{ sha256: 'ab'.repeat(32), offset: 0, pageBytes: 8, piece }])
  const reader = readFrames(100)
  expect(reader.take(bytes.subarray(0, bytes.length - 3))?.map(met => Buffer.from(met.piece).toString())).toEqual(['abcde'])
  expect(reader.isHalf()).toBe(true)
})

test('a head that announces too much is no head, and nothing after it is believed', () => {
  const reader = readFrames(100)
  expect(reader.take(frameHead({ sha256: 'ab'.repeat(32), offset: 0, pageBytes: 101, pieceBytes: 101 }))).toBeUndefined()
  expect(reader.take(written([{ sha256: 'cd'.repeat(32), offset: 0, pageBytes: 1, piece: Buffer.from('x') }]))).toBeUndefined()
})
