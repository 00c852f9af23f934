import { expect, test } from 'vitest'
import { clerkAn, momentOf } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import type { NewAct } from '../acts/act.ts'
import type { Result } from '../base/result.ts'
import type { PageOf } from '../papers/paper.ts'
import { addNote } from './add-note.ts'
import { addPages } from './add-pages.ts'
import { attachPaper } from './attach-paper.ts'
import { correct } from './correct.ts'
import { detachPaper } from './detach-paper.ts'
import { fold } from './fold.ts'
import { lookAtPage } from './look-at-page.ts'
import type { Moment } from './moment.ts'
import { pagesNamedBy, pagesOf } from './pages-of.ts'
import { formsOf, printForm } from './print-form.ts'
import { receive } from './receive.ts'
import { voidDossier } from './void.ts'

const subject = 'dossier:0000000000000001'
const MORNING = '2026-11-25T02:00:00.000Z'
const here = { originals: 1, copies: 0, received: true }

/** A dossier received at desk 1 this morning, and the desk at which more is done to it. */
function receivedDossier() {
  const device = pretendDevice('pc-0123456789ab')
  const dossier = () => {
    const folded = fold(device.acts())
    if (folded === undefined) throw new Error('Nothing was received')
    return folded
  }
  const ask = <Input>(verb: (input: Input, moment: Moment) => Result<readonly NewAct[]>, input: Input, at = MORNING) => {
    const decided = verb(input, momentOf({ at, acts: device.acts() }))
    if (!decided.ok) return decided.problem
    device.write(decided.value, at, { author: clerkAn.id })
    return decided.value[0]?.body
  }
  ask(receive, {
    procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1, forSupplement: true,
    applicant: { name: 'Trần Thị Ẩm', phone: '0900000123' }, papers: [{ id: 'p1', ...here }],
  })
  return { ask, dossier }
}

test('L16 a correction keeps the old value and the new one', () => {
  const { ask, dossier } = receivedDossier()
  expect(ask(correct, { subject, field: 'applicant.phone', to: ' 0900\u200b000456 ' })).toEqual({ field: 'applicant.phone', from: '0900000123', to: '0900000456' })
  expect(ask(correct, { subject, field: 'applicant.address', to: '12 Hai Bà Trưng' })).toEqual({ field: 'applicant.address', from: null, to: '12 Hai Bà Trưng' })
  expect(ask(correct, { subject, field: 'owner.name', to: 'Lê Văn Con' })).toEqual({ field: 'owner.name', from: null, to: 'Lê Văn Con' })
  expect(ask(correct, { subject, field: 'applicant.phone', to: '' })).toEqual({ field: 'applicant.phone', from: '0900000456', to: null })
  expect(dossier()).toMatchObject({ applicant: { name: 'Trần Thị Ẩm', address: '12 Hai Bà Trưng' }, owner: { name: 'Lê Văn Con' }, disputes: [] })
})

test('L16 a value that cannot be, or is already there, is a problem', () => {
  const { ask } = receivedDossier()
  const wrong = [['applicant.name', ''], ['applicant.bornOn', '2026-02-30'], ['applicant.sex', 'x'], ['collectAt', 'moon'], ['content', null], ['fee', 'free'], ['fee', null]] as const
  expect(wrong.map(([field, to]) => ask(correct, { subject, field, to }))).toEqual(wrong.map(([field]) => ({ code: 'dossier/value-impossible', field })))
  expect(ask(correct, { subject, field: 'applicant.phone', to: '0900000123' })).toEqual({ code: 'dossier/value-same', field: 'applicant.phone' })
  expect(ask(correct, { subject, field: 'fee', to: { amount: 8000, basis: 'other' } })).toEqual({ code: 'dossier/value-same', field: 'fee' })
})

test('M3 a fee is corrected to nothing only with its ground', () => {
  const { ask, dossier } = receivedDossier()
  expect(ask(correct, { subject, field: 'fee', to: { amount: 0, basis: 'clerk' } })).toEqual({ code: 'dossier/exemption-ground-missing' })
  ask(correct, { subject, field: 'fee', to: { amount: 0, basis: 'clerk', exemptionGround: 'Hộ nghèo' } })
  expect(dossier().fee).toEqual({ amount: 0, basis: 'clerk', exemptionGround: 'Hộ nghèo' })
})

