import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { MORNING, openScanningOffice, settledTray as settled, shownTray as shown, STACK } from '../../tests/builders/scanning-office.ts'

test('a stack files itself by its cover sheets, and what is filed is at its paper', async () => {
  const { feeder, cover, start, dossier, receive } = openScanningOffice()
  const subject = await receive()
  const scanning = await start()
  feeder.push('nobody', cover(subject, 'p1'), 'one', 'two', cover(subject, 'p2'), 'three', 'blank')
  await scanning.api.start(STACK)
  const tray = await settled(scanning)
  expect(shown(tray)).toEqual(['1 unclear', '2 cover', '3 p1', '4 p1', '5 cover', '6 p2', '7 blank'])
  expect(tray.notices).toEqual([{ code: 'tray/face-down', sheet: 7 }, { code: 'tray/blanks-aside', count: 1 }])
  expect(await scanning.api.file()).toMatchObject({ ok: true, value: { pages: 3 } })
  const names = (text: string): string => hash('sha256', `%PDF-1.4 ${text} 0`, 'hex')
  expect(dossier(subject)?.papers.map(({ pages = [] }) => pages.map(({ sha256 }) => sha256))).toEqual([[names('one'), names('two')], [names('three')]])
  expect(shown(await scanning.api.tray())).toEqual(['1 unclear', '2 cover', '5 cover', '7 blank'])
})

test('after a jam the stack goes on at the next sheet, in its batch', async () => {
  const { feeder, cover, start, receive } = openScanningOffice()
  const subject = await receive()
  const scanning = await start()
  feeder.push(cover(subject, 'p1'), 'one', { code: 'scan/jam', scanner: '', sheets: 0 }, 'two', { code: 'scan/jam', scanner: '', sheets: 0 })
  await scanning.api.start(STACK)
  const jammed = await settled(scanning)
  expect(jammed.run).toEqual({ state: 'stopped', scanner: 'Máy thử', sheets: 2, problem: { code: 'scan/jam', scanner: 'Máy thử', sheets: 2 } })
  await scanning.api.start({ ...STACK, goOn: jammed.pages[0]?.batch ?? '' })
  const again = await settled(scanning)
  expect(again.run).toMatchObject({ problem: { code: 'scan/jam', sheets: 3 } })
  expect(shown(again)).toEqual(['1 cover', '2 p1', '3 p1'])
})

test('a test page takes one sheet, also of a driver that knows no number; the others stay in the feeder', async () => {
  const { feeder, start } = openScanningOffice()
  const scanning = await start()
  feeder.push('one', 'two', 'three')
  await scanning.api.start({ ...STACK, oneSheet: true })
  const tray = await settled(scanning)
  expect([shown(tray), tray.run, feeder]).toEqual([['1 unclear'], { state: 'none' }, ['two', 'three']])
})

test('what people decided is there after a start, and can be undone', async () => {
  const { feeder, start, receive } = openScanningOffice()
  const subject = await receive()
  const scanning = await start()
  feeder.push('one', 'two', 'three')
  await scanning.api.start(STACK)
  const [one, two, three] = (await settled(scanning)).pages.map(({ id }) => id) as [string, string, string]
  await scanning.api.place([two], { kind: 'paper', subject, paper: 'p2' })
  await scanning.api.takeOut([one])
  await scanning.api.move(three, two)
  await scanning.api.turn([two], 90)
  await settled(scanning)
  await scanning.stop()
  const later = await start()
  expect(shown(await settled(later))).toEqual(['1 taken-out', '3 unclear', '2 p2'])
  expect((await later.api.tray()).pages.at(-1)).toMatchObject({ turn: 90, state: 'ready' })
  await later.api.bringBack([one])
  expect(shown(await later.api.tray())).toEqual(['1 unclear', '3 unclear', '2 p2'])
  expect(await later.api.place(['20261125T020000-0000-0001-front'], null)).toEqual({ ok: false, problem: { code: 'tray/page-gone' } })
})

test('a page is scanned again in its place', async () => {
  const { feeder, start, receive } = openScanningOffice()
  const subject = await receive()
  const scanning = await start()
  feeder.push('one', 'faint', 'three')
  await scanning.api.start(STACK)
  const faint = (await settled(scanning)).pages[1]?.id ?? ''
  expect((await scanning.api.tray()).notices).toEqual([{ code: 'tray/faint', sheet: 2 }])
  await scanning.api.place([faint], { kind: 'paper', subject, paper: 'p1' })
  feeder.push('dark')
  await scanning.api.start({ ...STACK, instead: faint })
  expect(shown(await settled(scanning))).toEqual(['1 unclear', '2 taken-out', '4 p1', '3 unclear'])
})

test('originals stay until a person is done and the day is over, and are swept only then', async () => {
  const { feeder, cover, start, receive } = openScanningOffice()
  const subject = await receive()
  const scanning = await start()
  feeder.push(cover(subject, 'p1'), 'one')
  await scanning.api.start(STACK)
  const [page] = (await settled(scanning)).pages
  await scanning.api.file()
  await scanning.stop()
  expect((await start(MORNING + 3_600_000)).tray.batches().has(page?.batch ?? '')).toBe(true)
  expect((await start(MORNING + 24 * 3_600_000)).tray.batches().has(page?.batch ?? '')).toBe(false)
})

test('pages of nobody stay, however old', async () => {
  const { feeder, start } = openScanningOffice()
  const scanning = await start()
  feeder.push('one')
  await scanning.api.start(STACK)
  await settled(scanning)
  expect(await scanning.api.file()).toEqual({ ok: false, problem: { code: 'tray/nothing-placed' } })
  await scanning.stop()
  expect((await start(MORNING + 30 * 24 * 3_600_000)).tray.batches().size).toBe(1)
})

test('what a lender brings late goes on with its own stack, and never behind the cover sheets of another', async () => {
  const { feeder, cover, start, receive } = openScanningOffice()
  const subject = await receive()
  const scanning = await start()
  const late = (nth: number, text: string, batch: string, goesOn = false): Promise<void> => scanning.take(
    { run: 'r', batch, scanner: 'Quầy 1', goesOn }, { bytes: Buffer.from(text), dpi: 200, side: 'front', isPhoto: false, name: `r-${String(nth)}` },
  )
  await late(1, cover(subject, 'p1'), 'gone')
  const batch = (await settled(scanning)).pages[0]?.batch ?? ''
  await late(2, 'one', batch)
  await late(2, 'one', batch)
  expect(shown(await settled(scanning))).toEqual(['1 cover', '2 p1'])
  feeder.push(cover(subject, 'p2'), 'two')
  await scanning.api.start({ ...STACK, goOn: batch })
  await settled(scanning)
  await late(3, 'three', batch)
  await late(4, 'four', batch)
  const tray = await settled(scanning)
  expect(shown(tray)).toEqual(['1 cover', '2 p1', '3 cover', '4 p2', '1 unclear', '2 unclear'])
  expect(new Set(tray.pages.map(page => page.batch)).size).toBe(2)
})
