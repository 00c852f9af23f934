import { expect, test } from 'vitest'
import { clerkAn, directorBinh, momentOf } from '../../tests/builders/moment.ts'
import { EMPTY_DRAWER } from '../cash/drawer.ts'
import { mayDo, ROLES, type Role } from '../users/role.ts'
import type { User } from '../users/user.ts'
import { findVerb } from './commands.ts'

const { pin } = clerkAn
const chi: User = { ...clerkAn, id: 'chi', name: 'Trần Thị Chi', roles: ['director'] }
const MANAGERS: readonly Role[] = ['director', 'office-administrator']

/** Each verb about people and money: what is asked, who may, and what it says when nobody of that name works here any more. */
const VERBS: Readonly<Record<string, readonly [input: object, roles: readonly Role[], whenGone: string | undefined]>> = {
  'cash/count': [{ counted: 8000 }, ['clerk', 'fee-clerk', 'director'], undefined],
  'user/appoint': [{ name: 'Người Mới', roles: ['clerk'], pin }, MANAGERS, undefined],
  'user/change-own-pin': [{ pin }, ROLES, undefined],
  'user/change-roles': [{ userId: 'an', roles: ['officer'] }, MANAGERS, 'user/unknown'],
  'user/read-work': [{ userId: 'an', day: '2026-11-25' }, ['director'], undefined],
  'user/set-pin': [{ userId: 'an', pin }, MANAGERS, 'user/unknown'],
  'user/withdraw': [{ userId: 'an', reason: 'Chuyển công tác' }, MANAGERS, 'user/unknown'],
}

test('U1 of every verb about people and money, asked by every role, exactly the allowed ones succeed', () => {
  const wrong: string[] = []
  for (const [name, [input, holders, whenGone]] of Object.entries(VERBS)) {
    const found = findVerb(name)
    if (!found.ok) throw new Error(name)
    const { decide, right } = found.value
    for (const role of ROLES) {
      if (mayDo([role], right) !== holders.includes(role)) wrong.push(`${name} by ${role}`)
      if (!holders.includes(role)) continue
      const moment = { author: { ...clerkAn, id: 'dung', roles: [role] }, drawerOf: () => ({ ...EMPTY_DRAWER, collected: 8000 }) }
      const there = decide(input, momentOf({ ...moment, users: [clerkAn, directorBinh, chi] }))
      const gone = decide(input, momentOf({ ...moment, users: [directorBinh, chi] }))
      if (!there.ok) wrong.push(`${name} by ${role}: ${there.problem.code}`)
      if ((gone.ok ? undefined : gone.problem.code) !== whenGone) wrong.push(`${name} by ${role}, when gone`)
    }
  }
  expect(wrong).toEqual([])
})