test('L16 once the receipt is printed a change needs a reason', () => {
  const { ask, dossier } = receivedDossier()
  ask(printForm, { subject, form: 'receipt', to: 'printer' })
  const missing = { code: 'dossier/reason-missing' }
  expect(ask(correct, { subject, field: 'content', to: 'Khai sinh cho con' })).toEqual(missing)
  expect(ask(attachPaper, { subject, id: 'p2', originals: 1, copies: 0 })).toEqual(missing)
  expect(ask(detachPaper, { subject, paperId: 'p1', reason: ' ' })).toEqual(missing)
  expect(ask(correct, { subject, field: 'content', to: 'Khai sinh cho con', reason: 'Gõ nhầm' })).toMatchObject({ reason: 'Gõ nhầm' })
  ask(attachPaper, { subject, id: 'p2', originals: 1, copies: 0, reason: 'Dân mang đến' })
  expect(dossier()).toMatchObject({ content: 'Khai sinh cho con' })
  expect(dossier()).not.toHaveProperty('missingPapers')
})

test('L16 papers come and go, notes stay', () => {
  const { ask, dossier } = receivedDossier()
  ask(attachPaper, { subject, name: 'Đơn tay', originals: 1, copies: 2 })
  ask(addNote, { subject, text: ' Gọi lại chiều nay ' })
  expect(ask(attachPaper, { subject, id: 'p2', originals: 0, copies: 0 })).toEqual({ code: 'dossier/paper-uncounted' })
  expect(ask(attachPaper, { subject, id: 'p9', originals: 1, copies: 0 })).toEqual({ code: 'dossier/paper-unknown' })
  expect(ask(attachPaper, { subject, originals: 1, copies: 0 })).toEqual({ code: 'dossier/paper-nameless' })
  expect(ask(detachPaper, { subject, paperId: 'p2' })).toEqual({ code: 'dossier/paper-unknown' })
  expect(ask(addNote, { subject, text: '\u200b' })).toEqual({ code: 'dossier/note-empty' })
  expect(dossier().papers.map(({ name, received }) => [name, received])).toEqual([['Tờ khai', true], ['Giấy chứng sinh', false], ['Đơn tay', true]])
  expect(dossier().notes).toEqual([{ text: 'Gọi lại chiều nay', author: 'an', at: MORNING }])
})

test('L16 scanned pages come to a paper without a reason, each once, and its counts stay', () => {
  const { ask, dossier } = receivedDossier()
  ask(printForm, { subject, form: 'receipt', to: 'printer' })
  const [one, two] = ['1', '2'].map(digit => ({ sha256: digit.repeat(64), bytes: 9 })) as [PageOf, PageOf]
  expect(ask(addPages, { subject, paperId: 'p1', pages: [one, one] })).toEqual({ paperId: 'p1', pages: [one] })
  expect(ask(addPages, { subject, paperId: 'p1', pages: [one, two] })).toEqual({ paperId: 'p1', pages: [two] })
  expect(ask(addPages, { subject, paperId: 'p1', pages: [one, two] })).toBeUndefined()
  expect(ask(addPages, { subject, paperId: 'p9', pages: [one] })).toEqual({ code: 'dossier/paper-unknown' })
  expect(dossier().papers[0]).toMatchObject({ id: 'p1', originals: 1, received: true, pages: [one, two] })
  expect(pagesOf(dossier())).toEqual([one, two])
  expect(dossier().acts.flatMap(pagesNamedBy)).toEqual([one.sha256, two.sha256])
})

test('U3, U5 a look at the image of a card is written down with its reason, in every state', () => {
  const { ask, dossier } = receivedDossier()
  const card: PageOf = { sha256: '5'.repeat(64), bytes: 9, sensitive: true }
  ask(addPages, { subject, paperId: 'p1', pages: [card] })
  expect(pagesOf(dossier())).toEqual([card])
  const look = { subject, sha256: card.sha256, screen: 'dossier', reason: ' Đối chiếu  ảnh ' }
  expect(ask(lookAtPage, { ...look, reason: ' ' })).toEqual({ code: 'dossier/reason-missing' })
  expect(ask(lookAtPage, { ...look, sha256: '6'.repeat(64) })).toEqual({ code: 'dossier/page-unknown' })
  expect(ask(lookAtPage, look)).toEqual({ sha256: card.sha256, screen: 'dossier', reason: 'Đối chiếu ảnh' })
  ask(voidDossier, { subject, reason: 'Nhận nhầm' })
  expect(ask(lookAtPage, look)).toMatchObject({ screen: 'dossier' })
  expect(dossier()).toMatchObject({ state: 'withdrawn', disputes: [] })
  expect(dossier().acts.at(-1)).toMatchObject({ kind: 'dossier/page-looked-at', author: 'an' })
})

