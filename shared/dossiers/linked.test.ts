import { expect, test } from 'vitest'
import {
  BIRTH_DRAFT, decide, leaderDung, LINKED_RECEIPT, lifeIn, lifeWithSignedPart, MORNING, officerHoa, registrarGiang, STAFF, SUBJECT,
  type Life,
} from '../../tests/builders/dossier-life.ts'
import { clerkAn, momentOf } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import type { Act, NewAct } from '../acts/act.ts'
import { DEFAULT_SETTINGS } from '../units/city-settings.ts'
import type { DossierActKind } from './act-bodies.ts'
import { fold } from './fold.ts'
import { partStates } from './parts.ts'
import { resolvePart } from './resolve-part.ts'

const result = (name: string, number: string) => ({ results: [{ name, number, issuedOn: '2026-11-25' }] })
const BIRTH = { part: 'birth', ...result('Giấy khai sinh', '15') }
const RESIDENCE = { part: 'residence', ...result('Thông báo kết quả cư trú', '16') }
const INSURANCE = { part: 'insurance', ...result('Thẻ bảo hiểm y tế', '17') }
const SIGNED = { settings: { ...DEFAULT_SETTINGS, signedProcedures: ['1.001193'] } }
const atWork = (): Life => lifeIn('processing', LINKED_RECEIPT)
const duesOf = (life: Life) => (life.dossier().parts ?? []).map(({ dueOn }) => dueOn)

test('L1 a linked dossier is received in one go, under one code, each part with its own procedure, agency and due day', () => {
  const { code, due, parts } = lifeIn('received', LINKED_RECEIPT).dossier()
  expect([code, due?.dueOn]).toEqual(['H13.002-261125-0007', '2026-12-15'])
  expect(parts).toEqual([
    { id: 'birth', procedure: '1.001193', name: 'Đăng ký khai sinh', resolvedBy: '31135', dueOn: '2026-11-25' },
    { id: 'residence', procedure: '1.004222', name: 'Đăng ký thường trú', resolvedBy: 'Công an cấp xã', dueOn: '2026-12-07' },
    { id: 'insurance', procedure: '1.001939', name: 'Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi', resolvedBy: 'Bảo hiểm xã hội', dueOn: '2026-12-15' },
  ])
})

test('L1 any other dossier has no parts', () => {
  expect(lifeIn('received').dossier().parts).toBeUndefined()
  expect(partStates(lifeIn('received').dossier())).toEqual([])
})

test('L11 each part is resolved by itself, one after the other or not, and the last resolves the dossier with every result', () => {
  const life = atWork()
  expect(partStates(life.dossier())).toEqual(['at-work', 'waiting', 'waiting'])
  expect(life.ask('dossier/resolve-part', RESIDENCE, clerkAn)).toBeUndefined()
  expect(partStates(life.dossier())).toEqual(['at-work', 'resolved', 'waiting'])
  expect(life.ask('dossier/resolve-part', BIRTH, officerHoa)).toBeUndefined()
  expect(life.dossier().state).toBe('processing')
  expect(life.ask('dossier/resolve-part', INSURANCE, clerkAn)).toBeUndefined()
  const { state, results, ended, disputes } = life.dossier()
  expect([state, ended?.how, disputes]).toEqual(['resolved', 'resolved', []])
  expect(results.map(({ id, number }) => [id, number])).toEqual([['birth-r1', '15'], ['residence-r1', '16'], ['insurance-r1', '17']])
})

test('L20 a part that is resolved, or is none, and a linked dossier as a whole are problems that say so; nothing is written', () => {
  const life = atWork()
  life.ask('dossier/resolve-part', BIRTH, clerkAn)
  const before = life.device.acts().length
  expect(life.ask('dossier/resolve-part', BIRTH, clerkAn)).toEqual({ code: 'dossier/part-resolved', part: 'Đăng ký khai sinh' })
  expect(life.ask('dossier/resolve-part', { ...BIRTH, part: 'land' }, clerkAn)?.code).toBe('dossier/part-unknown')
  expect(life.ask('dossier/resolve-part', { part: 'residence', results: [] }, clerkAn)?.code).toBe('dossier/results-missing')
  expect(life.ask('dossier/resolve-part', { part: 'residence', ...result('Thông báo', ' ') }, clerkAn)?.code).toBe('dossier/result-unnumbered')
  const open = { code: 'dossier/parts-open', parts: ['Đăng ký thường trú', 'Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi'] }
  expect(life.ask('dossier/resolve', result('Giấy khai sinh', '15'), officerHoa)).toEqual(open)
  const submit = (part: string | undefined) => life.ask('dossier/submit-for-signature', { to: leaderDung.id, results: [{ name: 'x', part }] }, officerHoa)?.code
  expect([submit(undefined), submit('land'), submit('birth')]).toEqual(['dossier/part-unknown', 'dossier/part-unknown', 'dossier/part-resolved'])
  expect(lifeIn('processing').ask('dossier/submit-for-signature', BIRTH_DRAFT, officerHoa)?.code).toBe('dossier/part-unknown')
  expect(life.device.acts().length).toBe(before)
})

