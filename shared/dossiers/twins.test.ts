import { expect, test } from 'vitest'
import { findTwins, type TwinCandidate } from './twins.ts'

const applicant = { name: 'Nguyễn Thị Ẩm', personalNumber: '092085000123' }
const received: TwinCandidate = { state: 'received', receivedAt: '2026-11-25T02:00:00.000Z', applicant, procedure: { code: '1.000001' } }
const asked = { applicant, procedure: '1.000001', day: '2026-11-25' }

test('D6 the same person, procedure and day are pointed out', () => {
  expect(findTwins([received], asked)).toEqual([received])
  const byName = { applicant: { name: 'nguyễn thị ẩm', bornOn: '1985-03-01' }, procedure: '1.000001', day: '2026-11-25' }
  expect(findTwins([{ ...received, applicant: { name: 'Nguyễn Thị Ẩm', bornOn: '1985-03-01' } }], byName)).toHaveLength(1)
})

test('D6 another day, procedure or person, and what was voided, are not', () => {
  expect(findTwins([
    { ...received, receivedAt: '2026-11-25T17:00:00.000Z' },
    { ...received, procedure: { code: '1.000002' } },
    { ...received, applicant: { ...applicant, personalNumber: '092085000124' } },
    { ...received, state: 'withdrawn' },
  ], asked)).toEqual([])
})
