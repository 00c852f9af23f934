import { expect, test } from 'vitest'
import {
  sampleApologised, sampleAwaitingSupplement, sampleForwarded, sampleReturned, sampleStopped,
} from '../../tests/builders/life-samples.ts'
import { sampleGuided, sampleReceived, sampleRefused } from '../../tests/builders/paper-samples.ts'
import type { Act } from '../acts/act.ts'
import { continueProgress } from './continue-progress.ts'
import { formsOf, nextCopy } from './print-form.ts'

test('a dossier has the papers its life has brought, and no others', () => {
  expect([sampleGuided, sampleRefused, sampleReceived, sampleForwarded].map(formsOf))
    .toEqual([['guidance'], ['refusal'], ['receipt'], ['receipt', 'control-sheet']])
  expect([sampleAwaitingSupplement, sampleApologised, sampleStopped, sampleReturned].map(formsOf)).toEqual([
    ['receipt', 'supplement-request', 'control-sheet'], ['receipt', 'apology', 'control-sheet'],
    ['receipt', 'stop-notice', 'control-sheet'], ['receipt', 'control-sheet', 'return-slip', 'fee-receipt'],
  ])
  expect(formsOf({ ...sampleReceived, state: 'withdrawn', ended: { how: 'voided', at: sampleReceived.receivedAt, by: 'b' } })).toEqual(['receipt'])
})

test('N7 a second request to supplement is a paper of its own, whose first print is no reprint', () => {
  const printed = { ...sampleAwaitingSupplement, printed: { receipt: 1, 'supplement-request': 2 } }
  expect(nextCopy(printed, 'supplement-request')).toBe(3)
  const body = { count: 2, papers: ['Bản dịch'], reason: 'Bản án bằng tiếng nước ngoài' }
  const again = continueProgress(printed, { kind: 'dossier/supplement-requested', body }, { at: '2026-11-30T02:00:00.000Z', author: 'c' } as Act)
  expect([nextCopy(again, 'supplement-request'), nextCopy(again, 'receipt')]).toEqual([1, 2])
})
