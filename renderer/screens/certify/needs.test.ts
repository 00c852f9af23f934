import { expect, test } from 'vitest'
import { Value } from 'typebox/value'
import { CertifyInput } from '../../../shared/certification/certify.ts'
import { RefuseCertificationInput } from '../../../shared/certification/refuse-certification.ts'
import { emptyCertify, emptyLine, type CertifyDraft } from '../../state/certify-draft.ts'
import { draftToCommand } from './draft-to-command.ts'
import { firstCertifyNeed } from './needs.ts'

const blank = emptyCertify('certify-1', { name: 'Đặng Thị Lan', title: 'Phó Chủ tịch' })
const line = { ...emptyLine('1'), text: 'Học bạ', procedure: '2.000815', pages: '16', copies: '2' }
const whole: CertifyDraft = { ...blank, person: { ...blank.person, name: 'PHẠM THỊ MẪU' }, lines: [line, emptyLine('2')] }
const needOf = (changes: Partial<CertifyDraft>, isClockAsked = false) => firstCertifyNeed({ ...whole, ...changes }, '2026-11-20', isClockAsked)
const signature = { ...line, procedure: '2.000884' }

test('the first thing that is missing is named, with the field that says it', () => {
  expect(needOf({})).toBeUndefined()
  expect([
    needOf({}, true), needOf({ person: blank.person }), needOf({ lines: [emptyLine('4')] }), needOf({ lines: [{ ...line, procedure: null }] }),
    needOf({ lines: [{ ...line, pages: '' }] }), needOf({ lines: [{ ...line, copies: '0' }] }), needOf({ isExempt: true }),
    needOf({ lines: [signature] }), needOf({ lines: [signature], person: { ...whole.person, personalNumber: '1' } }), needOf({ signerTitle: ' ' }),
  ].map(need => need && `${need.what} at ${need.field}`)).toEqual([
    'clock at clock', 'name at name', 'nothing at kind:4', 'kind at kind:1', 'count at pages:1', 'count at copies:1', 'exemption at exemptionGround',
    'identity at personalNumber', 'identity at shown', 'signer at signerTitle',
  ])
  expect(needOf({ lines: [signature], isShown: true, person: { ...whole.person, personalNumber: '092190000456' } })).toBeUndefined()
})

test('a refusal needs a paper and a ground, and neither signer nor lines', () => {
  const refusal = { procedure: '2.000815', paperName: 'Bằng lái', ground: 'altered', note: '' }
  const refused = { isRefusal: true, lines: [emptyLine('1')], signerName: '' }
  expect(needOf({ ...refused, refusal })).toBeUndefined()
  expect(needOf({ ...refused, refusal: { ...refusal, ground: '' } })?.what).toBe('ground')
  expect(needOf({ ...refused, refusal: { ...refusal, paperName: ' ' } })?.what).toBe('refused-paper')
})

const CONFIRMED = { clockConfirmed: true, ownBook: true }

test('what lacks nothing fits what the desk takes', () => {
  const { verb, input } = draftToCommand({ ...whole, isFromCard: true, extraDays: '2', person: { ...whole.person, personalNumber: '092 190 000 456' } }, CONFIRMED)
  expect([verb, Value.Check(CertifyInput, input)]).toEqual(['certification/certify', true])
  expect(input).toMatchObject({
    person: { personalNumber: '092190000456' }, identity: 'card-read', extraDays: 2, ...CONFIRMED,
    papers: [{ procedure: '2.000815', name: 'Học bạ', pageCount: 16, copyCount: 2 }],
  })
  const refusal = draftToCommand({ ...whole, isRefusal: true, refusal: { procedure: '2.000815', paperName: 'Bằng lái', ground: 'altered', note: '' } }, CONFIRMED)
  expect([refusal.verb, Value.Check(RefuseCertificationInput, refusal.input)]).toEqual(['certification/refuse', true])
})
