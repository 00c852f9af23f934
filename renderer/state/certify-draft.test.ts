import { expect, test } from 'vitest'
import { emptyCertify, emptyLine, filledLines, hasCertifyContent, readCertifyDraft, withEmptyLast } from './certify-draft.ts'

const blank = emptyCertify('certify-1', { name: 'Đặng Thị Lan', title: 'Phó Chủ tịch' })
const line = { ...emptyLine('1'), text: 'Học bạ', procedure: '2.000815', pages: '16', copies: '2' }

test('there is always one line without a kind at the end, and no empty one before', () => {
  expect(withEmptyLast([line]).map(({ key }) => key)).toEqual(['1', '2'])
  expect(withEmptyLast([line, emptyLine('7')]).map(({ key }) => key)).toEqual(['1', '7'])
  expect(withEmptyLast([emptyLine('3'), line]).map(({ key }) => key)).toEqual(['1', '4'])
  expect(withEmptyLast([line, { ...emptyLine('2'), text: 'g' }]).map(({ key }) => key)).toEqual(['1', '2'])
  expect(withEmptyLast([]).map(({ key }) => key)).toEqual(['1'])
  expect(filledLines({ lines: withEmptyLast([line]) })).toEqual([line])
})

test('a draft comes back as it was kept; what is none is left alone', () => {
  const draft = { ...blank, lines: [line, emptyLine('2')], isFromCard: true }
  expect(readCertifyDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  expect([null, 'x', {}, { id: 1 }, { ...draft, lines: [{ key: 1 }] }, { ...draft, person: null }].map(readCertifyDraft)).toEqual(Array(6).fill(undefined))
})

test('a signer alone is nothing to keep', () => {
  expect(hasCertifyContent(blank)).toBe(false)
  expect(hasCertifyContent({ ...blank, person: { ...blank.person, name: 'An' } })).toBe(true)
  expect(hasCertifyContent({ ...blank, lines: [line] })).toBe(true)
})
