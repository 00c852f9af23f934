import { expect, test } from 'vitest'
import { NO_DOOR } from '../phone-words.ts'
import { machineAt, words } from './words.ts'

const NEVER = /đồng bộ|dữ liệu|hệ thống|(?<!xin )lỗi|server|\bAPI\b|hash|timeout|cache/iu

test('the page speaks of sheets and desks, never of machines\' insides', () => {
  const said = [...Object.values(words).map(String), NO_DOOR]
  expect(said.filter(text => NEVER.test(text) || text !== text.normalize('NFC'))).toEqual([])
})

test('a desk is called as it stands in the middle of a sentence', () => {
  expect(['Quầy 2', 'bàn 1', '', 'Trung tâm'].map(machineAt)).toEqual(['máy quầy 2', 'máy bàn 1', 'máy quầy', 'máy Trung tâm'])
})
