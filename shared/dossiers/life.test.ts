import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  beginLife, INPUTS, leaderDung, lifeIn, lifeWithSignedPart, MORNING, officerChi, officerHoa, RECEIPT, registrarGiang, SUBJECT, type Life,
} from '../../tests/builders/dossier-life.ts'
import { clerkAn, directorBinh } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import type { NewAct } from '../acts/act.ts'
import { PROGRESS_BODIES } from './progress-bodies.ts'
import { fold } from './fold.ts'
import { DEFAULT_SETTINGS } from '../units/city-settings.ts'
import { balanceOf } from './money.ts'

const at = (day: string, time: string): string => new Date(`2026-${day}T${time}:00.000+07:00`).toISOString()
const resume = { settings: { ...DEFAULT_SETTINGS, supplementPolicy: 'resume' as const } }
const dueOn = (life: ReturnType<typeof beginLife>) => life.dossier().due?.dueOn

test('L4 a dossier goes from the counter to an officer, both named, and later than 15:00 allows is a fact, not a block', () => {
  const life = lifeIn('received')
  expect(life.ask('dossier/forward', { to: { userId: 'lan' } }, clerkAn)).toEqual({ code: 'dossier/recipient-unknown', holders: ['officer'] })
  expect(life.ask('dossier/forward', { to: { userId: 'hoa' } }, clerkAn, at('11-26', '08:00'))).toBeUndefined()
  const [an, hoa] = [{ userId: 'an', name: 'Nguyễn Thị Ẩm' }, { userId: 'hoa', name: 'Võ Thị Hòa' }]
  expect(life.dossier()).toMatchObject({ state: 'processing', holder: hoa, handovers: [{ from: an, to: hoa, isLate: true }] })
  const soon = lifeIn('received')
  soon.ask('dossier/forward', { to: { agency: ' Chi nhánh  Văn phòng đất đai ' } }, clerkAn, at('11-25', '17:00'))
  expect(soon.dossier().handovers).toMatchObject([{ to: { userId: null, name: 'Chi nhánh Văn phòng đất đai' }, isLate: false }])
})

test('L5 only who has it, or a leader or the director, hands it on', () => {
  const life = lifeIn('processing')
  const toChi = { to: { userId: 'chi' } }
  expect(life.ask('dossier/forward', toChi, officerChi)).toEqual({ code: 'dossier/not-holder', holder: 'Võ Thị Hòa' })
  expect(life.ask('dossier/forward', { to: { userId: 'hoa' } }, leaderDung)).toEqual({ code: 'dossier/recipient-same', name: 'Võ Thị Hòa' })
  expect(life.ask('dossier/forward', toChi, officerHoa, at('12-20', '09:00'))).toBeUndefined()
  expect(life.dossier()).toMatchObject({ state: 'processing', holder: { userId: 'chi' }, handovers: [{}, { isLate: false }] })
})

test('L6 a request to supplement says what and why, counts itself and stops the clock', () => {
  const life = lifeIn('processing')
  expect(life.ask('dossier/request-supplement', { papers: [' '], reason: 'x' }, officerHoa)).toEqual({ code: 'dossier/missing-papers-unnamed' })
  expect(life.ask('dossier/request-supplement', { papers: ['Đơn'], reason: ' ' }, officerHoa)).toEqual({ code: 'dossier/reason-missing' })
  for (const _ of [1, 2]) {
    life.ask('dossier/request-supplement', INPUTS['dossier/request-supplement'] ?? {}, officerHoa)
    life.ask('dossier/supplement', INPUTS['dossier/supplement'] ?? {}, clerkAn)
  }
  expect(life.dossier().supplements.map(({ count }) => count)).toEqual([1, 2])
  expect(life.dossier().pauses).toMatchObject([{ why: 'supplement', until: MORNING }, { why: 'supplement', until: MORNING }])
})

test('L7, T10 after a supplement the limit begins again, or what was left of it runs on, as the city set it', () => {
  const supplied = [{}, resume].map(changes => {
    const life = lifeIn('received')
    life.ask('dossier/forward', { to: { userId: 'hoa' } }, clerkAn)
    life.ask('dossier/request-supplement', { papers: ['Đơn'], reason: 'Mờ' }, officerHoa, at('11-26', '09:00'))
    expect(life.ask('dossier/supplement', { papers: [] }, clerkAn, at('12-01', '09:00'))).toEqual({ code: 'dossier/supplement-empty' })
    life.ask('dossier/supplement', { papers: [{ name: 'Đơn', originals: 1, copies: 0 }] }, clerkAn, at('12-01', '09:00'), changes)
    expect(life.dossier()).toMatchObject({ state: 'processing', promises: [{ by: 'received' }, { by: 'supplemented' }] })
    return [dueOn(life), life.dossier().due?.steps.filter(({ kind }) => kind === 'paused' || kind === 'remaining')]
  })
  const paused = { kind: 'paused', on: '2026-11-26', until: '2026-12-01', why: 'supplement' }
  expect(supplied).toEqual([
    ['2026-12-04', [{ ...paused, then: 'restart' }]],
    ['2026-12-03', [{ ...paused, then: 'resume' }, { kind: 'remaining', on: '2026-12-03', count: 960, unit: 'minutes' }]],
  ])
})

