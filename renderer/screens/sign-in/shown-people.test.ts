import { expect, test } from 'vitest'
import type { SignInName } from '../../../shared/bridge/main-api.ts'
import { shownPeople } from './shown-people.ts'

function person(name: string): SignInName {
  return { id: name, name, roles: ['clerk'], lockedUntil: null, triesLeft: 5 }
}

const people = ['Nguyễn Văn A', 'Trần Thị B', 'Huỳnh Văn Đ'].map(person)
const names = (shown: readonly SignInName[]): readonly string[] => shown.map(({ name }) => name)

test('letters narrow the names without marks, by parts or initials', () => {
  expect(names(shownPeople(people, [], 'tran', false))).toEqual(['Trần Thị B'])
  expect(names(shownPeople(people, [], 'hvd', false))).toEqual(['Huỳnh Văn Đ'])
  expect(names(shownPeople(people, [], 'van', false))).toEqual(['Nguyễn Văn A', 'Huỳnh Văn Đ'])
})

test('marks that the Vietnamese keyboard adds are ignored', () => {
  expect(names(shownPeople(people, [], 'trân', false))).toEqual(['Trần Thị B'])
})

test('of more than nine, those who used this desk last come first', () => {
  const many = Array.from({ length: 12 }, (_, i) => person(`Người ${String(i + 1)}`))
  const shown = names(shownPeople(many, ['Người 12', 'Người 3'], '', false))
  expect(shown.slice(0, 3)).toEqual(['Người 12', 'Người 3', 'Người 1'])
  expect(shown).toHaveLength(9)
  expect(shownPeople(many, [], '', true)).toHaveLength(12)
})
