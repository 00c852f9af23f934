import { expect, test } from 'vitest'
import { lifeIn, lifeWithSignedPart, MORNING, registrarGiang } from '../../tests/builders/dossier-life.ts'
import { liesLong, readySince, taskOf, workerOf } from './task.ts'

test('a dossier waits for one thing at a time, and it is somebody\'s work or nobody\'s', () => {
  const states = ['received', 'processing', 'awaitingSupplement', 'awaitingPayment', 'awaitingSignature', 'resolved', 'returned', 'withdrawn'] as const
  const found = states.map(state => lifeIn(state).dossier()).map(dossier => [taskOf(dossier), workerOf(dossier)])
  expect(found).toEqual([
    ['forward', 'an'], ['process', 'hoa'], ['supplement', ''], ['payment', ''], ['sign', 'dung'], ['return', ''], ['none', ''], ['none', ''],
  ])
})

test('L10 a signed result waits for its number, and lies ready only with it', () => {
  const life = lifeIn('awaitingSignature')
  life.ask('dossier/sign', { how: 'wet-ink' }, registrarGiang)
  expect([taskOf(life.dossier()), readySince(life.dossier())]).toEqual(['number', ''])
  life.ask('dossier/number-results', { numbers: life.dossier().results.map(({ id }) => ({ id, number: '15' })) }, registrarGiang)
  expect([taskOf(life.dossier()), readySince(life.dossier())]).toEqual(['return', MORNING])
})

test('L10 a signed part waits for its number while its dossier is worked on', () => {
  const life = lifeWithSignedPart()
  expect([taskOf(life.dossier()), workerOf(life.dossier())]).toEqual(['number', 'hoa'])
  life.ask('dossier/number-results', { numbers: [{ id: 'birth-r1', number: '15' }] }, registrarGiang)
  expect([taskOf(life.dossier()), readySince(life.dossier())]).toEqual(['process', ''])
})

test('more than thirty days is not thirty', () => {
  expect([liesLong('2026-10-26', '2026-11-25'), liesLong('2026-10-25', '2026-11-25')]).toEqual([false, true])
})
