import { expect, test } from 'vitest'
import { Value } from 'typebox/value'
import { office } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import { failure } from '../base/result.ts'
import { changeKeeper } from './change-keeper.ts'
import { foldOffice, keeperInForce } from './fold-office.ts'
import { isKeeperAddress, KeeperBody } from './office-acts.ts'

const NOON = '2026-11-25T05:00:00.000Z'
const moment = { office, desks: { [office.device]: 'Quầy 1', 'pc-two': 'Quầy 2', 'pc-gone': 'Quầy 3' }, goneDevices: ['pc-gone'] }

test('N6 a device of the unit that still writes is named keeper, or nobody; what was named last holds', () => {
  const log = pretendDevice(office.device)
  const { header: _, numberRange, ...place } = office
  log.write([{ subject: `device:${office.device}`, kind: 'device/enrolled', body: { ...place, deskNumber: 1, numberRange } }], NOON)
  const other = pretendDevice('pc-two')
  other.write([{ subject: 'device:pc-two', kind: 'device/enrolled', body: { ...place, device: 'pc-two', desk: 'Quầy 2', deskNumber: 2, numberRange } }], NOON)
  const set = (device: string | null, address = ''): void => {
    const decided = changeKeeper({ device, address }, moment)
    if (!decided.ok) throw new Error(decided.problem.code)
    log.write(decided.value, NOON)
  }
  const now = (more: readonly ReturnType<typeof log.acts>[number][] = []) => {
    const state = foldOffice([...log.acts(), ...other.acts(), ...more], office.device)
    return state && [state.keeper, keeperInForce(state)]
  }
  expect(now()).toEqual([{ device: null, address: '' }, null])
  set('pc-two', '192.168.1.20')
  expect(now()).toEqual([{ device: 'pc-two', address: '192.168.1.20' }, 'pc-two'])
  const [withdrawn] = pretendDevice(`city-${office.unit}`).write([{ subject: 'device:pc-two', kind: 'device/revoked', body: { reason: 'Máy hỏng' } }], NOON)
  if (withdrawn === undefined) throw new Error('nothing was written')
  expect(now([withdrawn])?.[1]).toBeNull()
  set(null, 'forgotten')
  expect(now()).toEqual([{ device: null, address: '' }, null])
})

test('N6 a device that is none of the unit’s or writes no more, and what is no address, are refused', () => {
  expect(['pc-gone', 'pc-stranger'].map(device => changeKeeper({ device, address: '' }, moment)))
    .toEqual([1, 2].map(() => failure({ code: 'office/keeper-unknown' })))
  expect(['', 'pc-quay-1', '192.168.1.20:47114', 'x y', 'http://pc', 'pc:', 'pc:123456', 'máy'].map(isKeeperAddress))
    .toEqual([true, true, true, false, false, false, false, false])
  expect([{ device: 'PC', address: '' }, { device: 'pc-two' }, { device: 'pc-two', address: 'a b' }, { device: null, address: '' }].map(body => Value.Check(KeeperBody, body)))
    .toEqual([false, false, false, true])
})
