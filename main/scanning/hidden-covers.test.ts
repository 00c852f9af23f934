import { expect, test } from 'vitest'
import type { Act } from '../../shared/acts/act.ts'
import { MORNING, openScanningOffice, settledTray as settled, shownTray as shown, STACK } from '../../tests/builders/scanning-office.ts'

test('what comes behind a bare sheet waits until a person says that it is nothing', async () => {
  const { feeder, cover, start, receive } = openScanningOffice()
  const subject = await receive()
  const scanning = await start()
  feeder.push(cover(subject, 'p1'), 'one', 'blank', 'two', cover(subject, 'p2'), 'three')
  await scanning.api.start(STACK)
  const tray = await settled(scanning)
  expect(shown(tray)).toEqual(['1 cover', '2 p1', '3 blank', '4 unclear', '5 cover', '6 p2'])
  expect(tray.notices).toEqual([{ code: 'tray/face-down', sheet: 3 }, { code: 'tray/blanks-aside', count: 1 }])
  await scanning.api.takeOut(tray.pages.filter(({ aside }) => aside === 'blank').map(({ id }) => id))
  expect(shown(await settled(scanning))).toEqual(['1 cover', '2 p1', '3 taken-out', '4 p1', '5 cover', '6 p2'])
})

test('while a cover sheet that was printed has come nowhere, nothing beyond the least is filed, also after a start', async () => {
  const { feeder, cover, start, receive, dossier } = openScanningOffice()
  const subject = await receive()
  const code = dossier(subject)?.code ?? ''
  const scanning = await start()
  await scanning.onCovers([{ subject, code, paper: 'p1' }, { subject, code, paper: 'p2' }])
  await scanning.stop()
  const later = await start(MORNING + 60_000)
  feeder.push(cover(subject, 'p1', 1), 'one', 'two')
  await later.api.start(STACK)
  const tray = await settled(later)
  expect(shown(tray)).toEqual(['1 cover', '2 p1', '3 unclear'])
  expect(tray.notices).toEqual([{ code: 'tray/cover-missing', sheet: 3, dossierCode: code }])
  feeder.push(cover(subject, 'p2', 1), 'three')
  await later.api.start(STACK)
  const whole = await settled(later)
  expect([shown(whole), whole.notices]).toEqual([['1 cover', '2 p1', '3 p1', '1 cover', '2 p2'], []])
})

test('neither a cover sheet of yesterday, nor one printed after the stack, nor one whose dossier has its pages is waited for', async () => {
  const { feeder, cover, start, receive } = openScanningOffice()
  const subject = await receive()
  const other = (nth: number) => ({ subject: `dossier:000000000000000${String(nth)}`, code: `H13-${String(nth)}`, paper: null })
  const yesterday = await start(MORNING - 24 * 3_600_000)
  await yesterday.onCovers([other(1)])
  await yesterday.stop()
  const before = await start()
  await before.onCovers([other(2)])
  const page = { sha256: '0'.repeat(64), bytes: 1 }
  before.onGrew([{ subject: other(2).subject, kind: 'dossier/pages-added', body: { pages: [page] } }] as unknown as readonly Act[])
  await before.stop()
  const scanning = await start(MORNING + 60_000)
  feeder.push(cover(subject, 'p1', 1), 'one', 'two')
  await scanning.api.start(STACK)
  await settled(scanning)
  await scanning.onCovers([other(3)])
  const tray = await settled(scanning)
  expect([shown(tray), tray.notices]).toEqual([['1 cover', '2 p1', '3 p1'], []])
})
