import type { NewAct } from '../../shared/acts/act.ts'
import type { Problem, Result } from '../../shared/base/result.ts'
import { findVerb } from '../../shared/desk/commands.ts'
import type { Dossier, DossierState } from '../../shared/dossiers/dossier.ts'
import type { ReceiveInput } from '../../shared/dossiers/receive.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import type { Moment } from '../../shared/dossiers/moment.ts'
import type { StocksWritten } from '../../shared/stocks/stocks.ts'
import type { Role } from '../../shared/users/role.ts'
import type { User } from '../../shared/users/user.ts'
import { clerkAn, directorBinh, momentOf } from './moment.ts'
import { pretendDevice, type PretendDevice } from './stamp.ts'

const someone = (id: string, name: string, role: Role): User => ({ ...clerkAn, id, name, roles: [role] })
export const officerChi = someone('chi', 'Phạm Văn Chí', 'officer')
export const officerHoa = someone('hoa', 'Võ Thị Hòa', 'officer')
export const leaderDung = someone('dung', 'Trần Văn Dũng', 'leader')
export const registrarGiang = someone('giang', 'Đỗ Thị Giang', 'registrar')
export const feeClerkLan = someone('lan', 'Hồ Thị Lan', 'fee-clerk')
const administrator = someone('minh', 'Bùi Văn Minh', 'office-administrator')
export const STAFF = [clerkAn, officerChi, officerHoa, leaderDung, registrarGiang, feeClerkLan, directorBinh, administrator]

export const SUBJECT = 'dossier:0000000000000001'
const here = { originals: 1, copies: 0, received: true }
export const RECEIPT = {
  procedure: '1.000001', caseId: 'default', channel: 'direct' as const, collectAt: 'counter' as const, setCount: 1,
  applicant: { name: 'Trần Thị Ẩm', phone: '0900000123' }, papers: [{ id: 'p1', ...here }, { id: 'p2', ...here }],
}

/** One dossier at one desk, every step by the program's own verbs. */
export interface Life {
  readonly device: PretendDevice
  /** The problem, or undefined once it is written. */
  readonly ask: (verb: string, input: object, by: User, at?: string, changes?: Partial<Moment>) => Problem | undefined
  readonly dossier: () => Dossier
}

export const MORNING = '2026-11-25T02:00:00.000Z'
/** Later than any due day of these lives. */
export const LATE = '2026-12-30T02:00:00.000Z'

export function beginLife(device = pretendDevice('pc-0123456789ab')): Life {
  const ask: Life['ask'] = (name, input, author, at = MORNING, changes = {}) => {
    const decided = decide(name, { subject: SUBJECT, ...input }, momentOf({ at, author, users: STAFF, acts: device.acts(), ...changes }))
    if (!decided.ok) return decided.problem
    device.write(decided.value, at, { author: author.id })
    return undefined
  }
  const dossier = (): Dossier => {
    const folded = fold(device.acts())
    if (folded === undefined) throw new Error('Nothing was received')
    return folded
  }
  return { device, ask, dossier }
}

export function decide(name: string, input: object, moment: Moment): Result<readonly NewAct[]> {
  const verb = findVerb(name)
  if (!verb.ok) throw new Error(`No such verb: ${name}`)
  return verb.value.decide(input, moment as Parameters<typeof verb.value.decide>[1])
}

/** A stock of receipts at the desk of these lives. */
const STOCK = 'stock:pc-0123456789ab.1'
export const STOCKS: StocksWritten = {
  [STOCK]: {
    form: '01BLP2-001', symbol: 'CT-26T', from: 1201, to: 1250, width: 7, deskName: 'Quầy 1', givenAt: '2026-11-02T02:00:00.000Z',
    last: 1200, usedCount: 0, voided: [], closedAt: null,
  },
}

const collected = { collectedBy: 'applicant', identitySeen: 'id-card', originals: [{ paperId: 'p1', givenBack: 1 }] }
const numbered = { number: '15', issuedOn: '2026-11-25' }

