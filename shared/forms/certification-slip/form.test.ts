import { expect, test } from 'vitest'
import { certifyingDesk, toCertify } from '../../../tests/builders/certifying-desk.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { certify } from '../../certification/certify.ts'
import { certificationSlip, needsSlip } from './form.ts'

function visitAt(at: string) {
  const desk = certifyingDesk()
  desk.ask(moment => certify(toCertify(), moment), at)
  const [visit] = desk.visits()
  if (visit === undefined) throw new Error('Nothing was certified')
  return visit
}

test('T7 who comes after 15:00 gets a slip with hour and day, numbers, copies and what was paid', () => {
  const late = visitAt('2026-11-25T08:30:00.000Z')
  expect([needsSlip(late), needsSlip(visitAt('2026-11-25T02:00:00.000Z'))]).toEqual([true, false])
  const paper = textOf(certificationSlip.layout(late, sampleMoment).html)
  expect(paper).toContain('Bằng tốt nghiệp trung học phổ thông 01 01/2026-SCT/BS 2 1 Thời gian nhận: 15:30 ngày 25/11/2026 Trả kết quả: trong giờ làm việc, ngày 26/11/2026')
  expect(paper).toContain('Phí chứng thực: 4.000 đ (Bốn nghìn đồng)')
})
