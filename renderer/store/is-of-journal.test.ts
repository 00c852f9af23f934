import { expect, test } from 'vitest'
import { BEFORE_FIRST } from '../../shared/acts/act.ts'
import { isOfJournal } from './is-of-journal.ts'

const name = 'a'.repeat(64)

test('an index at a line the journal knows goes on from there, whatever came after', () => {
  expect(isOfJournal({ 'pc-1': { seq: 9, name } }, { 'pc-1': { seq: 9, name }, 'pc-2': { seq: 0, name: BEFORE_FIRST } })).toBe(true)
  expect(isOfJournal({}, { 'pc-1': { seq: 0, name: BEFORE_FIRST } })).toBe(true)
})

test('an index at a line the journal lacks is not of this journal', () => {
  expect(isOfJournal({ 'pc-1': { seq: 9, name } }, { 'pc-1': { seq: 0, name: BEFORE_FIRST } })).toBe(false)
  expect(isOfJournal({ 'pc-1': { seq: 9, name } }, {})).toBe(false)
})
