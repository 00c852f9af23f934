import { expect, test } from 'vitest'
import { leaderDung, LINKED_RECEIPT, lifeIn, officerHoa, MORNING, SUBJECT, STAFF, type Life } from '../../tests/builders/dossier-life.ts'
import { clerkAn, momentOf } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import { fold } from './fold.ts'
import { partStates } from './parts.ts'
import { resolvePart } from './resolve-part.ts'

const result = (name: string, number: string) => ({ results: [{ name, number, issuedOn: '2026-11-25' }] })
const BIRTH = { part: 'birth', ...result('Giấy khai sinh', '15') }
const RESIDENCE = { part: 'residence', ...result('Thông báo kết quả cư trú', '16') }
const INSURANCE = { part: 'insurance', ...result('Thẻ bảo hiểm y tế', '17') }
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
  expect(life.ask('dossier/submit-for-signature', { to: leaderDung.id, results: [{ name: 'x' }] }, officerHoa)).toEqual(open)
  expect(life.device.acts().length).toBe(before)
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