test('D2 pages of a paper that another desk took out meanwhile open a dispute and are not dropped', () => {
  const { ask, dossier } = receivedDossier()
  ask(attachPaper, { subject, name: 'Đơn tay', originals: 1, copies: 0 })
  const added = dossier().papers.find(({ name }) => name === 'Đơn tay')
  const here = dossier().acts
  const other = pretendDevice('pc-ba9876543210')
  other.learn(here)
  other.write([{ subject, kind: 'dossier/pages-added', body: { paperId: added?.id, pages: [{ sha256: '3'.repeat(64), bytes: 9 }] } }], '2026-11-25T04:00:00.000Z')
  ask(detachPaper, { subject, paperId: added?.id ?? '' }, '2026-11-25T03:00:00.000Z')
  const both = fold([...dossier().acts, ...other.acts()])
  expect(both?.disputes).toMatchObject([{ kind: 'not-admitted', title: 'too-late', acts: [{ kind: 'dossier/pages-added' }] }])
})

test('L17 a dossier received in error is voided the same day with a reason, and keeps its number', () => {
  const { ask, dossier } = receivedDossier()
  expect(ask(voidDossier, { subject, reason: ' ' })).toEqual({ code: 'dossier/reason-missing' })
  expect(ask(voidDossier, { subject, reason: 'Nhầm' }, '2026-11-25T17:00:00.000Z')).toEqual({ code: 'dossier/void-too-late', receivedOn: '2026-11-25' })
  expect(ask(voidDossier, { subject, reason: 'Nhập nhầm người' }, '2026-11-25T16:59:59.999Z')).toEqual({ reason: 'Nhập nhầm người' })
  expect(dossier()).toMatchObject({ state: 'withdrawn', code: 'H13.002-261125-0007', reason: 'Nhập nhầm người' })
})

test('L20 what the table does not allow names the state and who changed it when', () => {
  const { ask, dossier } = receivedDossier()
  ask(voidDossier, { subject, reason: 'Nhầm' }, '2026-11-25T03:00:00.000Z')
  const before = dossier().acts.length
  const problem = { code: 'dossier/not-allowed', state: 'withdrawn', changedBy: 'Nguyễn Thị Ẩm', changedAt: '2026-11-25T03:00:00.000Z' }
  expect(ask(voidDossier, { subject, reason: 'Nhầm' })).toEqual({ ...problem, verb: 'dossier/void' })
  expect(ask(correct, { subject, field: 'content', to: 'x' })).toEqual({ ...problem, verb: 'dossier/correct' })
  expect(ask(addNote, { subject, text: 'x' })).toEqual({ ...problem, verb: 'dossier/add-note' })
  expect(dossier().acts).toHaveLength(before)
})

test('L20 nothing can be done to a dossier nobody has', () => {
  expect(addNote({ subject: 'dossier:ffffffffffffffff', text: 'x' }, momentOf())).toEqual({ ok: false, problem: { code: 'dossier/unknown' } })
})

test('N7 every print is counted by form, and only papers that exist are printed', () => {
  const { ask, dossier } = receivedDossier()
  expect(formsOf(dossier())).toEqual(['receipt', 'guidance'])
  expect(ask(printForm, { subject, form: 'refusal', to: 'pdf' })).toEqual({ code: 'dossier/form-not-due', form: 'refusal', state: 'received' })
  expect(ask(printForm, { subject, form: 'receipt', to: 'printer' })).toEqual({ form: 'receipt', copy: 1, to: 'printer' })
  expect(ask(printForm, { subject, form: 'receipt', to: 'pdf' })).toEqual({ form: 'receipt', copy: 2, to: 'pdf' })
  ask(printForm, { subject, form: 'guidance', to: 'pdf' })
  expect(dossier().printed).toEqual({ receipt: 2, guidance: 1 })
})