test('T10 a limit that was past when the clock stopped stays past', () => {
  const life = lifeIn('processing')
  life.ask('dossier/request-supplement', { papers: ['Đơn'], reason: 'Mờ' }, officerHoa, at('12-10', '09:00'))
  life.ask('dossier/supplement', INPUTS['dossier/supplement'] ?? {}, clerkAn, at('12-15', '09:00'), resume)
  expect(dueOn(life)).toBe('2026-11-30')
})

test('L8, T11 a financial obligation stops the clock and the remaining time runs on when it is met', () => {
  const life = lifeIn('processing')
  const notice = { noticeNumber: 'TB 7', issuedBy: 'Thuế cơ sở 3', amount: 500_000 }
  expect(life.ask('dossier/request-payment', { ...notice, issuedBy: ' ' }, officerHoa)).toEqual({ code: 'dossier/notice-incomplete' })
  expect([-1, 1.5, 1e12].map(amount => life.ask('dossier/request-payment', { ...notice, amount }, officerHoa)?.code))
    .toEqual(['money/negative', 'money/fractional', 'money/too-large'])
  life.ask('dossier/request-payment', notice, officerHoa, at('11-26', '09:00'))
  const paid = { amount: 500_000, proof: 'GNT 12' }
  const on = at('12-01', '09:00')
  expect(life.ask('dossier/record-payment', { ...paid, amount: 1 }, officerHoa, on)).toEqual({ code: 'dossier/payment-short', amount: 500_000 })
  expect(life.ask('dossier/record-payment', { ...paid, proof: '' }, officerHoa, on)).toEqual({ code: 'dossier/proof-missing' })
  expect(['2026-11-24', '2026-12-02', '2026-02-30', 'x'].map(paidOn => life.ask('dossier/record-payment', { ...paid, paidOn }, officerHoa, on)))
    .toEqual(Array(4).fill({ code: 'dossier/day-impossible', field: 'paidOn', from: '2026-11-25', until: '2026-12-01' }))
  expect(life.ask('dossier/record-payment', paid, officerHoa, on)).toBeUndefined()
  expect([life.dossier().state, dueOn(life)]).toEqual(['processing', '2026-12-03'])
})

test('L9, L10 a leader signs what lies before them or sends it back, and the registrar numbers each result', () => {
  const life = lifeIn('awaitingSignature')
  expect(life.dossier()).toMatchObject({ holder: { userId: 'dung' }, drafts: [{ id: 'r1' }, { id: 'r2' }] })
  expect(life.ask('dossier/send-back', { reason: ' ' }, leaderDung)).toEqual({ code: 'dossier/reason-missing' })
  life.ask('dossier/send-back', { reason: 'Sai tên' }, leaderDung)
  expect(life.dossier()).toMatchObject({ state: 'processing', holder: { userId: 'hoa' }, sentBack: { reason: 'Sai tên' } })
  life.ask('dossier/submit-for-signature', INPUTS['dossier/submit-for-signature'] ?? {}, officerHoa)
  expect(life.ask('dossier/sign', { how: 'digital', signedOn: '2026-11-26' }, leaderDung)?.code).toBe('dossier/day-impossible')
  expect(life.ask('dossier/sign', { how: 'digital' }, leaderDung)).toBeUndefined()
  expect(life.dossier()).toMatchObject({ state: 'resolved', holder: { userId: 'an' }, signature: { how: 'digital', signer: 'Trần Văn Dũng' } })
  const back = INPUTS['dossier/return-result'] ?? {}
  expect(life.ask('dossier/return-result', back, clerkAn)).toEqual({ code: 'dossier/result-unnumbered', results: ['Giấy khai sinh', 'Bản sao'] })
  const number = (id: string) => ({ id, number: '15' })
  expect(life.ask('dossier/number-results', { numbers: [number('r9')] }, registrarGiang)).toEqual({ code: 'dossier/result-unknown' })
  life.ask('dossier/number-results', { numbers: [number('r1'), number('r2')] }, registrarGiang)
  expect(life.ask('dossier/return-result', back, clerkAn)).toBeUndefined()
})

