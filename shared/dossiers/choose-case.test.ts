import { expect, test } from 'vitest'
import { catalogue } from '../../tests/builders/moment.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { chooseCase } from './choose-case.ts'

function chosen(changes: Partial<Procedure>, channel: 'direct' | 'online' = 'direct') {
  const [first] = catalogue.procedures
  if (first === undefined) throw new Error('An empty catalogue')
  const result = chooseCase({ ...catalogue, procedures: [{ ...first, ...changes }] }, { procedure: '1.000001.000.00.00.H13', caseId: 'default', channel })
  if (!result.ok) throw new Error(result.problem.code)
  return { limit: result.value.limit, fee: result.value.fee }
}

test('rows that agree settle limit and fee', () => {
  const limit = { count: 3, unit: 'working-days' as const }
  const rows = { limits: [{ channel: 'direct' as const, limit }, { channel: 'direct' as const, limit }], fees: [{ channel: 'direct' as const, amount: 0, per: 'bản' }] }
  expect(chosen(rows)).toEqual({ limit, fee: { amount: 0, basis: 'QĐ 1/QĐ-BTP' } })
  expect(chosen(rows, 'online').limit).toEqual(limit)
})

test('M2 rows that differ, that the source leaves open, or that pay for each of something are asked, never guessed', () => {
  const unclear = { limit: 'unclear', fee: 'unclear' }
  const direct = 'direct' as const
  expect(chosen({
    limits: [17, 27].map(count => ({ channel: direct, limit: { count, unit: 'working-days' as const } })),
    fees: [5000, 8000].map(amount => ({ channel: direct, amount })),
  })).toEqual(unclear)
  expect(chosen({ limits: [], fees: [] })).toEqual(unclear)
  expect(chosen({
    limits: [{ channel: direct, limit: { count: 3, unit: 'days' }, unclear: 'no-unit' }],
    fees: [{ channel: direct, amount: 0 }, { channel: direct, amount: 2000, per: 'trang' }],
  })).toEqual(unclear)
})
