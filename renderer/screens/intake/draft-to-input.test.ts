import { expect, test } from 'vitest'
import type { Command } from '../../../shared/desk/command.ts'
import { emptyDraft, type IntakeDraft } from '../../state/intake-draft.ts'
import { caseOf, paperOf } from './case-of.fixture.ts'
import { draftToCommand } from './draft-to-input.ts'
import { addedRow, papersFor, withEnter } from './paper-state.ts'

const view = caseOf({ papers: [paperOf('p1', 'always'), paperOf('p2', 'always')] })
const draft: IntakeDraft = {
  ...emptyDraft('draft:1'),
  applicant: { name: 'NGUYỄN THỊ ẨM', personalNumber: '092 185 000 123', bornOn: '15/03/1985', sex: 'female', phone: '0900 000 123', email: '', address: '' },
  procedureCode: view.procedureCode, caseId: 'first',
  papers: [...papersFor(view).map(row => row.paperId === 'p1' ? withEnter(row) : row), { ...addedRow([]), name: 'Đơn tay' }, addedRow([])],
}
const visit = {
  procedure: '1.004873', caseId: 'first', channel: 'direct',
  applicant: { name: 'NGUYỄN THỊ ẨM', personalNumber: '092185000123', bornOn: '1985-03-15', sex: 'female', phone: '0900000123' },
}

test('a receipt asks with bare numbers, the day as a day, and every row that has a name', () => {
  expect(draftToCommand({ draft: { ...draft, receiveIncomplete: true }, view, clockConfirmed: false })).toEqual({
    verb: 'dossier/receive',
    input: {
      ...visit,
      papers: [
        { id: 'p1', originals: 1, copies: 0, received: true },
        { id: 'p2', originals: 1, copies: 0, received: false },
        { name: 'Đơn tay', originals: 1, copies: 0, received: true },
      ],
      forSupplement: true, setCount: 1, collectAt: 'counter', draft: 'draft:1',
    },
  })
})

test('pages scanned for a row go with it, and its row and draft are named for those that follow', () => {
  const page = { sha256: 'a'.repeat(64), bytes: 10 }
  const scanned = { pages: { p1: [page], p2: [page] }, isScanned: true }
  const asked = draftToCommand({ draft: { ...draft, receiveIncomplete: true }, view, clockConfirmed: false, scanned })
  expect(asked.input).toMatchObject({
    draft: 'draft:1',
    papers: [{ id: 'p1', pages: [page], row: 'p1' }, { id: 'p2', received: false }, { name: 'Đơn tay', row: draft.papers[2]?.key }],
  })
  expect((asked.input as { papers: readonly unknown[] }).papers[1]).toEqual({ id: 'p2', originals: 1, copies: 0, received: false })
})

test('guidance lists the papers not here, then each line the clerk wrote', () => {
  expect(draftToCommand({ draft: { ...draft, outcome: 'guidance', reason: 'Ký vào tờ khai\n\nGhi rõ số nhà' }, view, clockConfirmed: false })).toEqual({
    verb: 'guidance/give', input: { ...visit, missingPapers: ['Giấy p2', 'Ký vào tờ khai', 'Ghi rõ số nhà'] },
  })
})

test('a refusal carries its reason, and a proxy the owner and the authorisation', () => {
  const refused: IntakeDraft = {
    ...draft, outcome: 'refuse', reason: 'Không thuộc thẩm quyền', onBehalf: true,
    owner: { kind: 'organisation', name: 'Hợp tác xã A', personalNumber: '180 000 1234', authorisation: 'GUQ số 1' },
  }
  expect(draftToCommand({ draft: refused, view, clockConfirmed: false })).toEqual({
    verb: 'dossier/refuse',
    input: {
      ...visit, owner: { name: 'Hợp tác xã A', number: '1800001234', kind: 'other' }, authorisation: 'GUQ số 1', reason: 'Không thuộc thẩm quyền',
    },
  })
})

test('fees: nothing is said where the catalogue is clear; pages, an amount or a ground where it is not', () => {
  const fee = (more: Partial<IntakeDraft['fee']>, of: Parameters<typeof caseOf>[0]) =>
    feeIn(draftToCommand({ draft: { ...draft, fee: { ...draft.fee, ...more } }, view: caseOf(of), clockConfirmed: true }))
  expect(fee({}, {})).toBeUndefined()
  expect(fee({ pages: '3', copies: '2' }, { fee: { kind: 'by-page' } })).toEqual({ copies: [{ pageCount: 3, copyCount: 2 }] })
  expect(fee({ amount: '52.000' }, { fee: { kind: 'asked', words: '' } })).toEqual({ amount: 52_000 })
  const exempt = fee({ exempt: true, exemptionGround: ' hộ nghèo ' }, { fee: { kind: 'known', amount: 8000, basis: '' } })
  expect(exempt).toEqual({ amount: 0, exemptionGround: 'hộ nghèo' })
})

function feeIn({ input }: Command): unknown {
  return (input as { readonly fee?: unknown }).fee
}
