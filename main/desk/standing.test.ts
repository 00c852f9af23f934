import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act, NewAct } from '../../shared/acts/act.ts'
import { activeUsers, foldUsers } from '../../shared/users/fold-users.ts'
import { clerkAn, directorBinh } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import { standingOf, type Standing } from './standing.ts'

const fold = standingOf('pc-one')
const standAfter = (acts: readonly Act[]): Standing => acts.reduce((standing, act) => fold.apply(standing, act), fold.initial)
const at = (minute: number): string => new Date(Date.parse('2026-11-25T01:00:00.000Z') + minute * 60_000).toISOString()
const onUser = (user: { readonly id: string }, kind: string, body: Record<string, unknown> = {}): NewAct => ({ subject: `user:${user.id}`, kind, body })
const received = (number: string): NewAct => ({ subject: `dossier:${number}`, kind: 'dossier/received', body: { code: `H13.002-261125-${number}` } })

function logs(): readonly (readonly Act[])[] {
  const [one, two, city] = [pretendDevice('pc-one'), pretendDevice('pc-two'), pretendDevice('city-31135')]
  one.write([onUser(clerkAn, 'user/appointed', { ...clerkAn }), onUser(clerkAn, 'user/pin-failed'), received('0007')], at(1))
  one.write([onUser(clerkAn, 'user/signed-in'), received('0008')], at(30))
  two.write([onUser(clerkAn, 'user/signed-in'), received('0501'), { subject: 'device:pc-two', kind: 'device/settings-set', body: { printer: null } }], at(2))
  two.write([{ subject: 'device:pc-two', kind: 'device/settings-set', body: { printer: 'q' } }], at(3))
  city.write([onUser(directorBinh, 'user/appointed', { ...directorBinh }), onUser(clerkAn, 'user/withdrawn')], at(20))
  city.write([{ subject: 'unit:31135', kind: 'confirmation/given', body: {} }], at(21))
  return [one.acts(), two.acts(), city.acts()]
}

test('D1 any order of arrival between the logs is the same standing', () => {
  const all = logs()
  const due = standAfter(all.flat())
  expect(due.acts.some(({ kind }) => kind === 'confirmation/given')).toBe(false)
  expect(due.drawn).toEqual({ '2026-11-25': 8 })
  const everyTurn = all.flatMap((acts, which) => acts.map(() => which))
  fc.assert(fc.property(fc.shuffledSubarray(everyTurn, { minLength: everyTurn.length }), turns => {
    const taken = all.map(() => 0)
    const acts = turns.flatMap(which => {
      const next = taken[which] ?? 0
      taken[which] = next + 1
      return all[which]?.[next] ?? []
    })
    expect(standAfter(acts)).toEqual(due)
  }))
})

test('U4 whom the city appoints may sign in here, and whom it withdraws may not, also while at the desk', () => {
  const { acts } = standAfter(logs().flat())
  expect(activeUsers(foldUsers(acts, 'pc-one')).map(({ id }) => id)).toEqual([directorBinh.id])
})
