import { expect, test } from 'vitest'
import { beginLife, INPUTS, lifeIn } from '../../../tests/builders/dossier-life.ts'
import { clerkAn } from '../../../tests/builders/moment.ts'
import { pretendDevice } from '../../../tests/builders/stamp.ts'
import { sidesOf, usualReasons } from './dispute-sides.ts'

test('D5 of a result handed over at two desks both hand-overs stand side by side, the one that holds first', () => {
  const one = lifeIn('resolved')
  const two = beginLife(pretendDevice('pc-other'))
  two.device.learn(one.device.acts())
  const collected = INPUTS['dossier/return-result'] ?? {}
  for (const life of [one, two]) expect(life.ask('dossier/return-result', collected, clerkAn)).toBeUndefined()
  one.device.learn(two.device.acts())
  const dossier = one.dossier()
  const [dispute] = dossier.disputes
  if (dispute === undefined) throw new Error('Nothing is disputed')
  const sides = sidesOf(dispute, dossier)
  expect(sides.map(({ kind }) => kind)).toEqual(['dossier/result-returned', 'dossier/result-returned'])
  expect(new Set(sides.map(({ device }) => device)).size).toBe(2)
  expect(sides[1]?.name).toBe(dispute.acts[0]?.name)
  expect(usualReasons(dispute)[0]).toBe('Hai nơi ghi cùng một việc, thật ra chỉ làm một lần')
})

test('what came too late or cannot be read stands alone, with reasons of its own', () => {
  const dossier = lifeIn('returned').dossier()
  const act = dossier.acts.at(-1)
  if (act === undefined) throw new Error('No act')
  const { name, kind, device, author, at } = act
  const alone = { id: 'too-late:x', kind: 'not-admitted', title: 'too-late', acts: [{ name, kind, device, author, at }] } as const
  expect(sidesOf(alone, dossier)).toEqual([act])
  expect(usualReasons(alone)).not.toEqual(usualReasons({ ...alone, title: 'unreadable' }))
})
