import type { Dossier } from '../../shared/dossiers/dossier.ts'
import type { DuePromise } from '../../shared/dossiers/due-promise.ts'
import type { FeePaid } from '../../shared/forms/fee-receipt/fee-paid.ts'
import type { HandOver } from '../../shared/forms/hand-over-list/hand-over.ts'
import type { RegisterPrint } from '../../shared/forms/page/register-print.ts'
import { sampleReceived } from './paper-samples.ts'

const clerk = { userId: 'b', name: 'Trần Thị B' } as const
const officer = { userId: 'c', name: 'Lê Văn C' } as const
const leader = { userId: 'd', name: 'Phạm Thị D' } as const
const FORWARDED_AT = '2026-11-20T08:10:00.000Z'

function promiseOf({ due }: Dossier): DuePromise {
  if (due === undefined) throw new Error('The sample has a due day')
  return due
}

const promise = promiseOf(sampleReceived)

/** The sample dossier on an officer's table, forwarded the day it was received. */
export const sampleForwarded: Dossier = {
  ...sampleReceived,
  state: 'processing',
  receiver: clerk,
  holder: { ...officer, since: FORWARDED_AT },
  handovers: [{ from: clerk, to: officer, at: FORWARDED_AT, by: 'forwarded', isLate: true, note: 'kèm bản gốc' }],
  promises: [{ due: promise, at: sampleReceived.receivedAt, by: 'received' }],
}

export const sampleAwaitingSupplement: Dossier = {
  ...sampleForwarded,
  state: 'awaitingSupplement',
  supplements: [{
    count: 1, papers: ['Bản án hoặc quyết định ly hôn đã có hiệu lực pháp luật', 'Giấy tờ chứng minh nơi cư trú'],
    reason: 'Chưa có giấy tờ chứng minh đã ly hôn', legalGround: 'Khoản 2 Điều 22 Nghị định 123/2015/NĐ-CP',
    requestedAt: '2026-11-23T02:00:00.000Z', requestedBy: 'c',
  }],
  pauses: [{ why: 'supplement', since: '2026-11-23T02:00:00.000Z' }],
}

export const sampleApologised: Dossier = {
  ...sampleForwarded,
  due: { ...promise, dueOn: '2026-12-02', dueAt: '2026-12-02T03:44:00.000Z' },
  apology: {
    number: '15/XL-TTPVHCC', reason: 'Chờ cơ quan nơi cư trú trước đây trả lời xác minh', previousDueOn: '2026-11-26', dueOn: '2026-12-02',
    at: '2026-11-25T03:00:00.000Z', by: 'd',
  },
}

export const sampleStopped: Dossier = {
  ...sampleForwarded,
  state: 'stopped',
  holder: null,
  reason: 'Đang có tranh chấp được Tòa án thụ lý',
  ended: { how: 'stopped', at: '2026-11-25T03:00:00.000Z', by: 'd' },
  originals: [{ paperId: 'b', name: 'Giấy xác nhận tình trạng hôn nhân đã cấp trước đây', held: 1, givenBack: 1 }],
  refund: { amount: 52_000, reason: 'chưa cấp kết quả' },
  acts: [{
    name: 'f'.repeat(64), device: 'may-quay-1', seq: 9, at: '2026-11-25T03:00:00.000Z', clock: '1795575600000.0', subject: sampleReceived.subject,
    kind: 'dossier/stopped', author: 'd', seen: {},
    body: { as: 'stop', reason: 'Đang có tranh chấp được Tòa án thụ lý', legalGround: 'Điểm d khoản 1 Điều 192 Bộ luật Tố tụng dân sự', originals: [] },
  }],
}

/** The whole way: submitted, sent back, submitted again, signed, returned to a proxy with the fee. */
export const sampleReturned: Dossier = {
  ...sampleForwarded,
  state: 'returned',
  holder: null,
  handovers: [
    ...sampleForwarded.handovers,
    { from: officer, to: leader, at: '2026-11-25T02:00:00.000Z', by: 'submitted-for-signature', isLate: false },
    { from: leader, to: clerk, at: '2026-11-27T01:30:00.000Z', by: 'signed', isLate: false },
  ],
  results: [
    { id: 'r1', code: 'G15.000038', name: 'Giấy xác nhận tình trạng hôn nhân', number: '112/UBND-XNTTHN', issuedOn: '2026-11-26' },
    { id: 'r2', name: 'Bản sao trích lục', number: '113/TLHT-BS', issuedOn: '2026-11-26' },
  ],
  money: [{ kind: 'collected', amount: 52_000, method: 'cash', receiptNumber: '0001234', at: '2026-11-27T02:00:00.000Z', by: 'b' }],
  originals: [{ paperId: 'b', name: 'Giấy xác nhận tình trạng hôn nhân đã cấp trước đây', held: 1, givenBack: 1 }],
  signature: { how: 'wet-ink', signer: 'Phạm Thị D', signedOn: '2026-11-26', at: '2026-11-26T08:00:00.000Z', by: 'd' },
  collection: {
    collectedBy: 'proxy', name: 'Nguyễn Văn Đệ', personalNumber: '092080000456', identitySeen: 'id-card', authorisation: 'Giấy ủy quyền ngày 26/11/2026',
    at: '2026-11-27T02:00:00.000Z', by: 'b',
  },
  ended: { how: 'resolved', at: '2026-11-27T01:30:00.000Z', by: 'd' },
}

/** A moment at which somebody signs for the agency. */
export const sampleSigner = { title: 'Giám đốc', name: 'Phạm Thị D' } as const

export const sampleFeePaid: FeePaid = {
  blank: { form: '01BLP', symbol: 'CT-26T', number: '0001234', taxNumber: '1800123456' },
  payer: { name: 'NGUYỄN THỊ ẨM', address: '12 đường Số 1, khu vực 2, phường Cái Răng, thành phố Cần Thơ', number: '092185000123' },
  dossierCode: 'H13.064-261120-0432', procedureCode: '1.004873', feeName: 'Lệ phí hộ tịch', amount: 52_000, method: 'cash',
  paidAt: '2026-11-20T03:45:00.000Z',
}

export const sampleHandOver: HandOver = {
  kind: 'shift', from: 'Trần Thị B', to: 'Lê Văn C', at: '2026-11-20T04:30:00.000Z', dossiers: [sampleForwarded, sampleReturned],
}

export const sampleRegister: RegisterPrint = {
  table: {
    title: 'Sổ theo dõi hồ sơ',
    columns: [{ title: 'Mã hồ sơ', kind: 'text' }, { title: 'Tên thủ tục', kind: 'text' }, { title: 'Số bộ', kind: 'number' }, { title: 'Ngày hẹn trả', kind: 'day' }],
    rows: [['H13.064-261120-0432', 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', 1, '2026-11-26'], ['H13.064-261120-0433', '<b>Khai sinh</b>', 1, null]],
  },
  period: { from: '2026-11-01', until: '2026-11-30' }, filter: '', counted: 'hồ sơ',
}

export const sampleReport: RegisterPrint = {
  table: {
    title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
    columns: [{ title: 'Lĩnh vực', kind: 'text' }, { title: '3. Tiếp nhận', kind: 'number' }, { title: '7. Đã giải quyết', kind: 'number' }],
    rows: [['Đất đai', 12, 5], ['Hộ tịch', 1_204, 1_190]],
  },
  period: { from: '2026-11-01', until: '2026-11-30' }, filter: 'Kênh: trực tiếp', totals: ['Tổng số', 1_216, 1_195],
}
