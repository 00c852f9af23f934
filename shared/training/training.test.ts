import { expect, test } from 'vitest'
import { catalogue, momentOf } from '../../tests/builders/moment.ts'
import { receive } from '../dossiers/receive.ts'
import { openUnit } from '../offices/open-unit.ts'
import { normalisePerson } from '../people/person.ts'
import { checkPersonalNumber } from '../people/personal-number.ts'
import { units } from '../units/unit.ts'
import { checkPin } from '../users/pin.ts'
import { makeReceiveInputs } from './practice-dossiers.ts'
import { practicePeople } from './practice-people.ts'
import { PRACTICE_PIN, PRACTICE_STAFF } from './practice-staff.ts'
import { trainingPlace } from './training-place.ts'

const pin = { algorithm: 'scrypt' as const, cost: 2, salt: '0'.repeat(32), hash: '1'.repeat(64) }

test('the practice commune is none of the real ones and opens like them', () => {
  expect(units.some(({ code, name }) => code === trainingPlace.unit || name === trainingPlace.unitName)).toBe(false)
  const people = PRACTICE_STAFF.map(({ name, roles }) => ({ name, roles: [...roles], pin }))
  let count = 0
  const opened = openUnit({ desk: 'Quầy tập', deskNumber: 1, people }, {
    place: trainingPlace, device: 'pc-0123456789ab', training: true, freshSubject: domain => `${domain}:${String((count += 1))}`,
  })
  expect(opened.ok).toBe(true)
  expect(checkPin(PRACTICE_PIN).ok).toBe(true)
})

test('invented people are whole and consistent, and the same seed makes the same ones', () => {
  const people = practicePeople(300)
  expect(people.flatMap(person => checkPersonalNumber(person.personalNumber ?? '', person))).toEqual([])
  expect(people.map(person => normalisePerson(person))).toEqual(people.map(value => ({ ok: true, value })))
  expect(practicePeople(300)).toEqual(people)
  expect(practicePeople(300, 2)).not.toEqual(people)
  expect(new Set(people.map(({ name }) => name)).size).toBeGreaterThan(200)
})

test('practice dossiers are received without a question', () => {
  const inputs = makeReceiveInputs(7, 300, catalogue, '2026-11-25')
  expect(inputs.map(input => receive(input, momentOf())).filter(received => !received.ok)).toEqual([])
  expect(makeReceiveInputs(7, 300, catalogue, '2026-11-25')).toEqual(inputs)
})
