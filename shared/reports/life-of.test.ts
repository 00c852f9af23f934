import { expect, test } from 'vitest'
import { sampleAwaitingSupplement, sampleForwarded, sampleReturned, sampleStopped } from '../../tests/builders/life-samples.ts'
import { sampleGuided, sampleRefused } from '../../tests/builders/paper-samples.ts'
import type { Certification } from '../certification/certification.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import { lifeOf, livesOfVisit } from './life-of.ts'

test('a dossier is told in days: received, due, waiting, ended', () => {
  expect(lifeOf(sampleAwaitingSupplement)).toEqual({
    subject: 'dossier:00aa11bb22cc33dd', field: 'Hộ tịch', procedureCode: '1.004873', procedureName: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
    clerk: 'Trần Thị B', channel: 'direct', unit: '31186', receivedOn: '2026-11-20', end: null,
    dues: [{ since: '2026-11-20', dueOn: '2026-11-26' }], waits: [{ from: '2026-11-23', until: null }], delayReason: null,
    supplementsAskedOn: ['2026-11-23'],
  })
})

test('T13 the end is the first of resolved, returned, stopped, refused after appraisal; the person may also take it back', () => {
  expect(lifeOf(sampleReturned)?.end).toEqual({ on: '2026-11-27', isWithdrawn: false })
  expect(lifeOf(sampleStopped)?.end).toEqual({ on: '2026-11-25', isWithdrawn: false })
  expect(lifeOf(endedAs('withdrawn', '2026-11-25T03:00:00.000Z'))?.end).toEqual({ on: '2026-11-25', isWithdrawn: true })
})

test('what was voided the same day, guided or refused is in no figure', () => {
  expect([endedAs('voided', '2026-11-20T04:00:00.000Z'), sampleGuided, sampleRefused].map(lifeOf)).toEqual([undefined, undefined, undefined])
})

test('an end before the receipt, by a clock that was behind, is an end on the day of receipt', () => {
  expect(lifeOf(endedAs('stopped', '2026-11-10T03:00:00.000Z'))?.end?.on).toBe('2026-11-20')
})

test('a visit to the express lane counts one dossier a procedure, done the day it was certified', () => {
  const lives = livesOfVisit(VISIT, { unit: 'Phường Cái Răng', field: 'Chứng thực', procedureName: code => `Thủ tục ${code}` })
  expect(lives.map(({ procedureCode, receivedOn, end, dues }) => [procedureCode, receivedOn, end?.on, dues[0]?.dueOn])).toEqual([
    ['2.000815', '2026-11-20', '2026-11-20', '2026-11-20'],
    ['2.000884', '2026-11-20', '2026-11-20', '2026-11-20'],
  ])
})

test('a number voided the same day counts for nothing, one voided later leaves the figures as they were', () => {
  const names = { unit: '', field: '', procedureName: (code: string) => code }
  const voidedAt = (at: string): Certification => {
    const voided = { reason: 'ghi nhầm', author: 'b', at, refunded: 0 }
    return { ...VISIT, papers: VISIT.papers.map(each => (each.procedure === '2.000884' ? { ...each, voided } : each)) }
  }
  expect(livesOfVisit(voidedAt('2026-11-20T09:00:00.000Z'), names)).toHaveLength(1)
  expect(livesOfVisit(voidedAt('2026-11-23T09:00:00.000Z'), names)).toHaveLength(2)
})

function endedAs(how: 'stopped' | 'withdrawn' | 'voided', at: string): Dossier {
  return { ...sampleForwarded, ended: { how, at, by: 'b' } }
}

const paper = (number: number, procedure: string): Certification['papers'][number] => ({
  book: { kind: 'copies', year: 2026, label: '01/2026-SCT/BS' }, number, procedure, name: 'Bằng tốt nghiệp', pageCount: 1, copyCount: 2,
  fee: { amount: 4000, basis: '' },
})
const VISIT: Certification = {
  subject: 'certification:1', state: 'certified', device: 'pc-1', desk: 'Quầy 1', clerk: 'Trần Thị B', at: '2026-11-20T03:00:00.000Z',
  person: { name: 'Nguyễn Thị Ẩm' }, papers: [paper(1, '2.000815'), paper(2, '2.000815'), paper(3, '2.000884')], dueOn: '2026-11-20',
  fee: 12_000, clockDoubted: false, notAdmitted: [], acts: [],
}