test('L11, T13 a result without a signature here has number, day and code, unless the city wants it signed; the clock ends then', () => {
  const life = lifeIn('processing')
  const input = INPUTS['dossier/resolve'] ?? {}
  const signed = { settings: { ...DEFAULT_SETTINGS, signedProcedures: ['1.000001'] } }
  expect(life.ask('dossier/resolve', input, officerHoa, MORNING, signed)).toEqual({ code: 'dossier/signature-needed' })
  expect(life.ask('dossier/resolve', { results: [] }, officerHoa)).toEqual({ code: 'dossier/results-missing' })
  expect(life.ask('dossier/resolve', { results: [{ name: 'A', number: '' }] }, officerHoa)).toEqual({ code: 'dossier/result-unnumbered', results: ['A'] })
  life.ask('dossier/resolve', input, officerHoa)
  life.ask('dossier/return-result', INPUTS['dossier/return-result'] ?? {}, clerkAn, at('12-20', '09:00'))
  expect(life.dossier()).toMatchObject({ results: [{ code: 'G15.000031', number: '15' }], ended: { how: 'resolved', at: MORNING } })
})

test('L12 nobody collects under the name of an organisation: whoever stands for it is named', () => {
  const owner = { kind: 'business' as const, name: 'Công ty TNHH Mẫu', number: '1800123456' }
  const life = lifeIn('resolved', { ...RECEIPT, owner })
  const asked = { ...INPUTS['dossier/return-result'], collectedBy: 'owner' }
  expect(life.ask('dossier/return-result', asked, clerkAn)).toEqual({ code: 'dossier/representative-missing' })
  expect(life.ask('dossier/return-result', { ...asked, name: 'Lê Thị Út' }, clerkAn)).toBeUndefined()
  expect(life.dossier().collection).toMatchObject({ collectedBy: 'owner', name: 'Lê Thị Út' })
})

test('L12 whoever collects is named and recognised, originals are counted back and the fee is taken', () => {
  const life = lifeIn('resolved')
  const back = { collectedBy: 'proxy', name: 'Lê Văn Con', identitySeen: 'id-card', originals: [] }
  const refused = [
    { ...back, name: '' }, back, { ...back, authorisation: 'GUQ 1', identitySeen: 'post' },
    { collectedBy: 'post', identitySeen: 'post', originals: [] }, { ...back, authorisation: 'GUQ 1', originals: [{ paperId: 'p1', givenBack: 2 }] },
    { ...back, authorisation: 'GUQ 1', fee: { amount: 9000, method: 'cash' } },
  ]
  expect(refused.map(input => life.ask('dossier/return-result', input, clerkAn)?.code)).toEqual([
    'dossier/collector-missing', 'dossier/authorisation-missing', 'dossier/identity-unseen', 'dossier/post-number-missing',
    'dossier/originals-miscounted', 'dossier/fee-over',
  ])
  const whole = { ...back, authorisation: 'GUQ 1', originals: [{ paperId: 'p1', givenBack: 1 }], fee: { amount: 8000, method: 'cash' } }
  expect(life.ask('dossier/return-result', whole, clerkAn)).toBeUndefined()
  expect(life.dossier()).toMatchObject({
    state: 'returned', holder: null, collection: { collectedBy: 'proxy', name: 'Lê Văn Con', authorisation: 'GUQ 1' },
    originals: [{ paperId: 'p1', held: 1, givenBack: 1 }, { paperId: 'p2', held: 1, givenBack: 0 }],
  })
  expect(balanceOf(life.dossier())).toEqual({ due: 8000, collected: 8000, refunded: 0, owed: 0 })
})

test('L13, L14 a withdrawal and a stop give back originals and never more money than was taken', () => {
  const life = lifeIn('processing')
  life.ask('dossier/collect-fee', { amount: 8000, method: 'cash' }, clerkAn)
  const input = { request: 'Xin rút', originals: [] }
  expect(life.ask('dossier/withdraw', { ...input, request: ' ' }, clerkAn)).toEqual({ code: 'dossier/request-missing' })
  expect(life.ask('dossier/withdraw', { ...input, refund: { amount: 8001 } }, clerkAn)).toEqual({ code: 'dossier/refund-over', collected: 8000 })
  life.ask('dossier/withdraw', { ...input, refund: { amount: 8000 } }, clerkAn)
  expect(life.dossier()).toMatchObject({ state: 'withdrawn', ended: { how: 'withdrawn' }, reason: 'Xin rút' })
  const refused = lifeIn('awaitingSupplement')
  refused.ask('dossier/stop', { as: 'refusal', reason: 'Không đủ điều kiện', originals: [] }, leaderDung)
  expect(refused.dossier()).toMatchObject({ state: 'stopped', ended: { how: 'refused-after-appraisal' }, pauses: [{ until: MORNING }] })
})

