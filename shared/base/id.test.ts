import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesToHex, isHexId, makeId } from './id.ts'

test('an id is its prefix and the bytes in hex', () => {
  expect(makeId('dossier:', new Uint8Array([0, 1, 15, 16, 255, 9, 10, 128]))).toBe('dossier:00010f10ff090a80')
})

test('an id of too little chance is a bug', () => {
  expect(() => makeId('dossier:', new Uint8Array(7))).toThrow('eight random bytes')
})

test('bytes of eight to thirty-two make a hex id, anything else does not', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), bytes => {
    expect(isHexId(bytesToHex(bytes))).toBe(true)
  }))
  const wrong = ['', '00', 'AA'.repeat(8), '0'.repeat(17), '00'.repeat(33), 'zz'.repeat(8), null, 12]
  expect(wrong.map(isHexId)).toEqual(wrong.map(() => false))
})
