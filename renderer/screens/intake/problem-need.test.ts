import { expect, test } from 'vitest'
import { problemNeed } from './problem-need.ts'

test('what the desk still asks for leads to the field that says it', () => {
  expect(problemNeed({ code: 'dossier/fee-needed' })).toEqual({ field: 'feeAmount', what: 'fee' })
  expect(problemNeed({ code: 'dossier/clock-behind' })).toEqual({ field: 'clock', what: 'clock' })
  const owner = { code: 'dossier/name-missing', whom: 'owner' }
  expect(problemNeed(owner)).toEqual({ field: 'ownerName', what: 'owner' })
})

test('what no field can put right is told at the main button', () => {
  expect(problemNeed({ code: 'journal/disk-full' })).toBeUndefined()
  expect(problemNeed({ code: 'number/range-full' })).toBeUndefined()
})
