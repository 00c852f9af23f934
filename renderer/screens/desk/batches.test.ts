import { expect, test } from 'vitest'
import { BIRTH_DRAFT, decide, lifeIn, LINKED_RECEIPT, officerHoa, RECEIPT, STAFF, type Life } from '../../../tests/builders/dossier-life.ts'
import { clerkAn, momentOf } from '../../../tests/builders/moment.ts'
import { ROLES } from '../../../shared/users/role.ts'
import { batchCommand, batchesOf, NOTHING_TYPED, takerOf, type BatchId, type BatchTyped } from './batches.ts'
import { queuesOf } from './queues.ts'

function ask(id: BatchId, state: Parameters<typeof lifeIn>[0], typed: Partial<BatchTyped>, receipt?: Parameters<typeof lifeIn>[1]) {
  return askOf(lifeIn(state, receipt), id, typed)
}

function askOf({ device, dossier }: Life, id: BatchId, typed: Partial<BatchTyped> = {}) {
  const all = { ...NOTHING_TYPED, ...typed }
  const command = batchCommand(id, all, takerOf(all, STAFF), dossier())
  if (!command.ok) return command.problem.code
  const { verb, input } = command.value
  const decided = decide(verb, input as object, momentOf({ acts: device.acts(), users: STAFF, author: { ...clerkAn, roles: [...ROLES] } }))
  return decided.ok ? decided.value.map(({ kind }) => kind) : decided.problem.code
}

test('one person with several roles has one desk: each queue once, those of the first role in front', () => {
  expect(queuesOf(['leader', 'director'])).toEqual([
    'to-sign', 'overdue', 'due-today', 'open', 'to-forward', 'papers', 'to-return', 'lies-long',
  ])
  expect(queuesOf(['officer'])[0]).toBe('mine')
  expect(queuesOf([])).toEqual([])
})

test('what may be done to many is what the list waits for, by whoever may', () => {
  expect(batchesOf('to-sign', ['leader'])).toEqual(['sign', 'hand-over'])
  expect(batchesOf('to-sign', ['clerk'])).toEqual(['hand-over'])
  expect(batchesOf('overdue', ['director'])).toEqual([])
})

test('each of many is asked of the desk as one alone would be, and a row that does not fit is refused alone', () => {
  expect(ask('forward', 'received', { to: 'hoa' })).toEqual(['dossier/forwarded'])
  expect(ask('forward', 'resolved', { to: 'hoa' })).toBe('dossier/not-allowed')
  expect(ask('sign', 'awaitingSignature', {})).toEqual(['dossier/signed'])
  expect(ask('return', 'resolved', {})).toEqual(['dossier/result-returned'])
  expect(ask('return', 'resolved', { collectedBy: 'proxy' })).toBe('dossier/collector-missing')
  expect(ask('return', 'resolved', { collectedBy: 'proxy', name: 'Lê Thị Út' })).toBe('dossier/authorisation-missing')
  expect(ask('hand-over', 'received', { to: 'chi' })).toEqual(['dossier/note-added'])
  expect(ask('hand-over', 'received', { kind: 'agency', agency: 'Thuế cơ sở 3' })).toEqual(['dossier/forwarded'])
  expect(ask('hand-over', 'received', { agency: '  ' })).toBe('dossier/agency-missing')
})

test('L10 among many that are signed a linked dossier has its part signed', () => {
  const life = lifeIn('processing', LINKED_RECEIPT)
  life.ask('dossier/submit-for-signature', BIRTH_DRAFT, officerHoa)
  expect(askOf(life, 'sign')).toEqual(['dossier/parts-signed'])
})

test('L12 many returns leave what an organisation collects to the form of one, unless somebody comes for all with an authorisation', () => {
  const ofCompany = { ...RECEIPT, owner: { kind: 'business', name: 'Công ty TNHH Mẫu', number: '1800123456' } } as const
  expect(ask('return', 'resolved', {}, ofCompany)).toBe('dossier/representative-missing')
  const proxy = { collectedBy: 'proxy', name: 'Lê Thị Út', authorisation: 'Giấy giới thiệu 5' } as const
  expect(ask('return', 'resolved', proxy, ofCompany)).toEqual(['dossier/result-returned'])
})
