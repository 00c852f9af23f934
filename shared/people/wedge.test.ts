import fc from 'fast-check'
import { expect, test } from 'vitest'
import { physicalCharacter } from './keyboard-layout.ts'
import { feedWedge, quietWedge, type KeyStroke, type WedgeOutcome } from './wedge.ts'

const CODES = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `Key${letter}`).concat([...'0123456789'].map(digit => `Digit${digit}`),
  ['Minus', 'Equal', 'Backslash', 'Comma', 'Period', 'Slash', 'Space', 'Semicolon'])
const KEYS = new Map(CODES.flatMap(code => [false, true].map(shiftKey => [physicalCharacter(code, shiftKey) ?? '', { code, shiftKey }] as const)))

/** What a reader on the US layout sends for a text; letters outside the layout come as themselves, without a key. */
const strokesOf = (text: string, gaps: (i: number) => number, alter: (key: string) => Partial<KeyStroke> = () => ({})): KeyStroke[] => {
  let atMs = 1000
  return [...text].map((key, i) => {
    atMs += gaps(i)
    return { key, code: '', shiftKey: false, ...KEYS.get(key), atMs, isComposing: false, ...alter(key) }
  })
}
const enter = (atMs: number): KeyStroke => ({ key: 'Enter', code: 'Enter', shiftKey: false, atMs, isComposing: false })
const outcomesOf = (strokes: readonly KeyStroke[]): WedgeOutcome[] => {
  let wedge = quietWedge
  return strokes.map(stroke => (wedge = feedWedge(wedge, stroke)).outcome)
}
const endOf = (strokes: readonly KeyStroke[]): number => strokes.at(-1)?.atMs ?? 0
const scan = (strokes: readonly KeyStroke[]): WedgeOutcome | undefined => outcomesOf([...strokes, enter(endOf(strokes) + 8)]).at(-1)

const cardText = '092085000123|362145678|Nguyen Thi Am|07031985|Nu|So 12, An Hoa|10052021'
const burst = (text: string, throughInputMethod = false): WedgeOutcome => ({ kind: 'burst', text, throughInputMethod })

test('fast keys that end in Enter are a reader, and are held back long before they end', () => {
  expect(scan(strokesOf(cardText, () => 5))).toEqual(burst(cardText))
  expect(outcomesOf(strokesOf(cardText, () => 5)).slice(3).every(outcome => outcome.kind === 'suspected')).toBe(true)
})

test('letters with marks that come without a key are taken as they are', () => {
  expect(scan(strokesOf('092085000123||Nguyễn Thị Ẩm'.normalize('NFD'), () => 12))).toEqual(burst('092085000123||Nguyễn Thị Ẩm'))
})

test('under a Vietnamese input method the text is rebuilt from the physical keys', () => {
  const hidden = strokesOf(cardText, () => 9, () => ({ key: 'Process', isComposing: true }))
  const unidentified = strokesOf(cardText, () => 9, () => ({ key: 'Unidentified' }))
  const telex = strokesOf(cardText, () => 9, key => (key === 'w' || key === 'e' ? { key: 'ê' } : {}))
  const numberRow = strokesOf(cardText, () => 9, key => (key === '1' ? { key: 'ă' } : {}))
  for (const strokes of [hidden, unidentified, telex, numberRow]) expect(scan(strokes)).toEqual(burst(cardText, true))
})

test('what an input method takes back and writes anew ends in the text and in a warning', () => {
  const typed = strokesOf('092085000123|Tran d', () => 9)
  const taken: KeyStroke[] = [
    { key: 'Backspace', code: 'Backspace', shiftKey: false, atMs: endOf(typed) + 1, isComposing: false },
    { key: 'đ', code: '', shiftKey: false, atMs: endOf(typed) + 2, isComposing: false },
  ]
  expect(scan([...typed, ...taken])).toEqual(burst('092085000123|Tran đ', true))
})

test('Shift of its own and CapsLock change nothing', () => {
  const shifted = strokesOf(cardText, () => 6).flatMap(stroke => (stroke.shiftKey ? [{ ...stroke, key: 'Shift', code: 'ShiftLeft' }, stroke] : [stroke]))
  expect(scan(shifted)).toEqual(burst(cardText))
  const capsLock = strokesOf(cardText, () => 6, key => ({ key: key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase() }))
  expect(scan(capsLock)).toEqual(burst(cardText))
})

test('a held-down key, a short text and a shortcut are typing', () => {
  expect(scan(strokesOf('aaaaaaaaaaaaaaaaaaaa', () => 30))).toEqual({ kind: 'typing' })
  expect(scan(strokesOf('abc1234', () => 5))).toEqual({ kind: 'typing' })
  const left: KeyStroke = { key: 'ArrowLeft', code: 'ArrowLeft', shiftKey: false, atMs: 1100, isComposing: false }
  expect(scan([...strokesOf('abcdefgh', () => 5), left, ...strokesOf('abcdefgh', () => 5)])).toEqual({ kind: 'typing' })
})

test('Enter long after the last key is typing', () => {
  const strokes = strokesOf(cardText, () => 5)
  expect(outcomesOf([...strokes, enter(endOf(strokes) + 900)]).at(-1)).toEqual({ kind: 'typing' })
})

test('a reader that stops for a moment is one text, a few keys and a pause are not', () => {
  expect(scan(strokesOf(cardText, i => i % 20 === 19 ? 700 : 5))).toEqual(burst(cardText))
  expect(scan(strokesOf(cardText, i => i === 6 ? 200 : 5))).toEqual(burst(cardText.slice(6)))
})

test('who types on after a reader without an Enter has the keys back before long', () => {
  const outcomes = outcomesOf(strokesOf(cardText + ' nguyen van binh', i => i < cardText.length ? 5 : 120))
  expect(outcomes.slice(cardText.length + 8).every(outcome => outcome.kind === 'typing')).toBe(true)
})

const printable = fc.string({ unit: fc.constantFrom(...KEYS.keys()), minLength: 10, maxLength: 120 })

test('any text of a reader comes back whole, with and without an input method', () => {
  const quickGaps = fc.array(fc.integer({ min: 0, max: 34 }), { minLength: 1, maxLength: 20 })
  fc.assert(fc.property(printable, quickGaps, fc.boolean(), (text, gaps, isHidden) => {
    fc.pre(new Set(text).size >= 5)
    const strokes = strokesOf(text, i => gaps[i % gaps.length] ?? 0, () => (isHidden ? { key: 'Process' } : {}))
    expect(scan(strokes)).toEqual(burst(text, isHidden))
  }))
})

test('keys at the speed of people are never taken for a reader, nor held back', () => {
  fc.assert(fc.property(printable, fc.array(fc.integer({ min: 45, max: 600 }), { minLength: 1, maxLength: 40 }), (text, gaps) => {
    const strokes = strokesOf(text, i => gaps[i % gaps.length] ?? 45)
    expect(outcomesOf([...strokes, enter(endOf(strokes) + 60)]).every(outcome => outcome.kind === 'typing')).toBe(true)
  }))
})

test('a reader used right after typing is read without what was typed before it', () => {
  const typed = strokesOf('ghi chu', () => 180)
  const scanned = strokesOf(cardText, () => 5).map(stroke => ({ ...stroke, atMs: stroke.atMs + 5000 }))
  expect(scan([...typed, ...scanned])).toEqual(burst(cardText))
})
