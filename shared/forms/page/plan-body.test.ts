import { expect, test } from 'vitest'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import { keysOf, planBody } from './plan-body.ts'
import { readPlans, type Plan } from './plan.ts'

const PLAN: Plan = {
  source: 'thử', certainty: 'likely',
  parts: [{ label: 'Kính gửi', words: '{name}' }, { words: 'Căn cứ {ground}.', optional: true }, { words: 'Lý do: {reason}' }],
  signers: [{ role: '{title}', name: '{signer}' }], recipients: ['Như trên', 'Lưu: {unit}'],
}

test('words in braces are filled in, and what is optional and empty is left out', () => {
  const values = { name: 'Bà <b>Ẩm</b>', ground: '', reason: 'chờ {ground} xác minh', title: 'Giám đốc', signer: 'Lê Văn C', unit: 'VP' }
  expect(textOf(planBody({ name: 'apology' }, PLAN, values, sampleMoment).html))
    .toBe('Kính gửi: Bà &lt;b&gt;Ẩm&lt;/b&gt; Lý do: chờ {ground} xác minh GIÁM ĐỐC (Ký và ghi rõ họ tên) Lê Văn C Nơi nhận: - Như trên - Lưu: VP')
})

test('the city can publish another layout', () => {
  const plans = { apology: { ...PLAN, parts: [{ words: 'Theo mẫu mới: {reason}' }] } }
  expect(textOf(planBody({ name: 'apology' }, PLAN, { reason: 'mưa bão' }, { ...sampleMoment, plans }).html)).toContain('Theo mẫu mới: mưa bão')
  const asksTooMuch = { apology: { ...PLAN, parts: [{ words: 'Theo mẫu mới: {never}' }] } }
  expect(textOf(planBody({ name: 'apology' }, PLAN, { reason: 'mưa bão' }, { ...sampleMoment, plans: asksTooMuch }).html)).not.toContain('Theo mẫu mới')
  expect(readPlans({ apology: PLAN, 'stop-notice': { parts: [] }, other: 7 })).toEqual({ apology: PLAN })
  expect(textOf(planBody({ name: 'other' }, PLAN, { reason: 'mưa bão' }, { ...sampleMoment, plans }).html)).not.toContain('Theo mẫu mới')
})

test('the keys of a plan are what it asks for', () => {
  expect(keysOf(PLAN)).toEqual(['ground', 'name', 'reason', 'signer', 'title', 'unit'])
})