test('L15, T12 an apology promises a later working day once, before the due instant', () => {
  const life = lifeIn('processing')
  const input = { reason: 'Chờ xác minh', newDueOn: '2026-12-07' }
  expect(['2026-11-30', '2099-01-05', 'x'].map(newDueOn => life.ask('dossier/apologise', { ...input, newDueOn }, leaderDung)?.code))
    .toEqual(Array(3).fill('dossier/day-impossible'))
  expect(life.ask('dossier/apologise', { ...input, newDueOn: '2026-12-06' }, leaderDung)).toEqual({ code: 'dossier/day-off', day: '2026-12-06' })
  expect(life.ask('dossier/apologise', input, leaderDung, at('11-30', '09:00'))).toEqual({ code: 'dossier/apology-too-late', dueOn: '2026-11-30' })
  expect(life.ask('dossier/apologise', input, leaderDung, at('11-30', '08:59'))).toBeUndefined()
  expect(life.dossier()).toMatchObject({ state: 'processing', due: { dueOn: '2026-12-07' }, apology: { previousDueOn: '2026-11-30' } })
  expect(life.ask('dossier/apologise', input, leaderDung)).toMatchObject({ code: 'dossier/apology-twice' })
})

test('L18 what is done the same day is received, resolved and handed over in one append, or not at all', () => {
  const life = beginLife()
  const fee = { amount: 2000, method: 'cash' }
  const papers = [{ id: 'p1', originals: 1, copies: 0, received: true }, { id: 'p2', originals: 1, copies: 0, received: true }]
  const receipt = { ...RECEIPT, procedure: '2.000815', papers, fee: { copies: [{ pageCount: 1, copyCount: 1 }] } }
  const input = { receipt, results: [{ name: 'Bản sao', number: '15' }], collection: { ...INPUTS['dossier/return-result'], fee } }
  expect(life.ask('dossier/receive-and-return', { ...input, receipt: RECEIPT }, clerkAn)).toEqual({ code: 'dossier/not-same-day' })
  expect(life.ask('dossier/receive-and-return', { ...input, results: [] }, clerkAn)).toEqual({ code: 'dossier/results-missing' })
  expect(life.device.acts()).toEqual([])
  expect(life.ask('dossier/receive-and-return', input, clerkAn)).toBeUndefined()
  expect(life.dossier()).toMatchObject({ state: 'returned', disputes: [], ended: { how: 'resolved' } })
  expect(life.dossier().acts.map(({ kind }) => kind)).toEqual(['dossier/received', 'dossier/forwarded', 'dossier/resolved', 'dossier/result-returned'])
})

test('D5, L19 what two desks did twice has a name of its own, and the director settles it', () => {
  const twice = (state: Parameters<typeof lifeIn>[0], verb: string, by = clerkAn, inputs = [INPUTS[verb] ?? {}, INPUTS[verb] ?? {}]) => {
    const [one, other] = [lifeIn(state), beginLife(pretendDevice('pc-ba9876543210'))]
    other.device.learn(one.device.acts())
    one.ask(verb, inputs[0] ?? {}, by, at('11-25', '10:00'))
    other.ask(verb, inputs[1] ?? {}, by, at('11-25', '10:05'))
    one.device.learn(other.device.acts().filter(({ device }) => device === 'pc-ba9876543210'))
    return one
  }
  const returned = twice('resolved', 'dossier/return-result')
  const fee = { amount: 8000, method: 'cash' }
  const titles = [
    returned, twice('awaitingSignature', 'dossier/sign', leaderDung), twice('processing', 'dossier/apologise', leaderDung),
    twice('awaitingSupplement', 'dossier/supplement'), twice('processing', 'dossier/withdraw'),
    twice('received', 'dossier/collect-fee', clerkAn, [fee, fee]),
    twice('received', 'dossier/forward', clerkAn, [{ to: { userId: 'hoa' } }, { to: { userId: 'chi' } }]), twice('received', 'dossier/forward'),
  ].map(life => life.dossier().disputes.map(({ title }) => title))
  expect(titles).toEqual([
    ['returned-twice'], ['resolved-twice'], ['apologised-twice'], ['supplemented-twice'], ['withdrawn-twice'], ['fee-twice'], ['forwarded-twice'], [],
  ])
  const disputeId = returned.dossier().disputes[0]?.id
  expect(returned.ask('dossier/settle-dispute', { disputeId, chosen: null, reason: 'Trả một lần' }, directorBinh, at('11-25', '11:00'))).toBeUndefined()
  expect(returned.dossier()).toMatchObject({ state: 'returned', disputes: [], settled: [{ dispute: { title: 'returned-twice' } }] })
})

