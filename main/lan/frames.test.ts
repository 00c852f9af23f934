import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameBytes, openFrameReader } from './frames.ts'

const LIMITS = { head: 200, body: 1000 }
const json = fc.record({ word: fc.string({ maxLength: 10 }), n: fc.integer() })

test('frames are read however the line cuts them', () => {
  const frames = fc.array(fc.tuple(json, fc.uint8Array({ maxLength: 100 })))
  fc.assert(fc.property(frames, fc.array(fc.integer({ min: 1, max: 50 })), (sent, cuts) => {
    const reader = openFrameReader(() => LIMITS)
    const bytes = Buffer.concat(sent.flatMap(([head, body]) => frameBytes(head, body)))
    const got: unknown[] = []
    let at = 0
    for (let n = 0; at < bytes.length; n += 1) {
      const until = at + (cuts[n % cuts.length] ?? 7)
      for (const { head, body } of reader.read(bytes.subarray(at, until)) ?? []) got.push([head, new Uint8Array(body)])
      at = until
    }
    expect(got).toEqual(sent.map(([head, body]) => [head, new Uint8Array(body)]))
    expect(reader.isInFrame()).toBe(false)
  }))
})

test('any bytes give frames or a refusal, and after a refusal nothing more', () => {
  fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), chunks => {
    const reader = openFrameReader(() => LIMITS)
    let isRefused = false
    for (const chunk of chunks) {
      const came = reader.read(chunk)
      if (isRefused) expect(came).toBe(undefined)
      isRefused ||= came === undefined
    }
  }))
})

test('a length over its limit is refused before its bytes are waited for', () => {
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32BE(10, 0)
  lengths.writeUInt32BE(1001, 4)
  expect(openFrameReader(() => LIMITS).read(lengths)).toBe(undefined)
  lengths.writeUInt32BE(0xffff_ffff, 0)
  expect(openFrameReader(() => LIMITS).read(lengths)).toBe(undefined)
})

test('a head that is no object is no frame', () => {
  for (const text of ['7', 'null', '"a"', '{', '\u0000']) {
    const lengths = Buffer.alloc(8)
    lengths.writeUInt32BE(Buffer.byteLength(text), 0)
    expect(openFrameReader(() => LIMITS).read(Buffer.concat([lengths, Buffer.from(text)]))).toBe(undefined)
  }
})
