import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, hasSuspiciousMarks, initials, limitText, normalise } from './text.ts'

test('typed text is kept composed, in one line, without hidden marks', () => {
  expect(normalise('  Nguye\u0302\u0303n\t Thi\u0323\r\n A\u0302\u0309m ')).toBe('Nguyễn Thị Ẩm')
  expect(normalise('\u202eTrần\u202c V\u200ban\u00ad\ufeff \u0000A\u0007')).toBe('Trần Van A')
  expect(normalise('Trần\u00a0Văn\u3000A')).toBe('Trần Văn A')
  expect(normalise('\u200b \u200b')).toBe('')
  expect(normalise('a\ud800b')).toBe('ab')
})

test('keeping text twice changes nothing, for any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    const kept = normalise(text)
    expect(normalise(kept)).toBe(kept)
    expect(fold(fold(text))).toBe(fold(text))
    expect(hasSuspiciousMarks(kept)).toBe(false)
  }))
})

test('searching needs no marks, no capitals and no đ', () => {
  expect(fold('  ĐẶNG  Thị Ẩm ')).toBe('dang thi am')
  expect(fold('Đa\u0323\u0306ng')).toBe('dang')
  expect(fold('Ứng Ươm Ỷ')).toBe('ung uom y')
})

test('a text folds to what its decomposed letters fold to, whatever letters it has', () => {
  const letter = fc.oneof(fc.constantFrom(...'aA1 .-đĐẨơỸÿßŉİǰỨ\u00a0\u200bΣ'), fc.integer({ min: 32, max: 0x1eff }).map(code => String.fromCharCode(code)))
  fc.assert(fc.property(fc.string({ unit: letter, maxLength: 12 }), text => {
    const parted = normalise(text).toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}+/gu, '')
    expect(fold(text)).toBe(parted.replace(/ +/g, ' ').trim())
  }), { numRuns: 2_000 })
})

test('old and new places of a tone mark find each other', () => {
  const twins = [['Thủy', 'Thuỷ'], ['Hòa', 'Hoà'], ['Khỏe', 'Khoẻ'], ['Quý', 'Quí']] as const
  expect(twins.map(([a, b]) => fold(a) === fold(b))).toEqual([true, true, true, false])
})

test('initials are the first letters of a name, folded', () => {
  expect([initials('Nguyễn Thị Ẩm'), initials('Đỗ  An'), initials('')]).toEqual(['nta', 'da', ''])
})

test('hidden and reordering marks are noticed, line ends are not', () => {
  expect(['a\u202eb', 'a\u200bb', '\ufeffa', 'a\u0001b', 'a\ud800'].map(hasSuspiciousMarks)).toEqual([true, true, true, true, true])
  expect(['', 'Nguyễn Thị Ẩm', 'a\tb\nc', 'e\u0302'].map(hasSuspiciousMarks)).toEqual([false, false, false, false])
})

test('long text is cut at a whole character', () => {
  expect(limitText('abc', 5)).toBe('abc')
  expect(limitText('abcdef', 3)).toBe('abc')
  expect(limitText('ab😀d', 3)).toBe('ab')
  expect(limitText('xe\u0302\u0303y', 3)).toBe('x')
  expect(limitText('x'.repeat(10_000), 200)).toHaveLength(200)
})
