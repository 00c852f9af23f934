import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clerkAn, directorBinh, momentOf } from '../../tests/builders/moment.ts'
import { pretendDevice, type PretendDevice } from '../../tests/builders/stamp.ts'
import type { NewAct } from '../acts/act.ts'
import type { User } from '../users/user.ts'
import type { Dossier } from './dossier.ts'
import { fold } from './fold.ts'
import { receive } from './receive.ts'
import { settleDispute, type SettleDisputeInput } from './settle-dispute.ts'

const subject = 'dossier:0000000000000001'
const NOON = '2026-11-25T05:00:00.000Z'
const here = { originals: 1, copies: 0, received: true }
const phone = (to: string): NewAct => ({ subject, kind: 'dossier/corrected', body: { field: 'applicant.phone', from: null, to } })
const paper = (copies: number): NewAct => ({
  subject, kind: 'dossier/paper-attached', body: { paper: { id: 'p2', name: 'Giấy chứng sinh', kind: 'submit', originals: 1, copies, received: true } },
})
const voided: NewAct = { subject, kind: 'dossier/voided', body: { reason: 'Nhận nhầm' } }

/** A dossier two desks know, each with acts the other has not seen, and what both then know. */
function twoDesks(one: readonly NewAct[], two: readonly NewAct[]) {
  const desks = [pretendDevice('desk-one'), pretendDevice('desk-two')] as const
  const begun = receive({
    procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1, forSupplement: true,
    applicant: { name: 'Trần Thị Ẩm', phone: '0900000000' }, papers: [{ id: 'p1', ...here }],
  }, momentOf())
  if (!begun.ok) throw new Error(begun.problem.code)
  desks[1].learn(desks[0].write(begun.value, '2026-11-25T02:00:00.000Z'))
  const apart = [desks[0].write(one, '2026-11-25T02:10:00.000Z'), desks[1].write(two, '2026-11-25T02:20:00.000Z')] as const
  desks[0].learn(apart[1])
  desks[1].learn(apart[0])
  return desks
}

function foldOf(device: PretendDevice): Dossier {
  const dossier = fold(device.acts())
  if (dossier === undefined) throw new Error('Nothing was received')
  return dossier
}

/** Asks at this desk; the problem, or undefined once it is written. */
function settle(device: PretendDevice, input: Omit<SettleDisputeInput, 'subject'>, author: User = clerkAn, at = NOON) {
  const decided = settleDispute({ subject, ...input }, momentOf({ at, author, acts: device.acts() }))
  if (!decided.ok) return decided.problem
  device.write(decided.value, at, { author: author.id })
  return undefined
}

const disputeOf = (dossier: Dossier) => dossier.disputes[0] ?? dossier.settled[0]?.dispute ?? expect.unreachable('No dispute')

test('L19 a clerk settles two values of one field by choosing one', () => {
  const [desk] = twoDesks([phone('0900000123')], [phone('0900000132')])
  const { id, acts } = disputeOf(foldOf(desk))
  expect(settle(desk, { disputeId: id, chosen: acts[0]?.name ?? '' })).toBeUndefined()
  expect(foldOf(desk)).toMatchObject({
    applicant: { phone: '0900000123' }, disputes: [],
    settled: [{ dispute: { id, acts: [{ value: '0900000123' }, { value: '0900000132' }] }, chosen: acts[0]?.name, by: { device: 'desk-one', author: 'an', at: NOON } }],
  })
})

test('L19 what the state did not admit is for a leader or the director, with a reason', () => {
  const [desk] = twoDesks([voided], [phone('0900000132')])
  const { id } = disputeOf(foldOf(desk))
  expect(settle(desk, { disputeId: id, chosen: null, reason: 'Đã hủy' })).toEqual({ code: 'dossier/dispute-for-leader', holders: ['leader', 'director'] })
  expect(settle(desk, { disputeId: id, chosen: null }, directorBinh)).toEqual({ code: 'dossier/reason-missing' })
  expect(settle(desk, { disputeId: id, chosen: null, reason: 'Hồ sơ đã hủy đúng' }, directorBinh)).toBeUndefined()
  expect(foldOf(desk)).toMatchObject({ state: 'withdrawn', applicant: { phone: '0900000000' }, disputes: [], settled: [{ chosen: null, reason: 'Hồ sơ đã hủy đúng' }] })
})

