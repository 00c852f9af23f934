import { expect, test } from 'vitest'
import type { Act } from '../../../shared/acts/act.ts'
import { correct } from '../../../shared/dossiers/correct.ts'
import { fold } from '../../../shared/dossiers/fold.ts'
import { printForm } from '../../../shared/dossiers/print-form.ts'
import { receive } from '../../../shared/dossiers/receive.ts'
import { refuse } from '../../../shared/dossiers/refuse.ts'
import { voidDossier } from '../../../shared/dossiers/void.ts'
import { momentOf, office } from '../../../tests/builders/moment.ts'
import { pretendDevice } from '../../../tests/builders/stamp.ts'
import { whatIsAllowed } from './allowed.ts'
import { tellEvents } from './tell-events.ts'
import { whoAndWhere } from './who-and-where.ts'

const VISIT = { procedure: '1.000001', caseId: 'default', channel: 'direct' as const, applicant: { name: 'Nguyễn Thị Ẩm', phone: '0900000123' } }
const AT = '2026-11-25T02:00:00.000Z'
const TODAY = '2026-11-25'

/** A dossier received with one of its two papers, then whatever is added. */
function received(...more: readonly ((acts: readonly Act[], subject: string) => unknown)[]) {
  const device = pretendDevice(office.device)
  const decided = receive({ ...VISIT, papers: [{ id: 'p1', originals: 1, copies: 0, received: true }], forSupplement: true, setCount: 1, collectAt: 'counter' }, momentOf())
  if (!decided.ok) throw new Error(decided.problem.code)
  device.write(decided.value, AT)
  for (const add of more) {
    const acts = device.acts()
    const next = add(acts, acts[0]?.subject ?? '') as ReturnType<typeof correct>
    if (!next.ok) throw new Error(next.problem.code)
    device.write(next.value, AT)
  }
  const dossier = fold(device.acts())
  if (dossier === undefined) throw new Error('Nothing was received')
  return dossier
}

const print = (acts: readonly Act[], subject: string) => printForm({ subject, form: 'receipt', to: 'printer' }, momentOf({ acts }))
const cancel = (acts: readonly Act[], subject: string) => voidDossier({ subject, reason: 'Nhận nhầm' }, momentOf({ acts }))
const phone = (acts: readonly Act[], subject: string) =>
  correct({ subject, field: 'applicant.phone', to: '0900000132', reason: 'Dân đọc lại' }, momentOf({ acts }))

/** The city lists no procedure as signed. */
const OFFICE = { signedProcedures: [] } as const

const obstacles = ({ writing }: ReturnType<typeof whatIsAllowed>) =>
  writing.filter(({ obstacle }) => obstacle !== null).map(({ id, obstacle }) => [id, obstacle?.kind])

test('the receipt nobody has yet is the likeliest next act, then the missing paper, then a correction', () => {
  const ask = { roles: ['clerk'] as const, userId: 'an', today: TODAY, ...OFFICE, isReadOnly: false }
  expect(whatIsAllowed({ ...ask, dossier: received() }).next).toEqual({ id: 'print', form: 'receipt' })
  expect(whatIsAllowed({ ...ask, dossier: received(print) }).next).toEqual({ id: 'take-missing', paperId: 'p2' })
})

test('what a role may not do is named with who may', () => {
  const allowed = whatIsAllowed({ dossier: received(), roles: ['officer'], userId: 'an', today: TODAY, ...OFFICE, isReadOnly: false })
  expect(allowed.writing.find(({ id }) => id === 'void')?.obstacle).toEqual({ kind: 'role', holders: ['clerk', 'director'] })
  expect(allowed.writing.find(({ id }) => id === 'correct')?.obstacle).toBeNull()
})

test('a dossier is voided on its day only', () => {
  const allowed = whatIsAllowed({ dossier: received(), roles: ['clerk'], userId: 'an', today: '2026-11-26', ...OFFICE, isReadOnly: false })
  expect(obstacles(allowed)).toEqual([['void', 'too-late']])
})

test('a voided dossier can only be printed again', () => {
  const allowed = whatIsAllowed({ dossier: received(print, cancel), roles: ['director'], userId: 'an', today: TODAY, ...OFFICE, isReadOnly: false })
  expect(obstacles(allowed).every(([, kind]) => kind === 'state')).toBe(true)
  expect(allowed.next).toEqual({ id: 'print', form: 'receipt' })
})

test('a register that is only read allows nothing', () => {
  const allowed = whatIsAllowed({ dossier: received(), roles: ['director'], userId: 'an', today: TODAY, ...OFFICE, isReadOnly: true })
  expect(obstacles(allowed).every(([, kind]) => kind === 'read-only')).toBe(true)
  expect(allowed.next).toBeUndefined()
})

test('the course of events tells every act in words, newest first', () => {
  const dossier = received(print, phone, cancel)
  const told = tellEvents(dossier, whoAndWhere(dossier, [], office))
  expect(told.map(({ who, what, reason }) => [who, what, reason])).toEqual([
    ['Nguyễn Thị Ẩm', 'hủy hồ sơ', 'Lý do: Nhận nhầm'],
    ['Nguyễn Thị Ẩm', 'sửa điện thoại người nộp: 0900 000 123 → 0900 000 132', 'Lý do: Dân đọc lại'],
    ['Nguyễn Thị Ẩm', 'in giấy hẹn', null],
    ['Nguyễn Thị Ẩm', 'tiếp nhận, lệ phí 8.000 đ', null],
  ])
  expect(told[0]?.stamp).toBe('25/11/2026 09:00 · Quầy 1')
})

test('an act the state does not admit, or nobody can read, is told and marked', () => {
  const dossier = received(cancel)
  const [first] = dossier.acts
  if (first === undefined) throw new Error('No act')
  const strange: Act = { ...first, name: 'e'.repeat(64), device: 'pc-other', seq: 9, clock: '1999999999999.0000', kind: 'dossier/teleported', body: {} }
  const late: Act = { ...strange, name: 'f'.repeat(64), seq: 10, kind: 'dossier/note-added', body: { text: 'muộn' } }
  const folded = fold([...dossier.acts, strange, late])
  if (folded === undefined) throw new Error('Nothing was received')
  const [newest, next] = tellEvents(folded, whoAndWhere(folded, [], office))
  expect(newest).toMatchObject({ what: 'ghi chú: muộn', isNotAdmitted: true, tone: 'odd' })
  expect(next).toMatchObject({ isNotAdmitted: true, stamp: '25/11/2026 09:00 · máy pc-other' })
  expect(next?.what).toContain('dossier/teleported')
})

test('a refusal is told with its reason', () => {
  const device = pretendDevice(office.device)
  const decided = refuse({ ...VISIT, reason: 'Không thuộc thẩm quyền' }, momentOf())
  if (!decided.ok) throw new Error(decided.problem.code)
  device.write(decided.value, AT)
  const dossier = fold(device.acts())
  if (dossier === undefined) throw new Error('Nothing was refused')
  expect(tellEvents(dossier, whoAndWhere(dossier, [], office))[0]).toMatchObject({ what: 'từ chối tiếp nhận', reason: 'Lý do: Không thuộc thẩm quyền' })
  expect(whatIsAllowed({ dossier, roles: ['clerk'], userId: 'an', today: TODAY, ...OFFICE, isReadOnly: false }).next).toEqual({ id: 'print', form: 'refusal' })
})
