import { expect, test } from 'vitest'
import { openScanningOffice, STACK, settledTray } from '../../tests/builders/scanning-office.ts'
import { openLater } from './scanning-later.ts'
import type { ScanningRoom } from './scanning-room.ts'

test('what is asked before the room is open is answered when it is; until then nobody takes the tray for empty', async () => {
  const office = openScanningOffice()
  const opening = Promise.withResolvers<ScanningRoom>()
  const later = openLater(opening.promise, error => { throw error })
  const asked = later.api.tray()
  expect([later.isScanning(), later.sides(), later.side('20261125T020000-ab12-0001-front')]).toEqual([false, [], undefined])
  expect(() => later.pages()).toThrow('not read yet')
  const scanning = await office.start()
  office.feeder.push('one')
  await scanning.api.start(STACK)
  const [page] = (await settledTray(scanning)).pages
  opening.resolve({ ...scanning, showsCard: () => Promise.resolve(true) })
  expect((await asked).pages).toMatchObject([{ sheet: 1 }])
  expect([[...later.pages()], later.side(page?.id ?? '')?.side.came.sheet]).toEqual([[page?.page?.sha256], 1])
  expect(await later.showsCard('any.png')).toBe(true)
})

test('a room that cannot be opened is told once, and stops nobody', async () => {
  const told: unknown[] = []
  const later = openLater(Promise.reject(new Error('unreadable')), error => { told.push(error) })
  await expect(later.api.tray()).rejects.toThrow('unreadable')
  later.onGrew([])
  await later.stop()
  expect(told.length).toBe(1)
})
