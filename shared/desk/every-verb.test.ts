import { Value } from 'typebox/value'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryOf } from '../../tests/builders/arbitrary-of-schema.ts'
import { INPUTS, lifeFor, lifeIn, STOCKS, SUBJECT, STAFF, whenOf } from '../../tests/builders/dossier-life.ts'
import { clerkAn, momentOf } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import type { DossierState } from '../dossiers/dossier.ts'
import { fold } from '../dossiers/fold.ts'
import { mayDo, ROLES, type Role } from '../users/role.ts'
import { findVerb } from './commands.ts'

const STATES: readonly DossierState[] = [
  'received', 'processing', 'awaitingSupplement', 'awaitingPayment', 'awaitingSignature', 'resolved', 'returned', 'refused', 'withdrawn',
  'stopped', 'guided',
]
const OPEN = STATES.slice(0, 6)
const COUNTER: readonly Role[] = ['clerk', 'director']

/** The rules read from the law's table (L4–L17), not from the program's. */
const RULES: Readonly<Record<string, readonly [states: readonly DossierState[], roles: readonly Role[]]>> = {
  'dossier/add-note': [OPEN, ['clerk', 'officer', 'director']],
  'dossier/add-pages': [OPEN, ['clerk', 'officer', 'director']],
  'dossier/apologise': [['processing', 'awaitingSignature', 'awaitingSupplement'], ['leader']],
  'dossier/attach-paper': [OPEN, ['clerk', 'officer', 'director']],
  'dossier/collect-fee': [[...OPEN, 'returned'], ['clerk', 'fee-clerk', 'director']],
  'dossier/correct': [OPEN, ['clerk', 'officer', 'director']],
  'dossier/detach-paper': [OPEN, ['clerk', 'officer', 'director']],
  'dossier/explain-delay': [['received', 'processing', 'awaitingSignature', 'resolved', 'returned', 'stopped'], ['officer', 'leader', 'director']],
  'dossier/forward': [['received', 'processing'], ['clerk', 'officer', 'leader', 'director']],
  'dossier/number-results': [['processing', 'awaitingSignature', 'resolved'], ['registrar']],
  'dossier/record-payment': [['awaitingPayment'], ['officer', 'fee-clerk']],
  'dossier/request-payment': [['processing'], ['officer', 'fee-clerk']],
  'dossier/request-supplement': [['processing'], ['clerk', 'officer', 'director']],
  'dossier/resolve': [['processing'], ['officer']],
  'dossier/resolve-part': [['processing', 'awaitingSignature'], ['clerk', 'officer', 'director']],
  'dossier/return-result': [['resolved'], COUNTER],
  'dossier/send-back': [['awaitingSignature'], ['leader']],
  'dossier/sign': [['awaitingSignature'], ['leader']],
  'dossier/stop': [['processing', 'awaitingSupplement', 'awaitingPayment'], ['officer', 'leader']],
  'dossier/submit-for-signature': [['processing'], ['officer']],
  'dossier/supplement': [['awaitingSupplement'], COUNTER],
  'dossier/void': [['received'], COUNTER],
  'dossier/void-fee-receipt': [[...OPEN, 'returned', 'withdrawn', 'stopped'], ['clerk', 'fee-clerk', 'director']],
  'dossier/withdraw': [['received', 'processing', 'awaitingSupplement', 'awaitingPayment'], COUNTER],
}

test('L20, U1 of every verb in every state by every role exactly the allowed ones succeed', () => {
  expect(Object.keys(INPUTS).sort()).toEqual(Object.keys(RULES).sort())
  const wrong: string[] = []
  for (const state of STATES) {
    expect(lifeIn(state).dossier()).toMatchObject({ state, disputes: [] })
    for (const [name, [states, holders]] of Object.entries(RULES)) {
      const found = findVerb(name)
      if (!found.ok) throw new Error(name)
      const life = lifeFor(name, state)
      for (const role of ROLES) {
        const author = { ...clerkAn, id: role === 'officer' ? 'hoa' : 'an', roles: [role] }
        const input = inputFor(name, state)
        const moment = momentOf({ at: whenOf(name), author, users: STAFF, acts: life.device.acts(), stocks: STOCKS })
        const decided = found.value.decide({ subject: SUBJECT, ...input }, moment)
        const isState = states.includes(state)
        const isHeldByOther = name === 'dossier/forward' && state === 'processing' && role === 'clerk'
        if (mayDo([role], found.value.right) !== holders.includes(role)) wrong.push(`${name} by ${role}`)
        if (!holders.includes(role)) continue
        if (isHeldByOther ? decided.ok || decided.problem.code !== 'dossier/not-holder' : decided.ok !== isState) wrong.push(`${name} in ${state} by ${role}`)
        if (!isState && !decided.ok && decided.problem.code !== 'dossier/not-allowed') wrong.push(`${name} in ${state}: ${decided.problem.code}`)
      }
    }
  }
  expect(wrong).toEqual([])
})

/** Of a linked dossier in work the results are those of its parts. */
function inputFor(name: string, state: DossierState): object | undefined {
  if (name === 'dossier/forward' && state === 'processing') return { to: { userId: 'chi' } }
  return name === 'dossier/number-results' && state !== 'resolved' ? { numbers: [{ id: 'birth-r1', number: '15', issuedOn: '2026-11-25' }] } : INPUTS[name]
}

test('L20 whatever is typed into a verb, in every state, nothing is thrown, and what is written is admitted and read again', () => {
  for (const life of [...STATES.map(state => lifeIn(state)), lifeFor('dossier/resolve-part', 'processing'), lifeFor('dossier/number-results', 'awaitingSignature')]) {
    const acts = life.device.acts()
    for (const [name, likely] of Object.entries(INPUTS)) {
      const found = findVerb(name)
      if (!found.ok) throw new Error(name)
      const { input: schema, decide } = found.value
      fc.assert(fc.property(arbitraryOf(schema), fc.subarray(Object.keys(likely)), (typed, asLikely) => {
        const kept = Object.fromEntries(Object.entries(likely).filter(([key]) => asLikely.includes(key)))
        const input = { ...typed as object, ...kept, subject: SUBJECT }
        if (!Value.Check(schema, input)) return
        const decided = decide(input, momentOf({ acts, users: STAFF, author: { ...clerkAn, id: 'hoa' } }))
        if (!decided.ok) return
        const device = pretendDevice('desk-two')
        device.learn(acts)
        device.write(decided.value, '2026-11-25T03:00:00.000Z')
        expect(fold(device.acts())?.disputes).toEqual([])
      }), { numRuns: 30 })
    }
  }
})
