import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { beginLife, decide, INPUTS, leaderDung, lifeIn, officerHoa, RECEIPT, STAFF } from '../../../tests/builders/dossier-life.ts'
import { clerkAn, momentOf } from '../../../tests/builders/moment.ts'
import { pretendDevice } from '../../../tests/builders/stamp.ts'
import { ReturnResultInput } from '../../../shared/dossiers/return-result.ts'
import type { CardFacts } from '../../../shared/people/card-qr.ts'
import { dossierText } from '../../text/dossier.ts'
import { problemText } from '../../text/problems.ts'
import { beginReturn, keptBehind, placeOfReturn, returnInput, withCollector, type ReturnDraft } from './return-draft.ts'

const card = (personalNumber: string, name = 'LÊ THỊ ÚT'): CardFacts =>
  ({ personalNumber, oldNumber: null, name, bornOn: null, sex: null, address: null, issuedOn: null })

function handOver(changes: Partial<ReturnDraft>, life = lifeIn('resolved')) {
  const dossier = life.dossier()
  const input = returnInput({ ...beginReturn(dossier), ...changes }, dossier)
  if (!input.ok) return input
  expect(Value.Check(ReturnResultInput, input.value)).toBe(true)
  return decide('dossier/return-result', input.value, momentOf({ acts: life.device.acts(), users: STAFF, author: clerkAn }))
}

test('L12 the usual case needs nothing typed: the applicant, all originals, what is owed', () => {
  const answer = handOver({})
  expect(answer.ok && answer.value[0]?.body).toMatchObject({
    collectedBy: 'applicant', name: RECEIPT.applicant.name, identitySeen: 'id-card',
    originals: [{ paperId: 'p1', givenBack: 1 }, { paperId: 'p2', givenBack: 1 }], fee: { amount: 8_000, method: 'cash' },
  })
})

test('a card fills in who collects: whoever the dossier names, or somebody who comes for them', () => {
  const life = beginLife()
  life.ask('dossier/receive', { ...RECEIPT, applicant: { name: 'Trần Thị Ẩm', personalNumber: '092185000123' }, owner: { name: 'Lê Văn Bé', personalNumber: '092208000456' } }, clerkAn)
  const dossier = life.dossier()
  const by = (number: string) => withCollector(beginReturn(dossier), card(number), dossier).collectedBy
  expect([by('092185000123'), by('092208000456'), by('092190000789')]).toEqual(['applicant', 'owner', 'proxy'])
})

test('L12 whoever comes for an organisation is named, and an authorisation to submit is none to collect', () => {
  const owner = { kind: 'business', name: 'Công ty TNHH Mẫu', number: '1800123456' } as const
  const dossier = { ...lifeIn('resolved').dossier(), owner, authorisation: 'Giấy giới thiệu 5' }
  const draft = { ...beginReturn(dossier), collectedBy: 'owner' } as const
  expect(returnInput(draft, dossier)).toEqual({ ok: false, problem: { code: 'dossier/collector-missing' } })
  expect(returnInput({ ...draft, name: 'Lê Thị Út' }, dossier)).toMatchObject({ ok: true, value: { collectedBy: 'owner', name: 'Lê Thị Út' } })
  expect(withCollector(draft, card('092190000789'), dossier).collectedBy).toBe('owner')
  expect(withCollector(beginReturn(dossier), card('092190000789'), dossier).collectedBy).toBe('proxy')
  expect(beginReturn(dossier).authorisation).toBe('')
})

test('what is missing or impossible is a sentence beside its field, and nothing is written', () => {
  for (const [changes, place] of [
    [{ collectedBy: 'proxy' }, 'name'],
    [{ collectedBy: 'proxy', name: 'Lê Thị Út' }, 'authorisation'],
    [{ collectedBy: 'post' }, 'postNumber'],
    [{ back: { p1: '2', p2: '1' } }, 'back'],
    [{ back: { p1: 'x', p2: '1' } }, 'back'],
    [{ fee: '8.000.000' }, 'fee'], [{ fee: '-1' }, 'fee'], [{ fee: '0,5' }, 'fee'], [{ fee: 'tám' }, 'fee'],
  ] as const) {
    const answer = handOver(changes)
    if (answer.ok) throw new Error(JSON.stringify(changes))
    expect(placeOfReturn(answer.problem), answer.problem.code).toBe(place)
    expect(problemText(answer.problem)).toMatch(/\.$/)
  }
})

test('originals that stay are counted before and kept in the act', () => {
  const dossier = lifeIn('resolved').dossier()
  const draft = { ...beginReturn(dossier), back: { p1: '1', p2: '0' } }
  expect(keptBehind(dossier, draft)).toBe(1)
  const answer = handOver({ back: draft.back })
  expect(answer.ok && answer.value[0]?.body).toMatchObject({ originals: [{ paperId: 'p1', givenBack: 1 }, { paperId: 'p2', held: 1, givenBack: 0 }] })
})

test('what was returned is not returned again, nor resolved anew', () => {
  const life = lifeIn('returned')
  expect(handOver({}, life)).toMatchObject({ ok: false, problem: { code: 'dossier/not-allowed' } })
  expect(life.ask('dossier/resolve', INPUTS['dossier/resolve'] ?? {}, officerHoa)?.code).toBe('dossier/not-allowed')
})

test('D5, L19 the same result handed over at two desks without a line is told in words, and one of three reasons settles it', () => {
  const one = lifeIn('resolved')
  const two = beginLife(pretendDevice('pc-other'))
  two.device.learn(one.device.acts())
  const collected = INPUTS['dossier/return-result'] ?? {}
  expect([one, two].map(life => life.ask('dossier/return-result', collected, clerkAn))).toEqual([undefined, undefined])
  one.device.learn(two.device.acts())
  const [dispute] = one.dossier().disputes
  expect(dispute?.title === undefined || dispute.title === 'field' ? '' : dossierText.disputeTitles[dispute.title]).toBe('Hai quầy cùng trả kết quả hồ sơ này')
  for (const reason of dossierText.settleReasons.firstHolds) {
    const moment = momentOf({ acts: one.device.acts(), users: STAFF, author: leaderDung })
    const subject = one.dossier().subject
    expect(decide('dossier/settle-dispute', { subject, disputeId: dispute?.id, chosen: null, reason }, moment)).toMatchObject({ ok: true })
  }
})
