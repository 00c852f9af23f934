import { expect, test } from 'vitest'
import { sampleForwarded, sampleStopped } from '../../../tests/builders/life-samples.ts'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { dossierValues } from '../page/dossier-values.ts'
import { keysOf } from '../page/plan-body.ts'
import { stopNotice } from './form.ts'
import { STOP_PLAN } from './stop-plan.ts'

const print = (dossier: Dossier): string => textOf(stopNotice.layout(dossier, sampleMoment).html)

test('L14 the notice says why, on which ground and at which stage, and what went back', () => {
  const paper = print(sampleStopped)
  expect(paper).toContain('thông báo dừng giải quyết hồ sơ này theo quyết định của cơ quan giải quyết. Ngày dừng: ngày 25 tháng 11 năm 2026')
  expect(paper).toContain([
    'Giai đoạn giải quyết khi dừng: đang xử lý Lý do: Đang có tranh chấp được Tòa án thụ lý',
    'Căn cứ: Điểm d khoản 1 Điều 192 Bộ luật Tố tụng dân sự',
    'Bản chính trả lại: Giấy xác nhận tình trạng hôn nhân đã cấp trước đây (1 bản)',
    'Phí, lệ phí: hoàn trả 52.000 đ; chưa cấp kết quả',
  ].join(' '))
})

test('L13 a dossier the person takes back is told of by the same form, in the person\'s words', () => {
  const at = '2026-11-24T02:00:00.000Z'
  const paper = print({
    ...sampleForwarded, state: 'withdrawn', reason: 'Tôi nộp ở nơi khác', ended: { how: 'withdrawn', at, by: 'b' },
    pauses: [{ why: 'supplement', since: '2026-11-23T02:00:00.000Z', until: at }],
  })
  expect(paper).toContain('dừng giải quyết hồ sơ này theo yêu cầu rút hồ sơ của người nộp.')
  expect(paper).toContain('chờ bổ sung hồ sơ Lý do: Tôi nộp ở nơi khác Bản chính trả lại: không có Phí, lệ phí: không hoàn trả')
  expect(paper).not.toContain('Căn cứ')
})

test('the plan asks for nothing that the paper does not know', () => {
  const own = ['how', 'endedOn', 'stage', 'reason', 'legalGround', 'originals', 'refund']
  const known = [...Object.keys(dossierValues(sampleStopped, sampleMoment)), ...own]
  expect(keysOf(STOP_PLAN).filter(key => !known.includes(key))).toEqual([])
})
