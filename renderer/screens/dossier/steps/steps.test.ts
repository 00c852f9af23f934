import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import {
  BIRTH_DRAFT, LATE, leaderDung, LINKED_RECEIPT, lifeFor, lifeIn, officerHoa, STAFF, SUBJECT,
} from '../../../../tests/builders/dossier-life.ts'
import { clerkAn, momentOf } from '../../../../tests/builders/moment.ts'
import type { NewAct } from '../../../../shared/acts/act.ts'
import { formatDayLong, formatTime, type Day } from '../../../../shared/base/day.ts'
import { failure, success, type Problem, type Result } from '../../../../shared/base/result.ts'
import { findVerb } from '../../../../shared/desk/commands.ts'
import type { Dossier, DossierState } from '../../../../shared/dossiers/dossier.ts'
import { DELAY_REASONS } from '../../../../shared/dossiers/explain-delay.ts'
import { fold } from '../../../../shared/dossiers/fold.ts'
import type { PromiseBody } from '../../../../shared/dossiers/promise-after.ts'
import type { Moment } from '../../../../shared/dossiers/moment.ts'
import { mayDo, ROLES, type Role } from '../../../../shared/users/role.ts'
import type { NextReceipt } from '../../../parts/next-receipt.ts'
import { readAmount } from '../../../parts/read-amount.ts'
import { problemText } from '../../../text/problems.ts'
import { dueSentences } from '../../../text/due.ts'
import { stepNames } from '../../../text/steps.ts'
import { whatIsAllowed } from '../allowed.ts'
import { fieldOf, type Step, type StepClock, type Typed } from './step.ts'
import { STEP_IDS, STEPS, type StepId } from './steps.ts'

const STATES: readonly DossierState[] = [
  'received', 'processing', 'awaitingSupplement', 'awaitingPayment', 'awaitingSignature', 'resolved', 'returned', 'refused', 'withdrawn', 'stopped', 'guided',
]
const staff = STAFF.map(({ id, name, roles }) => ({ id, name, roles, lockedUntil: null, triesLeft: 5 }))
const results = [{ name: 'Giấy khai sinh', code: 'G15.000031' }]
const receipt = success(undefined)
const signedProcedures: readonly string[] = []
const clock = stepClockOf(momentOf({ acts: [] }))

/** What a person types where nothing stands yet. */
const TYPED: Readonly<Partial<Record<StepId, Typed>>> = {
  'request-supplement': { papers: 'Giấy chứng sinh\n\n  Tờ khai  \n', reason: 'Bản sao mờ' },
  'request-payment': { noticeNumber: 'TB 7', issuedBy: 'Thuế cơ sở 3', amount: '500.000 đ' },
  'record-payment': { amount: '500.000', proof: 'GNT 12' },
  'send-back': { reason: 'Sai tên' },
  'resolve': { 'number 0': '15' },
  'apologise': { newDueOn: '07/12/2026', reason: 'Chờ xác minh' },
  'withdraw': { request: 'Xin rút' },
  'stop': { reason: 'Người nộp không bổ sung' },
}

function askStep(id: StepId, state: DossierState, typed: Typed = TYPED[id] ?? {}, changes: Partial<Moment> = {}): Result<unknown> {
  const life = lifeIn(state)
  const dossier = life.dossier()
  const step = STEPS[id]
  const known = { dossier, staff, results, receipt, clock, signedProcedures }
  const facts = { ...known, typed: { ...step.begin(known), ...typed } }
  const input = step.input(facts)
  if (!input.ok) return input
  const verb = findVerb(step.verb)
  if (!verb.ok) throw new Error(step.verb)
  const asked = { subject: SUBJECT, ...input.value }
  expect(Value.Check(verb.value.input, asked), `${id}: ${JSON.stringify(asked)}`).toBe(true)
  return verb.value.decide(asked, momentOf({ acts: life.device.acts(), users: STAFF, author: { ...clerkAn, id: 'hoa', roles: [...ROLES] }, ...changes }))
}

