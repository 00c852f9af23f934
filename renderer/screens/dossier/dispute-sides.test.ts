import { expect, test } from 'vitest'
import type { DisputeTitle, DossierState } from '../../../shared/dossiers/dossier.ts'
import type { User } from '../../../shared/users/user.ts'
import { beginLife, INPUTS, leaderDung, lifeIn, officerHoa, registrarGiang } from '../../../tests/builders/dossier-life.ts'
import { clerkAn } from '../../../tests/builders/moment.ts'
import { pretendDevice } from '../../../tests/builders/stamp.ts'
import { sidesOf, usualReasons } from './dispute-sides.ts'

test('D5 of a result handed over at two desks both hand-overs stand side by side, the one that holds first', () => {
  const one = lifeIn('resolved')
  const two = beginLife(pretendDevice('pc-other'))
  two.device.learn(one.device.acts())
  const collected = INPUTS['dossier/return-result'] ?? {}
  for (const life of [one, two]) expect(life.ask('dossier/return-result', collected, clerkAn)).toBeUndefined()
  one.device.learn(two.device.acts())
  const dossier = one.dossier()
  const [dispute] = dossier.disputes
  if (dispute === undefined) throw new Error('Nothing is disputed')
  const sides = sidesOf(dispute, dossier)
  expect(sides.map(({ kind }) => kind)).toEqual(['dossier/result-returned', 'dossier/result-returned'])
  expect(new Set(sides.map(({ device }) => device)).size).toBe(2)
  expect(sides[1]?.name).toBe(dispute.acts[0]?.name)
  expect(usualReasons(dispute)[0]).toBe('Hai nơi ghi cùng một việc, thật ra chỉ làm một lần')
})

test('what came too late or cannot be read stands alone, with reasons of its own', () => {
  const dossier = lifeIn('returned').dossier()
  const act = dossier.acts.at(-1)
  if (act === undefined) throw new Error('No act')
  const { name, kind, device, author, at } = act
  const alone = { id: 'too-late:x', kind: 'not-admitted', title: 'too-late', acts: [{ name, kind, device, author, at }] } as const
  expect(sidesOf(alone, dossier)).toEqual([act])
  expect(usualReasons(alone)).not.toEqual(usualReasons({ ...alone, title: 'unreadable' }))
})

const TWICE: readonly (readonly [title: DisputeTitle, state: DossierState, verb: string, by: User, one?: object, other?: object])[] = [
  ['apologised-twice', 'processing', 'dossier/apologise', leaderDung],
  ['fee-twice', 'received', 'dossier/collect-fee', clerkAn, { amount: 8000, method: 'cash' }, { amount: 8000, method: 'cash' }],
  ['field', 'received', 'dossier/correct', clerkAn, { field: 'applicant.phone', to: '0900000999' }, { field: 'applicant.phone', to: '0900000888' }],
  ['forwarded-twice', 'received', 'dossier/forward', clerkAn, { to: { userId: 'hoa' } }, { to: { userId: 'chi' } }],
  ['numbered-twice', 'resolved', 'dossier/number-results', registrarGiang, numbered('15'), numbered('16')],
  ['paid-twice', 'awaitingPayment', 'dossier/record-payment', officerHoa],
  ['requested-twice', 'processing', 'dossier/request-supplement', officerHoa],
  ['requested-twice', 'processing', 'dossier/request-payment', officerHoa],
  ['resolved-twice', 'awaitingSignature', 'dossier/sign', leaderDung],
  ['resolved-twice', 'processing', 'dossier/resolve', officerHoa],
  ['returned-twice', 'resolved', 'dossier/return-result', clerkAn],
  ['sent-back-twice', 'awaitingSignature', 'dossier/send-back', leaderDung],
  ['stopped-twice', 'processing', 'dossier/stop', officerHoa],
  ['submitted-twice', 'processing', 'dossier/submit-for-signature', officerHoa],
  ['supplemented-twice', 'awaitingSupplement', 'dossier/supplement', clerkAn],
  ['voided-twice', 'received', 'dossier/void', clerkAn],
  ['withdrawn-twice', 'processing', 'dossier/withdraw', clerkAn],
]

test('D5, L19 wherever two desks can do one thing, it is told with both sides and what to do, and a usual reason settles it', () => {
  for (const [title, state, verb, by, one = INPUTS[verb], other = one] of TWICE) {
    const [here, there] = [lifeIn(state), beginLife(pretendDevice('pc-other'))]
    there.device.learn(here.device.acts())
    expect([verb, here.ask(verb, one ?? {}, by), there.ask(verb, other ?? {}, by)]).toEqual([verb, undefined, undefined])
    here.device.learn(there.device.acts().filter(({ device }) => device === 'pc-other'))
    const dossier = here.dossier()
    const [dispute, ...more] = dossier.disputes
    expect([verb, dispute?.title, more]).toEqual([verb, title, []])
    if (dispute === undefined) continue
    expect([verb, new Set(sidesOf(dispute, dossier).map(({ device }) => device)).size]).toEqual([verb, 2])
    const chosen = dispute.kind === 'field' ? dispute.acts[0]?.name : null
    const settled = here.ask('dossier/settle-dispute', { disputeId: dispute.id, chosen, reason: usualReasons(dispute)[0] }, leaderDung)
    expect([verb, settled, here.dossier().disputes]).toEqual([verb, undefined, []])
  }
})

function numbered(number: string): object {
  const [result] = lifeIn('resolved').dossier().results
  return { numbers: [{ id: result?.id, number, issuedOn: '2026-11-25' }] }
}