/** For each verb on a dossier an input its state lets through. */
export const INPUTS: Readonly<Record<string, object>> = {
  'dossier/add-note': { text: 'Gọi lại' },
  'dossier/add-pages': { paperId: 'p1', pages: [{ sha256: '1'.repeat(64), bytes: 9 }] },
  'dossier/apologise': { reason: 'Chờ xác minh', newDueOn: '2026-12-07' },
  'dossier/attach-paper': { name: 'Đơn tay', originals: 1, copies: 0 },
  'dossier/collect-fee': { amount: 1000, method: 'cash' },
  'dossier/correct': { field: 'applicant.phone', to: '0900000999' },
  'dossier/detach-paper': { paperId: 'p1' },
  'dossier/explain-delay': { reason: 'Chờ ý kiến cơ quan khác' },
  'dossier/forward': { to: { userId: 'hoa' } },
  'dossier/number-results': { numbers: [{ id: 'r1', ...numbered }] },
  'dossier/record-payment': { amount: 500_000, proof: 'GNT 12', paidOn: '2026-11-25' },
  'dossier/request-payment': { noticeNumber: 'TB 7', issuedBy: 'Thuế cơ sở 3', amount: 500_000 },
  'dossier/request-supplement': { papers: ['Giấy chứng sinh'], reason: 'Bản sao mờ' },
  'dossier/resolve': { results: [{ name: 'Giấy khai sinh', code: 'G15.000031', ...numbered }] },
  'dossier/resolve-part': { part: 'birth', results: [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031', ...numbered }] },
  'dossier/return-result': collected,
  'dossier/send-back': { reason: 'Sai tên' },
  'dossier/sign': { how: 'wet-ink' },
  'dossier/stop': { as: 'stop', reason: 'Người nộp không bổ sung', originals: [] },
  'dossier/submit-for-signature': { to: 'dung', results: [{ name: 'Giấy khai sinh' }, { name: 'Bản sao' }] },
  'dossier/supplement': { papers: [{ id: 'p2', originals: 1, copies: 0 }] },
  'dossier/void': { reason: 'Nhận nhầm' },
  'dossier/void-fee-receipt': { stock: STOCK, number: 1201, reason: 'Ghi sai tên' },
  'dossier/withdraw': { request: 'Xin rút', originals: [{ paperId: 'p1', givenBack: 1 }] },
}

/** What must have happened besides, for an input that needs more than its state. */
const BEFORE: Readonly<Partial<Record<string, (life: Life) => void>>> = {
  'dossier/void-fee-receipt': life => {
    if (life.ask('dossier/collect-fee', INPUTS['dossier/collect-fee'] ?? {}, clerkAn, MORNING, { stocks: STOCKS }) !== undefined) takeUnseen(life)
  },
}

/** Money of 1.000 đ that this desk took without knowing that the dossier was closed elsewhere: on receipt 1201. */
export function takeUnseen(life: Life, at = MORNING): void {
  const receipt = { stock: STOCK, form: '01BLP2-001', symbol: 'CT-26T', number: 1201, printed: '0001201' }
  const body = { amount: 1000, method: 'cash', receiptNumber: receipt.printed, receipt }
  life.device.write([{ subject: SUBJECT, kind: 'dossier/fee-collected', body }], at, { author: clerkAn.id })
}

const step = (verb: string, by: User): readonly [string, User] => [verb, by]
const forwarded = [step('dossier/forward', clerkAn)]

/** How a dossier comes into each state. */
export const WAYS: Readonly<Record<Exclude<DossierState, 'refused' | 'guided'>, readonly (readonly [string, User])[]>> = {
  received: [],
  processing: forwarded,
  awaitingSupplement: [...forwarded, step('dossier/request-supplement', officerHoa)],
  awaitingPayment: [...forwarded, step('dossier/request-payment', officerHoa)],
  awaitingSignature: [...forwarded, step('dossier/submit-for-signature', officerHoa)],
  resolved: [...forwarded, step('dossier/resolve', officerHoa)],
  returned: [...forwarded, step('dossier/resolve', officerHoa), step('dossier/return-result', clerkAn)],
  withdrawn: [step('dossier/withdraw', clerkAn)],
  stopped: [...forwarded, step('dossier/stop', officerHoa)],
}

/** A linked dossier: birth, residence, insurance card (rule L1). */
export const LINKED_RECEIPT = { ...RECEIPT, procedure: '2.000986' }

/** The certificate of birth of a linked dossier, laid before a leader. */
export const BIRTH_DRAFT = { to: 'dung', results: [{ name: 'Giấy khai sinh', part: 'birth' }] }
const RESIDENCE_DRAFT = { to: 'dung', results: [{ name: 'Thông báo kết quả cư trú', part: 'residence' }] }

/** A linked dossier whose first part a leader has signed; its result waits for its number. */
export function lifeWithSignedPart(): Life {
  const life = lifeIn('processing', LINKED_RECEIPT)
  life.ask('dossier/submit-for-signature', BIRTH_DRAFT, officerHoa)
  life.ask('dossier/sign', INPUTS['dossier/sign'] ?? {}, leaderDung)
  return life
}

/** A dossier in this state to which this verb may be done, where its state lets it. */
export function lifeFor(verb: string, state: DossierState): Life {
  const life = linkedLifeFor(verb, state) ?? lifeIn(state, RECEIPT, whenOf(verb))
  BEFORE[verb]?.(life)
  return life
}

/** What is done to a part needs a linked dossier: in work, or while another part of it is being signed. */
function linkedLifeFor(verb: string, state: DossierState): Life | undefined {
  const isOfParts = verb === 'dossier/resolve-part' || verb === 'dossier/number-results'
  if (!isOfParts || (state !== 'processing' && state !== 'awaitingSignature')) return undefined
  const life = verb === 'dossier/resolve-part' ? lifeIn('processing', LINKED_RECEIPT) : lifeWithSignedPart()
  if (state === 'awaitingSignature') life.ask('dossier/submit-for-signature', RESIDENCE_DRAFT, officerHoa)
  return life
}

/** When this verb can be asked: only what is late has a delay to explain. */
export function whenOf(verb: string): string {
  return verb === 'dossier/explain-delay' ? LATE : MORNING
}

/** A dossier received in the morning that has come into this state, by the program's own verbs, at an instant. */
export function lifeIn(state: DossierState, receipt: typeof RECEIPT & Pick<ReceiveInput, 'owner'> = RECEIPT, at = MORNING): Life {
  const life = beginLife()
  const { applicant, procedure, caseId, channel } = receipt
  const visit = { applicant, procedure, caseId, channel }
  const problem = state === 'refused'
    ? life.ask('dossier/refuse', { ...visit, reason: 'Không thuộc thẩm quyền' }, clerkAn)
    : state === 'guided'
      ? life.ask('guidance/give', { ...visit, missingPapers: ['Giấy chứng sinh'] }, clerkAn)
      : life.ask('dossier/receive', receipt, clerkAn)
  if (problem !== undefined) throw new Error(problem.code)
  if (state !== 'refused' && state !== 'guided') {
    for (const [verb, by] of WAYS[state]) {
      const stopped = life.ask(verb, INPUTS[verb] ?? {}, by, at)
      if (stopped !== undefined) throw new Error(`${verb}: ${stopped.code}`)
    }
  }
  return life
}