function stepClockOf({ at, calendar, hours, settings }: Moment): StepClock {
  return { at, calendar, hours, supplementPolicy: settings.supplementPolicy }
}

const ofStep = (id: StepId): Step => STEPS[id]
const problemOf = (answer: Result<unknown>): Problem | undefined => (answer.ok ? undefined : answer.problem)

test('U1, L20 every step is offered in exactly the states and to exactly the roles whose verb the desk performs', () => {
  const wrong: string[] = []
  for (const state of STATES) {
    const dossier = lifeIn(state).dossier()
    const admitted = STEP_IDS.filter(id => problemOf(askStep(id, state))?.code !== 'dossier/not-allowed' && (ofStep(id).isDue?.(dossier, { today: '2026-11-25', signedProcedures }) ?? true))
    for (const role of ROLES) {
      const { steps } = whatIsAllowed({ dossier, roles: [role], userId: 'hoa', today: '2026-11-25', signedProcedures, isReadOnly: false })
      const offered = STEP_IDS.filter(id => steps.some(step => step.id === id && step.obstacle === null))
      const right = admitted.filter(id => mayDo([role], STEPS[id].right))
      if (offered.join(' ') !== right.join(' ')) wrong.push(`${state}, ${role}: ${offered.join(' ')} instead of ${right.join(' ')}`)
    }
  }
  expect(wrong).toEqual([])
})

test('what another person holds is not handed on by a clerk, and the bar says who has it', () => {
  const dossier = lifeIn('processing').dossier()
  const { steps } = whatIsAllowed({ dossier, roles: ['clerk'], userId: 'an', today: '2026-11-25', signedProcedures, isReadOnly: false })
  expect(steps.find(({ id }) => id === 'forward')?.obstacle).toEqual({ kind: 'holder', name: 'Võ Thị Hòa' })
})

test('every step, filled in as a person does, is written; what is left empty is a sentence beside its field', () => {
  const WHERE: Readonly<Record<StepId, DossierState>> = {
    'forward': 'received', 'supplement': 'awaitingSupplement', 'request-supplement': 'processing', 'submit': 'processing', 'sign': 'awaitingSignature',
    'send-back': 'awaitingSignature', 'resolve': 'processing', 'number': 'resolved', 'record-payment': 'awaitingPayment', 'request-payment': 'processing',
    'collect-fee': 'received', 'void-fee-receipt': 'received', 'void-stray-receipt': 'withdrawn', 'resolve-part': 'processing', 'apologise': 'processing', 'explain-delay': 'processing', 'withdraw': 'received', 'stop': 'processing',
  }
  for (const id of STEP_IDS.filter(each => !['number', 'void-fee-receipt', 'void-stray-receipt', 'resolve-part', 'explain-delay'].includes(each))) {
    expect(problemOf(askStep(id, WHERE[id])), id).toBeUndefined()
    expect(stepNames[id].said).not.toBe('')
  }
  for (const [id, typed, field] of [
    ['request-supplement', {}, 'papers'], ['request-supplement', { papers: 'Đơn' }, 'reason'], ['request-payment', {}, 'amount'],
    ['request-payment', { amount: '5' }, 'noticeNumber'], ['record-payment', {}, 'proof'], ['record-payment', { amount: '1' }, 'amount'],
    ['send-back', {}, 'reason'], ['submit', { results: '' }, 'results'], ['submit', { to: 'an' }, 'to'], ['resolve', {}, 'number 0'],
    ['resolve', { 'results': 'Giấy khai sinh\nTrích lục', 'number 0': '15' }, 'number 1'],
    ['apologise', { reason: 'x' }, 'newDueOn'], ['apologise', { newDueOn: '06/12/2026', reason: 'x' }, 'newDueOn'], ['apologise', { newDueOn: '7/12/2026' }, 'reason'],
    ['withdraw', {}, 'request'], ['stop', {}, 'reason'], ['forward', { to: '', agency: ' ' }, 'agency'], ['sign', { signedOn: '31/02/2026' }, 'signedOn'],
    ['collect-fee', { amount: '9.000.000' }, 'amount'],
  ] as const satisfies readonly (readonly [StepId, Typed, string])[]) {
    const problem = problemOf(askStep(id, WHERE[id], typed))
    const fields = ofStep(id).fields({ dossier: lifeIn(WHERE[id]).dossier(), staff, results, receipt, clock, signedProcedures, typed })
    expect(problem === undefined ? undefined : fieldOf(STEPS[id], problem, fields), `${id} ${JSON.stringify(typed)} ${problem?.code ?? 'written'}`).toBe(field)
    if (problem !== undefined) expect(problemText(problem).length).toBeGreaterThan(20)
  }
})

