import { expect, test } from 'vitest'
import { draftProblems, draftToInput, emptyPerson, type Draft, type PersonDraft } from './draft.ts'

function person(changes: Partial<PersonDraft> = {}): PersonDraft {
  return { ...emptyPerson(1, 'director'), name: 'Huỳnh Văn Đ', pin: '135790', pinAgain: '135790', ...changes }
}

function draft(changes: Partial<Draft> = {}): Draft {
  return { unit: '31186', unitText: 'Phường Cái Răng', deskNumber: '2', desk: 'Quầy 2', people: [person()], ...changes }
}

test('a whole draft has no problem and is sent tidied, without the second PIN', () => {
  const whole = draft({ desk: ' Quầy  2 ' })
  expect(draftProblems(whole)).toEqual({})
  expect(draftToInput(whole)).toEqual({
    unit: '31186', desk: 'Quầy 2', deskNumber: 2, people: [{ name: 'Huỳnh Văn Đ', roles: ['director'], pin: '135790' }],
  })
})

test('an empty draft names every field to be filled', () => {
  expect(draftProblems({ unit: null, unitText: '', deskNumber: '', desk: ' ', people: [emptyPerson(1, 'director')] })).toEqual({
    'unit': 'unit-missing', 'deskNumber': 'desk-number-wrong', 'desk': 'desk-name-missing', '0.name': 'name-missing', '0.pin': 'pin-malformed',
  })
})

test('a PIN easily guessed or typed differently the second time is not taken', () => {
  expect(draftProblems(draft({ people: [person({ pin: '111111', pinAgain: '111111' })] }))).toEqual({ '0.pin': 'pin-weak' })
  expect(draftProblems(draft({ people: [person({ pinAgain: '135791' })] }))).toEqual({ '0.pinAgain': 'pin-differs' })
})

test('somebody must be the director, and everybody must do something', () => {
  expect(draftProblems(draft({ people: [person({ roles: ['clerk'] })] }))).toEqual({ '0.roles': 'director-missing' })
  expect(draftProblems(draft({ people: [person(), person({ name: 'Trần Thị B', roles: [] })] }))).toEqual({ '1.roles': 'role-missing' })
})

test('two people cannot share a name, whatever the case of its letters', () => {
  expect(draftProblems(draft({ people: [person(), person({ name: 'HUỲNH VĂN Đ' })] }))).toEqual({ '1.name': 'name-twice' })
})

test('a desk number is one of 1 to 19', () => {
  expect(['0', '20', '1.5', 'a'].map(deskNumber => draftProblems(draft({ deskNumber })))).toEqual(Array(4).fill({ deskNumber: 'desk-number-wrong' }))
})
