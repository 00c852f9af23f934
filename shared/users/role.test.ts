import { expect, test } from 'vitest'
import { mayDo, rolesWith } from './role.ts'

test('U1 rights are one table, and one role that holds a right is enough', () => {
  expect(mayDo(['officer', 'clerk'], 'dossier/receive')).toBe(true)
  expect(mayDo(['officer', 'leader', 'registrar', 'fee-clerk'], 'dossier/receive')).toBe(false)
  expect(mayDo([], 'dossier/print')).toBe(false)
  expect(rolesWith('user/manage')).toEqual(['director', 'office-administrator'])
})
