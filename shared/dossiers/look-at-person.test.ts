import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { momentOf } from '../../tests/builders/moment.ts'
import { LOOK_BODIES, lookAtPerson, LookAtPersonInput } from './look-at-person.ts'

test('U3 whoever opens all that one person has brought is written down with the number in the body and nobody in the subject', () => {
  const moment = momentOf()
  const personalNumber = '092185000123'
  const decided = lookAtPerson({ personalNumber, screen: 'search' }, moment)
  const [act, ...more] = decided.ok ? decided.value : []
  expect(more).toEqual([])
  expect(act).toEqual({ subject: `looks:${moment.office.device}`, kind: 'person/looked-at', body: { personalNumber, screen: 'search' } })
  expect(act?.subject).not.toContain(personalNumber)
  expect(Value.Check(LOOK_BODIES['person/looked-at'], act?.body)).toBe(true)
  expect(Value.Check(LookAtPersonInput, { personalNumber: '', screen: 'search' })).toBe(false)
})