test('T13 why it is late is asked for once it is, from the list or in words, and an empty word is a sentence beside its field', () => {
  const late = lifeIn('processing', undefined, LATE)
  const offered = (today: Day) => whatIsAllowed({ dossier: late.dossier(), roles: ['officer'], userId: 'hoa', today, signedProcedures, isReadOnly: false })
    .steps.some(({ id }) => id === 'explain-delay')
  expect([offered('2026-11-25'), offered('2026-12-30')]).toEqual([false, true])
  const said = (typed: Typed) => askStep('explain-delay', 'processing', typed, { at: LATE })
  expect(said({})).toMatchObject({ ok: true, value: [{ body: { reason: DELAY_REASONS[0] } }] })
  expect(said({ reason: '', other: 'Chờ họp' })).toMatchObject({ ok: true, value: [{ body: { reason: 'Chờ họp' } }] })
  const problem = problemOf(said({ reason: '' }))
  expect(problem === undefined ? undefined : fieldOf(STEPS['explain-delay'], problem)).toBe('other')
})

test('more originals than lie in the dossier, or fewer than none, are not given back', () => {
  for (const back of ['2', '-1', 'một', '1,5', '99999999']) {
    expect(problemOf(askStep('withdraw', 'received', { request: 'Xin rút', 'back p1': back }))?.code, back).toBe('dossier/originals-miscounted')
  }
})

test('M1 an amount is read as it is written, and never made another one', () => {
  expect(['52.000', '52.000 đ', '52000', '1.234.567'].map(text => readAmount(text))).toMatchObject([
    { value: 52_000 }, { value: 52_000 }, { value: 52_000 }, { value: 1_234_567 },
  ])
  expect(['-5', '2,5', '1e3', '', 'mười', '1.2.3', '99999999999999999999'].map(text => readAmount(text))).toMatchObject([
    { value: -5 }, { value: 2.5 }, { ok: false }, { ok: false }, { ok: false }, { ok: false }, { ok: true },
  ])
  for (const [amount, code] of [['-5', 'money/negative'], ['2,5', 'money/fractional'], ['9999999999999', 'money/too-large'], ['', 'money/not-a-number']] as const) {
    expect(problemOf(askStep('collect-fee', 'received', { amount }))?.code).toBe(code)
  }
})

test('L7 what was asked for is what stands in the form of what was brought, by the paper the dossier lists', () => {
  const life = lifeIn('awaitingSupplement')
  const dossier = fold(life.device.acts())
  if (dossier === undefined) throw new Error('Nothing was received')
  const fields = STEPS.supplement.fields({ dossier, staff, results, receipt, clock, signedProcedures, typed: {} })
  expect(fields.map(({ label }) => label).slice(0, 2)).toEqual(['Giấy chứng sinh: bản chính', 'Bản sao'])
  expect(problemOf(askStep('supplement', 'awaitingSupplement', { 'originals 0': '0' }))?.code).toBe('dossier/supplement-empty')
})

