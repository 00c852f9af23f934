import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COVER_MARKS, coverSheetText, isOfCoverSheet, readCoverSheet, type CoverSheet } from './cover-sheet.ts'

const cover: CoverSheet = { unit: '31186', code: 'H13.064-261120-0432', subject: 'dossier:00aa11bb22cc33dd', paper: 'p89', sheets: 3 }

const covers: fc.Arbitrary<CoverSheet> = fc.record({
  unit: fc.stringMatching(/^\d{5}$/),
  code: fc.stringMatching(/^[A-Z0-9.-]{1,40}$/),
  subject: fc.stringMatching(/^dossier:([0-9a-f]{2}){8,16}$/),
  paper: fc.option(fc.string({ minLength: 1, maxLength: 100, unit: 'binary' })),
  sheets: fc.option(fc.integer({ min: 1, max: 999 })),
}).chain(cover => fc.constantFrom(cover, ...(cover.sheets === null ? [] : [{ ...cover, isCounted: true } as const])))

test('a cover sheet says unit, dossier, paper and sheets in capitals, digits and marks', () => {
  expect(coverSheetText(cover)).toMatch(/^MCB1\*31186\*H13\.064-261120-0432\*00AA11BB22CC33DD\*P89\*3\*[0-9A-Z]{7}$/)
})

test('sheets that a person counted have a full stop', () => {
  expect(coverSheetText({ ...cover, isCounted: true })).toMatch(/\*P89\*3\.\*[0-9A-Z]{7}$/)
})

test('what was written is read', () => {
  fc.assert(fc.property(covers, each => {
    const text = coverSheetText(each)
    expect(text).toMatch(/^[0-9A-Z$*+./:-]+$/)
    expect(readCoverSheet(text)).toEqual(each)
  }))
})

test('a text with another character anywhere, or cut short, is no cover sheet', () => {
  fc.assert(fc.property(covers, fc.nat(), fc.constantFrom(...'0A*.-'), (each, at, letter) => {
    const text = coverSheetText(each)
    const i = at % text.length
    const damaged = text.slice(0, i) + letter + text.slice(i + 1)
    if (damaged !== text) expect(readCoverSheet(damaged)).toBeUndefined()
    expect(readCoverSheet(text.slice(0, i))).toBeUndefined()
  }))
})

test('other codes are no cover sheets', () => {
  fc.assert(fc.property(fc.string(), text => { expect(readCoverSheet(text)).toBeUndefined() }))
  const receipt = 'H13.064-261120-0432|1.004873|092185000123|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|Một Cửa|2026-11-20 10:45|2026-11-26'
  expect([receipt, 'https://example.vn/MCB1', ''].map(text => [readCoverSheet(text), isOfCoverSheet(text)])).toEqual(Array.from({ length: 3 }, () => [undefined, false]))
})

test('marks alone, and a newer version, are of a cover sheet that cannot be read', () => {
  for (const text of [COVER_MARKS, coverSheetText(cover).replace('MCB1', 'MCB2'), coverSheetText(cover).slice(0, -1)]) {
    expect([isOfCoverSheet(text), readCoverSheet(text)]).toEqual([true, undefined])
  }
})

test('what cannot stand on a cover sheet is a bug, not a wrong sheet', () => {
  expect(() => coverSheetText({ ...cover, subject: 'draft:00aa11bb22cc33dd' })).toThrow('cannot stand')
  expect(() => coverSheetText({ ...cover, code: 'H13*064' })).toThrow('cannot stand')
})
