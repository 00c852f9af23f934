import { expect, test } from 'vitest'
import type { Role } from '../../../shared/users/role.ts'
import { partsFor } from './parts.ts'

const me = (...roles: Role[]) => ({ id: 'an', roles })
const person = (id: string, withdrawnAt: string | null = null) => ({ id, withdrawnAt })

test('everybody sees their own day and changes their own PIN, and nothing of anybody else', () => {
  expect(partsFor(person('an'), me('clerk'))).toEqual(['work', 'own-pin'])
  expect(partsFor(person('binh'), me('clerk', 'leader'))).toEqual([])
})

test('a director manages people, and somebody else’s day is not what opens first', () => {
  expect(partsFor(person('binh'), me('director'))).toEqual(['roles', 'pin', 'withdraw', 'work'])
  expect(partsFor(person('an'), me('director'))).toEqual(['work', 'own-pin', 'roles', 'withdraw'])
  expect(partsFor(person('binh'), me('office-administrator'))).toEqual(['roles', 'pin', 'withdraw'])
})

test('of somebody who left only what they did is left', () => {
  expect(partsFor(person('binh', '2026-11-25T02:00:00.000Z'), me('director'))).toEqual(['work'])
})
