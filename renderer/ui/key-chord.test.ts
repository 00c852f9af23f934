import { expect, test } from 'vitest'
import { keyChord, type KeyPress } from './key-chord.ts'

function press(code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { code, key: code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held }
}

test('a function key is named with what is held', () => {
  expect(keyChord(press('F9'))).toBe('F9')
  expect(keyChord(press('F9', { shiftKey: true }))).toBe('Shift+F9')
})

test('Alt with the digit row names the digit, whatever the keyboard types there', () => {
  expect(keyChord(press('Digit1', { altKey: true, key: '&' }))).toBe('Alt+1')
})

test('Alt with the number pad types characters and is left alone', () => {
  expect(keyChord(press('Numpad1', { altKey: true, key: '1' }))).toBeUndefined()
})

test('a bare letter or digit is text, not a key of ours', () => {
  expect(keyChord(press('KeyP', { key: 'p' }))).toBeUndefined()
  expect(keyChord(press('Digit4', { key: '4' }))).toBeUndefined()
})

test('while a word is being composed nothing is a key of ours', () => {
  expect(keyChord(press('Enter', { isComposing: true }))).toBeUndefined()
  expect(keyChord(press('F9', { keyCode: 229 }))).toBeUndefined()
})

test('both Enter keys are Enter', () => {
  expect(keyChord(press('NumpadEnter', { key: 'Enter', ctrlKey: true }))).toBe('Control+Enter')
})