test('L11 a part whose procedure the city lists as signed is not resolved without a leader, the others are', () => {
  const life = atWork()
  expect(life.ask('dossier/resolve-part', BIRTH, clerkAn, MORNING, SIGNED)).toEqual({ code: 'dossier/signature-needed' })
  expect(life.ask('dossier/resolve-part', RESIDENCE, clerkAn, MORNING, SIGNED)).toBeUndefined()
  expect(partStates(life.dossier())).toEqual(['at-work', 'resolved', 'waiting'])
})

test('L9, L10 the draft of a part lies before a leader, who signs it: the part is resolved, numbered, and the officer goes on with the others', () => {
  const life = atWork()
  expect(life.ask('dossier/submit-for-signature', BIRTH_DRAFT, officerHoa)).toBeUndefined()
  expect(life.dossier()).toMatchObject({ state: 'awaitingSignature', holder: { userId: 'dung' }, drafts: [{ id: 'birth-r1', part: 'birth' }] })
  expect(partStates(life.dossier())).toEqual(['before-leader', 'waiting', 'waiting'])
  expect(life.ask('dossier/resolve-part', BIRTH, clerkAn)).toEqual({ code: 'dossier/part-before-leader', part: 'Đăng ký khai sinh' })
  expect(life.ask('dossier/sign', { how: 'wet-ink' }, leaderDung)).toBeUndefined()
  const { state, holder, drafts, parts, ended } = life.dossier()
  expect([state, holder?.userId, drafts, ended]).toEqual(['processing', 'hoa', [], undefined])
  expect(parts?.[0]).toMatchObject({
    dueOn: '2026-11-25',
    resolved: { results: [{ id: 'birth-r1', part: 'birth' }], by: 'dung', signature: { how: 'wet-ink', signer: 'Trần Văn Dũng', signedOn: '2026-11-25' } },
  })
  expect(life.ask('dossier/number-results', { numbers: [{ id: 'birth-r1', number: '15' }] }, registrarGiang)).toBeUndefined()
  expect(partStates(life.dossier())).toEqual(['resolved', 'at-work', 'waiting'])
  life.ask('dossier/resolve-part', RESIDENCE, clerkAn)
  life.ask('dossier/resolve-part', INSURANCE, clerkAn)
  expect(life.dossier()).toMatchObject({ state: 'resolved', disputes: [], holder: { userId: 'an' } })
  expect(life.dossier().results.map(({ id, number }) => [id, number])).toEqual([['birth-r1', '15'], ['residence-r1', '16'], ['insurance-r1', '17']])
})

test('L10 a part that is sent back is open as before; with the last signature the dossier is resolved and waits for the number', () => {
  const life = atWork()
  life.ask('dossier/resolve-part', RESIDENCE, clerkAn)
  life.ask('dossier/submit-for-signature', BIRTH_DRAFT, officerHoa)
  expect(life.ask('dossier/resolve-part', INSURANCE, clerkAn)).toBeUndefined()
  life.ask('dossier/send-back', { reason: 'Sai tên' }, leaderDung)
  expect(partStates(life.dossier())).toEqual(['at-work', 'resolved', 'resolved'])
  life.ask('dossier/submit-for-signature', BIRTH_DRAFT, officerHoa)
  life.ask('dossier/sign', { how: 'digital' }, leaderDung)
  const { state, ended, results, disputes } = life.dossier()
  expect([state, ended?.how, results.map(({ number }) => number), disputes]).toEqual(['resolved', 'resolved', [undefined, '16', '17'], []])
  const collected = { collectedBy: 'applicant', identitySeen: 'id-card', originals: [] }
  expect(life.ask('dossier/return-result', collected, clerkAn)).toEqual({ code: 'dossier/result-unnumbered', results: ['Giấy khai sinh'] })
  expect(life.ask('dossier/number-results', { numbers: [{ id: 'birth-r1', number: '15' }] }, registrarGiang)).toBeUndefined()
  expect(life.ask('dossier/return-result', collected, clerkAn)).toBeUndefined()
})

test('L10 a number given unseen of the last part stands on the result all the same', () => {
  const life = lifeWithSignedPart()
  life.ask('dossier/resolve-part', RESIDENCE, clerkAn)
  const known = life.device.acts()
  life.ask('dossier/number-results', { numbers: [{ id: 'birth-r1', number: '15' }] }, registrarGiang)
  const other = pretendDevice('pc-two')
  other.learn(known)
  const last = resolvePart({ subject: SUBJECT, ...INSURANCE }, momentOf({ at: MORNING, users: STAFF, acts: known }))
  if (!last.ok) throw new Error(last.problem.code)
  other.write(last.value, '2026-11-25T03:00:00.000Z')
  life.device.learn(other.acts())
  const { state, results, disputes } = life.dossier()
  expect([state, results.map(({ number }) => number), disputes]).toEqual(['resolved', ['15', '16', '17'], []])
})

