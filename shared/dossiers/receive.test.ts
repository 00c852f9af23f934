import { expect, test } from 'vitest'
import { catalogue, momentOf } from '../../tests/builders/moment.ts'
import { failure, success } from '../base/result.ts'
import { receive, type ReceiveInput } from './receive.ts'

const here = { originals: 1, copies: 0, received: true }
const input: ReceiveInput = {
  procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1,
  applicant: { name: 'Trần Thị Ẩm', personalNumber: '092185000123', bornOn: '1985-03-01', sex: 'female', phone: '0900000123' },
  papers: [{ id: 'p1', ...here }, { id: 'p2', ...here }],
}

function bodyOf(received: ReturnType<typeof receive>): Readonly<Record<string, unknown>> {
  if (!received.ok) throw new Error(received.problem.code)
  return received.value[0]?.body ?? {}
}

const problemOf = (received: ReturnType<typeof receive>) => (received.ok ? 'received' : received.problem)

test('L1 a dossier is received with everything the receipt promises', () => {
  expect(receive(input, momentOf())).toEqual(success([{
    subject: 'dossier:0000000000000001',
    kind: 'dossier/received',
    body: {
      code: 'H13.002-261125-0007',
      procedure: { code: '1.000001', name: 'Đăng ký khai sinh', field: 'Hộ tịch', version: '2026-07', caseId: 'default', caseName: '' },
      applicant: input.applicant,
      content: 'Đăng ký khai sinh',
      papers: [
        { id: 'p1', name: 'Tờ khai', kind: 'submit', ...here },
        { id: 'p2', name: 'Giấy chứng sinh', kind: 'submit', ...here },
      ],
      setCount: 1,
      due: {
        limit: { count: 3, unit: 'working-days' }, dueOn: '2026-11-30', dueAt: '2026-11-30T02:00:00.000Z', provisional: false,
        steps: [
          { kind: 'day-skipped', on: '2026-11-28', why: 'weekend' },
          { kind: 'day-skipped', on: '2026-11-29', why: 'weekend' },
          { kind: 'counted', on: '2026-11-30', count: 3, unit: 'working-days' },
        ],
      },
      fee: { amount: 8000, basis: 'QĐ 1/QĐ-BTP' },
      channel: 'direct', collectAt: 'counter', receivedBy: '31135', resolvedBy: '31135', deskName: 'Quầy 1', clerkName: 'Nguyễn Thị Ẩm', clockDoubted: false,
    },
  }]))
})

test('L1 somebody who comes for another brings an authorisation', () => {
  const owner = { name: 'Công ty  Một', number: '1800 000 001', kind: 'business' as const }
  expect(bodyOf(receive({ ...input, owner, authorisation: 'Giấy ủy quyền\u202e số 3' }, momentOf()))).toMatchObject({
    owner: { name: 'Công ty Một', number: '1800000001', kind: 'business' }, authorisation: 'Giấy ủy quyền số 3',
  })
  expect(problemOf(receive({ ...input, owner: { ...owner, name: ' ' } }, momentOf()))).toEqual({ code: 'dossier/name-missing', whom: 'owner' })
})

test('L1 the procedure and the limit stay as they were on the day, however the catalogue changes', () => {
  const body = bodyOf(receive(input, momentOf()))
  const later = { ...catalogue, procedures: catalogue.procedures.map(procedure => ({ ...procedure, version: '2026-12', name: 'Tên mới' })) }
  expect(bodyOf(receive(input, momentOf({ catalogue: later }))).procedure).toMatchObject({ version: '2026-12' })
  expect(body['procedure']).toMatchObject({ version: '2026-07', name: 'Đăng ký khai sinh' })
})

test('L1 every text is composed and rid of hidden marks before it is kept', () => {
  const applicant = { name: ' Nguye\u0302\u0303n\u200b  Thi\u0323 A\u0302\u0309m\u202e ', address: '12\u0000 Hai Bà Trưng\n', phone: '' }
  const body = bodyOf(receive({ ...input, applicant, content: '<script>\u0007=1+1' }, momentOf()))
  expect(body).toMatchObject({ applicant: { name: 'Nguyễn Thị Ẩm', address: '12 Hai Bà Trưng' }, content: '<script>=1+1' })
  expect(body['applicant']).not.toHaveProperty('phone')
})

test('L1 what is missing is asked for, one thing at a time, and no number is drawn', () => {
  const noNumber = momentOf({ nextNumber: () => { throw new Error('A number was drawn') } })
  const cases: readonly (readonly [Partial<ReceiveInput>, unknown])[] = [
    [{ procedure: '9.999999' }, { code: 'procedure/unknown', procedure: '9.999999' }],
    [{ caseId: 'c9' }, { code: 'procedure/case-unknown', procedure: '1.000001' }],
    [{ procedure: '1.000003' }, { code: 'procedure/suspended', procedure: '1.000003', from: '2026-11-01' }],
    [{ procedure: '1.000004' }, { code: 'procedure/withdrawn', procedure: '1.000004', until: '2026-11-24' }],
    [{ applicant: { name: ' \u200b' } }, { code: 'dossier/name-missing', whom: 'applicant' }],
    [{ applicant: { name: 'An', bornOn: '2026-02-30' } }, { code: 'dossier/input-invalid', fields: ['applicant.bornOn'] }],
    [{ papers: [{ id: 'p1', ...here }] }, { code: 'dossier/paper-missing', papers: ['Giấy chứng sinh'] }],
    [{ procedure: '1.000002' }, { code: 'dossier/limit-needed' }],
    [{ procedure: '1.000002', limit: { count: 5, unit: 'working-days' } }, { code: 'dossier/fee-needed' }],
    [{ procedure: '2.000815' }, { code: 'dossier/fee-needed' }],
    [{ fee: { amount: 0 } }, { code: 'dossier/exemption-ground-missing' }],
  ]
  expect(cases.map(([changes]) => problemOf(receive({ ...input, ...changes }, noNumber)))).toEqual(cases.map(([, problem]) => problem))
})

