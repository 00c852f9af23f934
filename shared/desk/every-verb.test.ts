import { expect, test } from 'vitest'
import { INPUTS, lifeIn, SUBJECT, STAFF } from '../../tests/builders/dossier-life.ts'
import { clerkAn, momentOf } from '../../tests/builders/moment.ts'
import type { DossierState } from '../dossiers/dossier.ts'
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
  'dossier/forward': [['received', 'processing'], ['clerk', 'officer', 'leader', 'director']],
  'dossier/number-results': [['resolved'], ['registrar']],
  'dossier/record-payment': [['awaitingPayment'], ['officer', 'fee-clerk']],
  'dossier/request-payment': [['processing'], ['officer', 'fee-clerk']],
  'dossier/request-supplement': [['processing'], ['clerk', 'officer', 'director']],
  'dossier/resolve': [['processing'], ['officer']],
  'dossier/return-result': [['resolved'], COUNTER],
  'dossier/send-back': [['awaitingSignature'], ['leader']],
  'dossier/sign': [['awaitingSignature'], ['leader']],
  'dossier/stop': [['processing', 'awaitingSupplement', 'awaitingPayment'], ['officer', 'leader']],
  'dossier/submit-for-signature': [['processing'], ['officer']],
  'dossier/supplement': [['awaitingSupplement'], COUNTER],
  'dossier/void': [['received'], COUNTER],
  'dossier/withdraw': [['received', 'processing', 'awaitingSupplement', 'awaitingPayment'], COUNTER],
}

test('L20, U1 of every verb in every state by every role exactly the allowed ones succeed', () => {
  expect(Object.keys(INPUTS).sort()).toEqual(Object.keys(RULES).sort())
  const wrong: string[] = []
  for (const state of STATES) {
    const life = lifeIn(state)
    expect(life.dossier()).toMatchObject({ state, disputes: [] })
    for (const [name, [states, holders]] of Object.entries(RULES)) {
      const found = findVerb(name)
      if (!found.ok) throw new Error(name)
      for (const role of ROLES) {
        const author = { ...clerkAn, id: role === 'officer' ? 'hoa' : 'an', roles: [role] }
        const input = name === 'dossier/forward' && state === 'processing' ? { to: { userId: 'chi' } } : INPUTS[name]
        const decided = found.value.decide({ subject: SUBJECT, ...input }, deskMoment({ author, users: STAFF, acts: life.device.acts() }))
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

function deskMoment(changes: Parameters<typeof momentOf>[0]) {
  const found = findVerb('dossier/forward')
  if (!found.ok) throw new Error('No verb')
  return momentOf(changes) as Parameters<typeof found.value.decide>[1]
}