test('L10 a line that was laid before a leader without naming a part is read as it was written', () => {
  const life = atWork()
  const write = (kind: DossierActKind, body: NewAct['body']) => life.device.write([{ subject: SUBJECT, kind, body }], MORNING, { author: 'hoa' })
  const results = [{ id: 'r1', name: 'Giấy khai sinh' }]
  write('dossier/submitted-for-signature', { to: { userId: 'dung', name: 'Trần Văn Dũng' }, results })
  expect(life.ask('dossier/sign', { how: 'wet-ink' }, leaderDung)).toBeUndefined()
  expect(life.dossier()).toMatchObject({ state: 'resolved', results, disputes: [] })
})

test('D2, D5 a part brought in at one desk and laid before a leader at another, or signed by two, has one result, and a dispute', () => {
  const known = atWork().device.acts()
  const elsewhere = (verb: string, input: object, from: readonly Act[], time: string): readonly Act[] => {
    const at = `2026-11-25T${time}:00.000Z`
    const device = pretendDevice(`pc-${time}`)
    device.learn(from)
    const decided = decide(verb, { subject: SUBJECT, ...input }, momentOf({ at, author: leaderDung, users: STAFF, acts: from }))
    if (!decided.ok) throw new Error(decided.problem.code)
    return device.write(decided.value, at, { author: leaderDung.id })
  }
  const submitted = [...known, ...elsewhere('dossier/submit-for-signature', BIRTH_DRAFT, known, '02:10')]
  const told = (...acts: readonly Act[]) => {
    const dossier = fold([...submitted, ...acts])
    return [dossier?.state, dossier?.parts?.[0]?.resolved?.by, dossier?.disputes.map(({ title }) => title)]
  }
  expect(told(...elsewhere('dossier/resolve-part', BIRTH, known, '02:05'))).toEqual(['processing', 'dung', ['too-late']])
  expect(told(...elsewhere('dossier/resolve-part', BIRTH, known, '02:20'))).toEqual(['awaitingSignature', undefined, ['too-late']])
  const signed = ['02:30', '02:40'].flatMap(time => elsewhere('dossier/sign', { how: 'wet-ink' }, submitted, time))
  expect(told(...signed)).toEqual(['processing', 'dung', ['resolved-twice']])
  expect(told(...signed.slice(0, 1), ...elsewhere('dossier/resolve-part', RESIDENCE, submitted, '02:35'))).toEqual(['processing', 'dung', []])
})

test('T10 once the whole is promised anew its day holds for every open part, and a resolved one keeps its own', () => {
  const life = atWork()
  life.ask('dossier/resolve-part', BIRTH, clerkAn)
  life.ask('dossier/request-supplement', { papers: ['Giấy chứng sinh'], reason: 'Bản sao mờ' }, officerHoa)
  life.ask('dossier/supplement', { papers: [{ id: 'p2', originals: 1, copies: 0 }] }, clerkAn, '2026-12-01T02:00:00.000Z')
  expect(life.dossier().due?.dueOn).toBe('2026-12-21')
  expect(duesOf(life)).toEqual(['2026-11-25', '2026-12-21', '2026-12-21'])
  life.ask('dossier/resolve-part', RESIDENCE, clerkAn, '2026-12-10T02:00:00.000Z')
  expect(duesOf(life)).toEqual(['2026-11-25', '2026-12-21', '2026-12-21'])
})

test('D5 one part brought in at two desks is a dispute; the last two, one at each, leave a dossier that is resolved by its parts', () => {
  const life = atWork()
  life.ask('dossier/resolve-part', BIRTH, clerkAn)
  const known = life.device.acts()
  const at = (name: string, input: object) => {
    const other = pretendDevice(name)
    other.learn(known)
    const decided = resolvePart({ subject: SUBJECT, part: '', results: [], ...input }, momentOf({ at: MORNING, users: STAFF, acts: known }))
    if (!decided.ok) throw new Error(decided.problem.code)
    return other.write(decided.value, MORNING)
  }
  const twice = fold([...known, ...at('pc-two', RESIDENCE), ...at('pc-three', RESIDENCE)])
  expect(twice?.disputes.map(({ title }) => title)).toEqual(['resolved-twice'])
  const apart = [...known, ...at('pc-two', RESIDENCE), ...at('pc-three', INSURANCE)]
  expect(fold(apart)).toMatchObject({ state: 'processing', disputes: [] })
  life.device.learn(apart.slice(known.length))
  expect(life.ask('dossier/resolve', { results: [] }, officerHoa)).toBeUndefined()
  expect(life.dossier().results.map(({ number }) => number)).toEqual(['15', '16', '17'])
})