test('T10, T11 the day told before the clock runs again is the day that is promised then, and says why', () => {
  for (const [id, state, policy] of [
    ['supplement', 'awaitingSupplement', 'restart'], ['supplement', 'awaitingSupplement', 'resume'], ['record-payment', 'awaitingPayment', 'restart'],
  ] as const) {
    const settings = { ...momentOf({ acts: [] }).settings, supplementPolicy: policy }
    const now = momentOf({ acts: [], settings })
    const dossier = lifeIn(state).dossier()
    const told = STEPS[id].fields({ dossier, staff, results, receipt, typed: {}, clock: stepClockOf(now), signedProcedures })
    const answer = askStep(id, state, undefined, { settings })
    const [act] = answer.ok ? answer.value as readonly NewAct[] : []
    const { due } = act?.body as { readonly due: PromiseBody }
    expect(due.dueOn, id).not.toBeNull()
    expect(told.find(({ kind }) => kind === 'told')?.label, id).toBe(`Ngày hẹn mới: ${formatDayLong(due.dueOn ?? '')}, trước ${formatTime(due.dueAt ?? '')}.`)
    expect(told.at(-1)?.label, id).toBe(dueSentences(due.limit, due.steps, due.dueOn).join(' '))
  }
})

test('nothing is told of a day while the office is not known, or where no clock stands', () => {
  const sayings = (state: DossierState, known: typeof clock | null) => STEPS.supplement
    .fields({ dossier: lifeIn(state).dossier(), staff, results, receipt, typed: {}, clock: known, signedProcedures }).filter(({ kind }) => kind === 'told')
  expect([sayings('awaitingSupplement', null), sayings('processing', clock)]).toEqual([[], []])
})

