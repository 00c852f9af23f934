import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankTexts } from './rank-texts.ts'

const { compare } = new Intl.Collator('vi', { numeric: true })

/** What the language says, pair by pair. */
function expectAsInLanguage(texts: readonly string[]): void {
  const ranks = rankTexts(new Set(texts))
  for (const one of texts) {
    for (const other of texts) {
      const told = Math.sign((ranks.get(one) ?? Number.NaN) - (ranks.get(other) ?? Number.NaN))
      expect([one, other, told]).toEqual([one, other, Math.sign(compare(one, other))])
    }
  }
}

const letters = [...'aăâáàảãạắằẳẵặấầẩẫậbcdđeêéệghiíklmnoôơóộợpqrstuưúứựvxyýỵzfjwAÁẠĂĐÊỘƯZ']
const marks = [...' _-,;:!?."()[]/&#%+']
const digits = ['0', '1', '9', '00', '07', '10', '100', '0912000100']
const rare = ['\u0323', '\u0301', 'a\u0323', 'ß', 'æ', 'é\u0301', 'Ω', '中', '٣', '€', '\'', '–', '\u00A0', '𝒜', 'ﬁ', '½', '\u1F00', '\u0000']
const textOf = (parts: readonly string[]): fc.Arbitrary<string> => fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map(some => some.join(''))
const common = textOf([...letters, ...marks, ...digits])
const any = fc.oneof(common, textOf([...letters, ...digits, ...rare]), fc.string({ unit: 'binary', maxLength: 6 }))

test('texts are ranked as the language has them: letters, tones, case, marks and numbers in any order', () => {
  fc.assert(fc.property(fc.array(common, { maxLength: 12 }), expectAsInLanguage), { numRuns: 300 })
})

test('letters that are not common ones are ranked as the language has them, among those that are', () => {
  fc.assert(fc.property(fc.array(any, { maxLength: 12 }), expectAsInLanguage), { numRuns: 300 })
})

test('words that differ by tone only, by case only, or by zeros before a number', () => {
  expectAsInLanguage(['ma', 'má', 'mà', 'mả', 'mã', 'mạ', 'Ma', 'MA', 'mă', 'mâ', 'mb', 'ma má', 'má ma', 'Ma má', 'ma2', 'ma02', 'ma10', 'ma 2', ''])
  expect(rankTexts(new Set(['10', '9', '09']))).toEqual(new Map([['9', 0], ['09', 0], ['10', 2]]))
})

test('an endless number or text is ranked as the language has it', () => {
  const ones = (count: number): string => '1'.repeat(count)
  expectAsInLanguage([ones(199), ones(200), ones(201), '2'.repeat(200), ones(300), '2'.repeat(300), `0${ones(200)}`, 'a'.repeat(2_000), 'a'.repeat(2_001)])
})
