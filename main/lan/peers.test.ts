import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../../shared/acts/act.ts'
import { peersOf } from './peers.ts'

const KEY = 'A'.repeat(43) + '='
const HERE = { unit: '31120', device: 'pc-here', training: false }

function admitted(device: string, clock: number, more: Readonly<Record<string, unknown>> = {}, log = 'city-31120'): Act {
  const body = {
    unit: '31120', unitName: 'Phường Một', device, desk: `Quầy ${device}`, deskNumber: 1, codePattern: { prefix: 'H13', unitPart: '064', width: 4 },
    numberRange: { from: 1, to: 999 }, publicKey: KEY, training: false, ...more,
  }
  return act('device/admitted', device, clock, body, log)
}

function act(kind: string, device: string, clock: number, body: Readonly<Record<string, unknown>>, log = 'city-31120'): Act {
  return {
    name: 'a', device: log, seq: clock, at: '2026-11-25T02:00:00.000Z', clock: `1700000000000.${String(clock).padStart(4, '0')}`,
    subject: `device:${device}`, kind, author: 'city', seen: {}, body,
  }
}

const names = (acts: readonly Act[]): readonly string[] => peersOf(acts, HERE).map(({ device }) => device).sort()

test('the devices of the unit that the city admitted and did not withdraw, without this one', () => {
  const acts = [
    admitted('pc-here', 1), admitted('pc-one', 2), admitted('pc-two', 3), act('device/revoked', 'pc-two', 4, { reason: 'mất máy' }),
    admitted('pc-three', 5), act('device/revoked', 'pc-three', 6, { reason: 'x' }), admitted('pc-three', 7),
  ]
  expect(peersOf(acts, HERE)[0]).toEqual({ device: 'pc-one', desk: 'Quầy pc-one', publicKey: KEY })
  fc.assert(fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), shuffled => {
    expect(names(shuffled)).toEqual(['pc-one', 'pc-three'])
  }))
})

test('nobody but the letterbox of this unit can say who belongs to it', () => {
  expect(names([admitted('pc-one', 1)])).toEqual(['pc-one'])
  expect(names([
    admitted('pc-one', 1, {}, 'pc-one'), admitted('pc-two', 2, {}, 'city-31121'), admitted('pc-three', 3, { unit: '31121' }),
    admitted('pc-four', 4, { device: 'pc-five' }), admitted('pc-six', 5, { publicKey: 'short' }), admitted('pc-seven', 6, { training: true }),
  ])).toEqual([])
})
