import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentOf } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import type { Act, NewAct } from '../acts/act.ts'
import { CORRECTABLE, type CorrectableField } from './dossier.ts'
import { fold } from './fold.ts'
import { receive } from './receive.ts'

const SUBJECT = 'dossier:0000000000000001'
const here = { originals: 1, copies: 0, received: true }

function received(): readonly NewAct[] {
  const decided = receive({
    procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1, applicant: { name: 'Trần Thị Ẩm', phone: '0900000123' },
    papers: [{ id: 'p1', ...here }, { id: 'p2', ...here }],
  }, momentOf())
  if (!decided.ok) throw new Error(decided.problem.code)
  return decided.value
}

function correction(field: CorrectableField, to: unknown): NewAct {
  return { subject: SUBJECT, kind: 'dossier/corrected', body: { field, from: null, to } }
}

const voided: NewAct = { subject: SUBJECT, kind: 'dossier/voided', body: { reason: 'Nhập nhầm người' } }

/** One dossier known to two desks that then do not hear of each other. */
function twoDesks() {
  const [one, two] = [pretendDevice('desk-one'), pretendDevice('desk-two')]
  two.learn(one.write(received(), '2026-11-25T02:00:00.000Z'))
  return {
    one: (acts: readonly NewAct[], at = '2026-11-25T02:10:00.000Z') => one.write(acts, at),
    two: (acts: readonly NewAct[], at = '2026-11-25T02:20:00.000Z') => two.write(acts, at),
    meet: () => {
      const all = [...new Map([...one.acts(), ...two.acts()].map(act => [act.name, act])).values()]
      one.learn(all.filter(act => !one.acts().includes(act)))
      two.learn(all.filter(act => !two.acts().includes(act)))
      return all
    },
  }
}

const foldOf = (acts: readonly Act[]) => {
  const dossier = fold(acts)
  if (dossier === undefined) throw new Error('Nothing was received')
  return dossier
}

test('D3 two corrections of one field, unseen of each other, are a dispute and the later one shows', () => {
  const desks = twoDesks()
  desks.one([correction('applicant.phone', '0900000111')])
  desks.two([correction('applicant.phone', '0900000222')])
  const dossier = foldOf(desks.meet())
  expect(dossier.applicant.phone).toBe('0900000222')
  expect(dossier.disputes).toMatchObject([{
    kind: 'field', field: 'applicant.phone',
    acts: [
      { device: 'desk-one', author: 'an', at: '2026-11-25T02:10:00.000Z', value: '0900000111' },
      { device: 'desk-two', author: 'an', at: '2026-11-25T02:20:00.000Z', value: '0900000222' },
    ],
  }])
})

test('D3 corrections of different fields merge, the same value twice agrees, a correction that saw the other replaces it', () => {
  const merged = twoDesks()
  merged.one([correction('applicant.phone', '0900000111'), correction('content', 'Khai sinh cho con'), correction('fee', { amount: 0, basis: 'x' })])
  merged.two([correction('applicant.address', '12 Hai Bà Trưng'), correction('content', 'Khai sinh cho con'), correction('fee', { basis: 'x', amount: 0 })])
  expect(foldOf(merged.meet())).toMatchObject({ applicant: { phone: '0900000111', address: '12 Hai Bà Trưng' }, content: 'Khai sinh cho con', disputes: [] })

  const informed = twoDesks()
  informed.one([correction('applicant.phone', '0900000111')])
  informed.meet()
  informed.two([correction('applicant.phone', '0900000222')])
  expect(foldOf(informed.meet())).toMatchObject({ applicant: { phone: '0900000222' }, disputes: [] })
})

test('D3 a later word of somebody who had seen both does not close the dispute', () => {
  const desks = twoDesks()
  desks.one([correction('applicant.phone', '0900000111')])
  desks.two([correction('applicant.phone', '0900000222')])
  desks.meet()
  desks.one([correction('applicant.phone', '0900000333')], '2026-11-25T03:00:00.000Z')
  const dossier = foldOf(desks.meet())
  expect(dossier.applicant.phone).toBe('0900000333')
  expect(dossier.disputes.map(({ acts }) => acts.map(({ value }) => value))).toEqual([['0900000111', '0900000222']])
})

test('D2 a correction that meets a voided dossier is kept as a dispute and changes nothing', () => {
  const desks = twoDesks()
  desks.one([voided])
  desks.two([correction('content', 'Muộn rồi')])
  const dossier = foldOf(desks.meet())
  expect(dossier).toMatchObject({ state: 'withdrawn', content: 'Đăng ký khai sinh', reason: 'Nhập nhầm người' })
  expect(dossier.disputes).toMatchObject([{ kind: 'not-admitted', acts: [{ kind: 'dossier/corrected', device: 'desk-two' }] }])
  expect(dossier.acts).toHaveLength(3)
})

test('D2 acts whose beginning has not arrived wait, and count once it does', () => {
  const desks = twoDesks()
  const late = desks.two([correction('content', 'Khai sinh cho con')])
  expect(fold(late)).toBeUndefined()
  expect(fold([])).toBeUndefined()
  expect(foldOf(desks.meet())).toMatchObject({ content: 'Khai sinh cho con', disputes: [] })
})