test('D1, D2 the whole life, in any order of arrival, by any desks, folds to the same dossier and never throws', () => {
  for (const whole of [lifeIn('returned').device.acts(), linkedLife().device.acts()]) {
    const kinds = [...Object.keys(PROGRESS_BODIES), ...whole.map(({ kind }) => kind)]
    const act = fc.oneof(
      fc.constantFrom(...whole).map(({ kind, body }): NewAct => ({ subject: SUBJECT, kind, body })),
      fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...Object.values(INPUTS)))
        .map(([kind, body]): NewAct => ({ subject: SUBJECT, kind, body: { ...body } })),
      fc.tuple(fc.constantFrom(...kinds), fc.dictionary(fc.string(), fc.jsonValue()))
        .map(([kind, body]): NewAct => ({ subject: SUBJECT, kind, body })),
    )
    const steps = fc.array(fc.tuple(fc.nat(1), act, fc.nat(600)), { maxLength: 14 })
    fc.assert(fc.property(steps, fc.infiniteStream(fc.nat()), (taken, dice) => {
      const desks = [pretendDevice('desk-one'), pretendDevice('desk-two')] as const
      for (const desk of desks) desk.learn(whole.slice(0, 2))
      for (const [i, one, minute] of taken) {
        desks[i === 0 ? 0 : 1].write([one], new Date(Date.parse(MORNING) + minute * 60_000).toISOString())
      }
      const acts = [...new Map([...desks[0].acts(), ...desks[1].acts()].map(one => [one.name, one])).values()]
      const keyed = acts.map(one => ({ one, key: dice.next().value as number }))
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ one }) => one)
      const dossier = fold(acts)
      expect(fold(shuffled)).toEqual(dossier)
      expect(new Set(dossier?.acts)).toEqual(new Set(acts))
    }), { numRuns: 300 })
  }
})

test('T13 why a dossier is late is said once it is, by whoever answers for it, also after it has ended; the newest word counts', () => {
  const life = lifeIn('processing')
  const [early, late] = [at('11-27', '09:00'), at('12-20', '09:00')]
  expect(life.ask('dossier/explain-delay', { reason: 'Chờ ký' }, officerHoa, early)).toEqual({ code: 'dossier/not-overdue' })
  expect(life.ask('dossier/explain-delay', { reason: ' \u200b' }, officerHoa, late)).toEqual({ code: 'dossier/reason-missing' })
  expect(life.ask('dossier/explain-delay', { reason: ' Chờ  ký ' }, officerHoa, late)).toBeUndefined()
  expect(life.dossier()).toMatchObject({ state: 'processing', delay: { reason: 'Chờ ký', by: 'hoa' } })
  life.ask('dossier/resolve', INPUTS['dossier/resolve'] ?? {}, officerHoa, late)
  expect(life.ask('dossier/explain-delay', { reason: 'Thiếu người làm' }, directorBinh, at('12-28', '09:00'))).toBeUndefined()
  expect(life.dossier()).toMatchObject({ state: 'resolved', delay: { reason: 'Thiếu người làm', by: directorBinh.id } })
})

test('T13 what ended in time, waits for the person, or was taken back has no delay to explain', () => {
  const inTime = lifeIn('resolved')
  const waiting = lifeIn('awaitingSupplement')
  const takenBack = lifeIn('withdrawn', RECEIPT, at('12-20', '09:00'))
  const ask = (life: ReturnType<typeof beginLife>) => life.ask('dossier/explain-delay', { reason: 'x' }, leaderDung, at('12-28', '09:00'))?.code
  expect([inTime, waiting, takenBack].map(ask)).toEqual(['dossier/not-overdue', 'dossier/not-allowed', 'dossier/not-allowed'])
})

/** A linked dossier whose first part a leader signed, the others came to the counter. */
function linkedLife(): Life {
  const life = lifeWithSignedPart()
  life.ask('dossier/number-results', { numbers: [{ id: 'birth-r1', number: '15' }] }, registrarGiang)
  for (const part of ['residence', 'insurance']) life.ask('dossier/resolve-part', { ...INPUTS['dossier/resolve-part'], part }, clerkAn)
  return life
}
