import { expect, test } from 'vitest'
import { momentOf } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import type { NewAct } from '../acts/act.ts'
import type { Result } from '../base/result.ts'
import { fold } from './fold.ts'
import { giveGuidance } from './give-guidance.ts'
import { refuse } from './refuse.ts'

const visit = { procedure: '1.000003', caseId: 'default', channel: 'direct' as const, applicant: { name: ' Trần Thị Ẩm' } }
const noNumber = momentOf({ nextNumber: () => { throw new Error('A number was drawn') } })

function dossierOf(decided: Result<readonly NewAct[]>) {
  if (!decided.ok) return decided.problem
  const device = pretendDevice('pc-0123456789ab')
  return fold(device.write(decided.value, '2026-11-25T02:00:00.000Z'))
}

test('L2 guidance says what is missing and on what ground, and draws no number', () => {
  const guided = dossierOf(giveGuidance({ ...visit, missingPapers: ['Giấy chứng sinh', ' '], legalGround: 'Điều 16 Luật Hộ tịch' }, noNumber))
  expect(guided).toMatchObject({ state: 'guided', missingPapers: ['Giấy chứng sinh'], reason: 'Điều 16 Luật Hộ tịch', applicant: { name: 'Trần Thị Ẩm' } })
  expect(guided).not.toHaveProperty('code')
  expect(guided).not.toHaveProperty('due')
})

test('L2 the ground is the published decision unless the clerk names another', () => {
  expect(dossierOf(giveGuidance({ ...visit, missingPapers: ['Giấy chứng sinh'] }, noNumber))).toMatchObject({ reason: 'QĐ 1/QĐ-BTP' })
  expect(dossierOf(giveGuidance({ ...visit, missingPapers: [' '] }, noNumber))).toEqual({ code: 'dossier/missing-papers-unnamed' })
})

test('L3 a refusal has its reason in words and draws no number, also for a procedure that is suspended', () => {
  const refused = dossierOf(refuse({ ...visit, reason: 'Không thuộc thẩm quyền\u0000 của phường' }, noNumber))
  expect(refused).toMatchObject({ state: 'refused', reason: 'Không thuộc thẩm quyền của phường', receivedBy: '31135' })
  expect(refused).not.toHaveProperty('code')
  expect(dossierOf(refuse({ ...visit, reason: '\u202e ' }, noNumber))).toEqual({ code: 'dossier/reason-missing' })
  expect(dossierOf(refuse({ ...visit, applicant: { name: '' }, reason: 'x' }, noNumber))).toEqual({ code: 'dossier/name-missing', whom: 'applicant' })
})