test('L19 a side nobody took, a dispute nobody has, and one settled on another day are problems', () => {
  const [desk] = twoDesks([phone('0900000123')], [phone('0900000132')])
  const { id, acts } = disputeOf(foldOf(desk))
  expect(settle(desk, { disputeId: id, chosen: null })).toEqual({ code: 'dossier/side-missing' })
  expect(settle(desk, { disputeId: 'field:0', chosen: null })).toEqual({ code: 'dossier/dispute-unknown' })
  settle(desk, { disputeId: id, chosen: acts[1]?.name ?? '' })
  expect(settle(desk, { disputeId: id, chosen: acts[0]?.name ?? '' }, clerkAn, '2026-11-26T02:00:00.000Z')).toEqual({ code: 'dossier/dispute-unknown' })
})

test('L19 on the same day another choice takes the first one back', () => {
  const [desk] = twoDesks([phone('0900000123')], [phone('0900000132')])
  const { id, acts } = disputeOf(foldOf(desk))
  for (const { name } of acts) settle(desk, { disputeId: id, chosen: name })
  expect(foldOf(desk)).toMatchObject({ applicant: { phone: '0900000132' }, disputes: [], settled: [{ chosen: acts[1]?.name }] })
})

test('D4 one more value of somebody who had not heard of the settlement is another dispute', () => {
  const [desk, other] = twoDesks([phone('0900000123')], [phone('0900000132')])
  const { id, acts } = disputeOf(foldOf(desk))
  settle(desk, { disputeId: id, chosen: acts[0]?.name ?? '' })
  desk.learn(other.write([phone('0900000199')], '2026-11-25T06:00:00.000Z'))
  expect(foldOf(desk)).toMatchObject({ disputes: [{ kind: 'field', acts: [{ value: '0900000123' }, { value: '0900000199' }] }], settled: [{ dispute: { id } }] })
})

test('D4 two people who settle it differently without knowing of each other leave a dispute', () => {
  const [one, two] = twoDesks([phone('0900000123')], [phone('0900000132')])
  const { id, acts } = disputeOf(foldOf(one))
  settle(one, { disputeId: id, chosen: acts[0]?.name ?? '' })
  settle(two, { disputeId: id, chosen: acts[1]?.name ?? '' })
  one.learn(two.acts().filter(act => !one.acts().includes(act)))
  expect(foldOf(one).disputes.map(dispute => dispute.acts.map(({ kind, value }) => [kind, value]))).toEqual([
    [['dossier/dispute-settled', '0900000123'], ['dossier/dispute-settled', '0900000132']],
  ])
})

test('D4 whatever order its acts arrive in, a settled dispute is settled', () => {
  const [desk] = twoDesks([phone('0900000123')], [phone('0900000132')])
  const { id, acts } = disputeOf(foldOf(desk))
  settle(desk, { disputeId: id, chosen: acts[0]?.name ?? '' })
  const whole = foldOf(desk)
  fc.assert(fc.property(fc.shuffledSubarray([...desk.acts()], { minLength: desk.acts().length }), shuffled => {
    expect(fold(shuffled)).toEqual(whole)
  }))
})

test('D5 what two desks did twice has a title of its own', () => {
  expect([
    twoDesks([voided], [voided]),
    twoDesks([paper(0)], [paper(1)]),
    twoDesks([voided], [paper(0)]),
    twoDesks([], [{ subject, kind: 'dossier/received', body: { ...foldOf(twoDesks([], [])[0]).acts[0]?.body } }]),
    twoDesks([], [{ subject, kind: 'dossier/exploded', body: {} }]),
  ].map(([desk]) => foldOf(desk).disputes.map(({ title }) => title))).toEqual([['voided-twice'], ['paper-twice'], ['too-late'], ['received-twice'], ['unreadable']])
})