test('L17 a voided dossier keeps its number and its whole life', () => {
  const desks = twoDesks()
  desks.one([voided])
  expect(foldOf(desks.meet())).toMatchObject({ code: 'H13.002-261125-0007', state: 'withdrawn', reason: 'Nhập nhầm người' })
})

test('L21 what must be paid and where the result is collected change without touching the state', () => {
  const desks = twoDesks()
  desks.one([correction('fee', { amount: 0, basis: 'clerk', exemptionGround: 'Hộ nghèo' }), correction('collectAt', 'post')])
  expect(foldOf(desks.meet())).toMatchObject({ state: 'received', collectAt: 'post', fee: { amount: 0, exemptionGround: 'Hộ nghèo' } })
})

test('a paper that was missing is missing no more once attached, and again when detached', () => {
  const paper = (id: string, name: string, isHere: boolean) => ({ id, name, kind: 'submit', originals: isHere ? 1 : 0, copies: 0, received: isHere })
  const [begun] = received()
  const missing = { ...begun, body: { ...begun?.body, papers: [paper('p1', 'Tờ khai', true), paper('p2', 'Giấy chứng sinh', false)] } } as NewAct
  const attached: NewAct = { subject: SUBJECT, kind: 'dossier/paper-attached', body: { paper: paper('p2', 'Giấy chứng sinh', true) } }
  const detached: NewAct = { subject: SUBJECT, kind: 'dossier/paper-detached', body: { paperId: 'p1' } }
  const device = pretendDevice('desk-one')
  const lists = [missing, attached, detached].map(act => {
    device.write([act], '2026-11-25T02:00:00.000Z')
    return foldOf(device.acts()).missingPapers
  })
  expect(lists).toEqual([['Giấy chứng sinh'], undefined, ['Tờ khai']])
})

/** What two desks may do to a dossier, hearing of each other now and then. */
const step = fc.record({
  desk: fc.constantFrom('one' as const, 'two' as const),
  act: fc.oneof(
    fc.tuple(fc.constantFrom(...CORRECTABLE), fc.oneof(fc.constantFrom<unknown>('Trần An', 'Lê Ẩm', null, 'post', 'male'), fc.jsonValue()))
      .map(([field, to]) => correction(field, to)),
    fc.constant(voided),
    fc.string({ minLength: 1, maxLength: 20 }).map((text): NewAct => ({ subject: SUBJECT, kind: 'dossier/note-added', body: { text } })),
    fc.constantFrom('receipt', 'guidance').map((form): NewAct => ({ subject: SUBJECT, kind: 'dossier/form-printed', body: { form, copy: 1, to: 'pdf' } })),
    fc.tuple(fc.constantFrom('dossier/received', 'dossier/corrected', 'dossier/paper-attached', 'dossier/forwarded', 'toString/x'), fc.dictionary(fc.string(), fc.jsonValue()))
      .map(([kind, body]): NewAct => ({ subject: SUBJECT, kind, body })),
  ),
  minute: fc.integer({ min: -60, max: 600 }),
  meet: fc.boolean(),
})

function live(steps: readonly { readonly desk: 'one' | 'two'; readonly act: NewAct; readonly minute: number; readonly meet: boolean }[]): readonly Act[] {
  const desks = twoDesks()
  for (const { desk, act, minute, meet } of steps) {
    desks[desk]([act], new Date(Date.parse('2026-11-25T02:00:00.000Z') + minute * 60_000).toISOString())
    if (meet) desks.meet()
  }
  return desks.meet()
}

test('D1 any order of arrival, with lines that arrive twice, folds to the same dossier', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (steps, chance) => {
    const acts = live(steps)
    const keys = [...acts, ...acts].map(act => ({ act, key: chance.next().value as number }))
    const shuffled = keys.sort((a, b) => a.key - b.key).map(({ act }) => act)
    expect(fold(shuffled)).toEqual(fold(acts))
  }), { numRuns: 300 })
})

test('D2 whatever the acts hold, none is dropped and nothing is thrown', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), steps => {
    const acts = live(steps)
    const dossier = foldOf(acts)
    expect(new Set(dossier.acts)).toEqual(new Set(acts))
    const refused = dossier.disputes.filter(({ kind }) => kind === 'not-admitted').length
    const known = dossier.notes.length + Object.values(dossier.printed).reduce((sum, count) => sum + count, 0)
    expect(refused + known).toBeLessThan(acts.length)
    expect(() => JSON.stringify(dossier)).not.toThrow()
  }), { numRuns: 300 })
})

test('D2 a body of anything at all is survived', () => {
  const garbage = fc.oneof(fc.jsonValue(), fc.constant(undefined))
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('dossier/received', 'guidance/given', 'dossier/refused', 'dossier/corrected', 'x/y'), garbage)), pairs => {
    const device = pretendDevice('desk-one')
    device.write(pairs.map(([kind, body]) => ({ subject: SUBJECT, kind, body: body as NewAct['body'] })), '2026-11-25T02:00:00.000Z')
    expect(fold(device.acts())).toBeUndefined()
  }))
})