test('L11 the result of a part is called as the catalogue calls it, and the part at work is offered first', () => {
  const life = lifeIn('processing', LINKED_RECEIPT)
  const dossier = life.dossier()
  const step = STEPS['resolve-part']
  const facts = { dossier, staff, receipt, clock, signedProcedures, results: [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031' }] }
  const typed = { ...step.begin(facts), 'number 0': '15' }
  expect(step.input({ ...facts, typed }))
    .toEqual({ ok: true, value: { part: 'birth', results: [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031', number: '15' }] } })
  const { steps } = whatIsAllowed({ dossier, roles: ['clerk', 'officer'], userId: 'hoa', today: '2026-11-25', signedProcedures, isReadOnly: false })
  expect(steps.map(({ id }) => id)).toContain('resolve-part')

  // The part at work is the one that is ready; what stands empty is not laid before anybody.
  const begun = STEPS.submit.begin(facts)
  expect(STEPS.submit.fields({ ...facts, typed: begun }).map(({ label }) => label)).toEqual([
    'Trình ai ký', 'Kết quả: Đăng ký khai sinh', 'Kết quả: Đăng ký thường trú', 'Kết quả: Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
  ])
  expect(STEPS.submit.input({ ...facts, typed: begun }))
    .toEqual({ ok: true, value: { to: 'dung', results: [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031', part: 'birth' }] } })
})

test('L11 what a leader must sign is not offered to be resolved without: the whole, or the part that needs it', () => {
  const signed = ['1.000001', '1.001193']
  const offered = (dossier: Dossier): readonly StepId[] => whatIsAllowed({
    dossier, roles: ['officer'], userId: 'hoa', today: '2026-11-25', signedProcedures: signed, isReadOnly: false,
  }).steps.map(({ id }) => id).filter(id => id === 'resolve' || id === 'resolve-part' || id === 'submit')
  const whole = lifeIn('processing').dossier()
  const linked = lifeIn('processing', LINKED_RECEIPT).dossier()
  expect([whole, linked].map(offered)).toEqual([['submit'], ['submit', 'resolve-part']])
  const facts = { dossier: linked, staff, results, receipt, clock, signedProcedures: signed, typed: {} }
  const [part] = STEPS['resolve-part'].fields(facts)
  expect([part?.choices?.map(({ value }) => value), STEPS['resolve-part'].begin(facts)['part']]).toEqual([['residence', 'insurance'], 'residence'])
})

test('L9, L10 of a linked dossier what lies before a leader waits, the rest goes on, and a signed part is numbered while it is worked on', () => {
  const life = lifeIn('processing', LINKED_RECEIPT)
  const offered = (roles: readonly Role[]) => whatIsAllowed({ dossier: life.dossier(), roles, userId: 'hoa', today: '2026-11-25', signedProcedures, isReadOnly: false }).steps
    .flatMap(({ id, obstacle }) => (obstacle === null ? [id] : []))
  const partsOffered = () => {
    const facts = { dossier: life.dossier(), staff, results, receipt, clock, signedProcedures, typed: {} }
    return STEPS['resolve-part'].fields(facts).find(({ name }) => name === 'part')?.choices?.map(({ value }) => value)
  }
  life.ask('dossier/submit-for-signature', BIRTH_DRAFT, officerHoa)
  expect(partsOffered()).toEqual(['residence', 'insurance'])
  expect(offered(['leader'])).toEqual(['sign', 'send-back', 'apologise'])
  expect(offered(['registrar'])).toEqual([])
  life.ask('dossier/sign', { how: 'wet-ink' }, leaderDung)
  expect(offered(['registrar'])).toEqual(['number'])
  const facts = { dossier: life.dossier(), staff, results, receipt, clock, signedProcedures }
  expect(STEPS.number.input({ ...facts, typed: { 'number 0': '15' } })).toEqual({ ok: true, value: { numbers: [{ id: 'birth-r1', number: '15' }] } })
})

test('M3 the receipt drawn last is the one offered to be void', () => {
  const dossier = lifeFor('dossier/void-fee-receipt', 'received').dossier()
  const step = STEPS['void-fee-receipt']
  const typed = { ...step.begin({ dossier, staff, results, receipt, clock, signedProcedures }), reason: 'Ghi sai tên' }
  expect(step.input({ dossier, staff, results, receipt, clock, signedProcedures, typed })).toEqual({ ok: true, value: { stock: 'stock:pc-0123456789ab.1', number: 1201, reason: 'Ghi sai tên' } })
})

test('M3 the receipt of money that came after the end is offered to be void, with how much goes back', () => {
  const dossier = lifeFor('dossier/void-fee-receipt', 'withdrawn').dossier()
  const { steps } = whatIsAllowed({ dossier, roles: ['clerk'], userId: 'an', today: '2026-11-25', signedProcedures, isReadOnly: false })
  expect(steps.map(({ id }) => id)).toEqual(['void-stray-receipt'])
  const step = STEPS['void-stray-receipt']
  const facts = { dossier, staff, results, receipt, clock, signedProcedures }
  const typed = { ...step.begin(facts), reason: 'Hồ sơ đã rút' }
  expect(step.fields({ ...facts, typed })[0]?.choices?.map(({ label }) => label)).toEqual(['CT-26T 0001201 · 1.000 đ'])
  expect(step.input({ ...facts, typed })).toEqual({ ok: true, value: { stock: 'stock:pc-0123456789ab.1', number: 1201, reason: 'Hồ sơ đã rút' } })
})

test('M3 where a stock is open the fee names the next receipt and asks for no number; where none is, the number is typed', () => {
  const dossier = lifeIn('resolved').dossier()
  const names = (next: NextReceipt | null) => STEPS['collect-fee'].fields({ dossier, staff, results, receipt: next, clock, signedProcedures, typed: {} })
    .map(({ name, kind, label }) => (kind === 'say' ? label : name))
  const drawn = { stock: 'stock:pc-0123456789ab.1', form: '01BLP', symbol: 'CT-26E', number: 1202, printed: '0001202' }
  expect(names(success(undefined))).toEqual(['amount', 'method', 'receiptNumber'])
  expect(names(null)).toEqual(['amount', 'method'])
  expect(names(success(drawn))).toEqual(['amount', 'method', 'Máy lấy biên lai kế tiếp: CT-26E số 0001202.'])
  expect(names(failure({ code: 'stock/used-up', symbol: 'CT-26E', to: '0001210' })).at(-1)).toMatch(/CT-26E đã hết ở tờ số 0001210/)
})