test('L1 a clerk may receive although a paper is missing, and it is remembered', () => {
  const papers = [{ id: 'p1', ...here }, { id: 'p2', originals: 0, copies: 0, received: false, missingNote: 'Mang đến ngày mai' }]
  expect(bodyOf(receive({ ...input, papers }, momentOf()))['papers']).toEqual([
    { id: 'p1', name: 'Tờ khai', kind: 'submit', ...here },
    { id: 'p2', name: 'Giấy chứng sinh', kind: 'submit', originals: 0, copies: 0, received: false, missingNote: 'Mang đến ngày mai' },
  ])
  expect(bodyOf(receive({ ...input, papers: [], forSupplement: true }, momentOf()))['papers']).toHaveLength(2)
})

test('L1 papers nobody asked for are counted too, and a paper that is here counts at least once', () => {
  const papers = [{ id: 'p1', originals: 0, copies: 0, received: true }, { id: 'p2', ...here }, { name: ' Đơn \u200btay ', originals: 0, copies: 2, received: true }]
  expect(bodyOf(receive({ ...input, papers }, momentOf()))['papers']).toEqual([
    { id: 'p1', name: 'Tờ khai', kind: 'submit', ...here },
    { id: 'p2', name: 'Giấy chứng sinh', kind: 'submit', ...here },
    { id: 'added-1', name: 'Đơn tay', kind: 'added', originals: 0, copies: 2, received: true },
  ])
})

test('the act names the draft whose pages may still follow, and the paper each of its rows became', () => {
  const papers = [{ id: 'p1', row: 'p1', ...here }, { id: 'p2', ...here }, { id: 'p3', row: 'p3', ...here, received: false }, { name: 'Đơn tay', row: 'added:2', ...here }]
  expect(bodyOf(receive({ ...input, papers, draft: 'draft:1' }, momentOf()))).toMatchObject({
    draft: { id: 'draft:1', rows: [{ row: 'p1', paper: 'p1' }, { row: 'added:2', paper: 'added-1' }] },
  })
})

test('M2 a copy is paid by the page, and a fee nobody set is the clerk to name', () => {
  const copies = [{ pageCount: 16, copyCount: 2 }, { pageCount: 1, copyCount: 3 }]
  expect(bodyOf(receive({ ...input, procedure: '2.000815', fee: { copies } }, momentOf()))['fee']).toEqual({ amount: 42_000, basis: 'TT 226/2016/TT-BTC' })
  const unclear = { ...input, procedure: '1.000002', limit: { count: 5, unit: 'working-days' as const } }
  expect(bodyOf(receive({ ...unclear, fee: { amount: 15_000 } }, momentOf()))['fee']).toEqual({ amount: 15_000, basis: 'clerk' })
})

test('M3 less than the full fee names its ground', () => {
  expect(bodyOf(receive({ ...input, fee: { amount: 0, exemptionGround: 'Hộ nghèo' } }, momentOf()))['fee'])
    .toEqual({ amount: 0, basis: 'QĐ 1/QĐ-BTP', exemptionGround: 'Hộ nghèo' })
})

test('L22 who helped, who received and who resolves are three organisations', () => {
  expect(bodyOf(receive({ ...input, helpedBy: 'Tổ công nghệ số', resolvedBy: 'Chi nhánh Văn phòng đăng ký đất đai' }, momentOf())))
    .toMatchObject({ helpedBy: 'Tổ công nghệ số', receivedBy: '31135', resolvedBy: 'Chi nhánh Văn phòng đăng ký đất đai' })
})

test('T16 receiving on a day before the newest act needs a confirmation and is marked', () => {
  const moment = momentOf({ newestActAt: '2026-11-26T01:00:00.000Z' })
  expect(problemOf(receive(input, moment))).toEqual({ code: 'dossier/clock-behind', today: '2026-11-25', newestDay: '2026-11-26' })
  expect(bodyOf(receive({ ...input, clockConfirmed: true }, moment))).toMatchObject({ clockDoubted: true })
  expect(bodyOf(receive({ ...input, clockConfirmed: true }, momentOf({ newestActAt: '2026-11-25T09:00:00.000Z' })))).toMatchObject({ clockDoubted: false })
})

test('a full range is told and nothing is written', () => {
  const full = { code: 'number/range-full' as const, from: 1, to: 500 }
  expect(receive(input, momentOf({ nextNumber: () => failure(full) }))).toEqual(failure(full))
})
