import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  openScanningOffice, settledTray, shownTray, STACK, type ScanningOffice,
} from '../../tests/builders/scanning-office.ts'
import type { HandedPages } from '../../shared/bridge/scanning-api.ts'
import type { ReceiveInput } from '../../shared/dossiers/receive.ts'
import type { Scanning } from './scanning.ts'

const here = { originals: 1, copies: 0, received: true }
const nameOf = (text: string): string => hash('sha256', `%PDF-1.4 ${text} 0`, 'hex')

/** Scans for a row of the draft `d1`; resolves when every sheet came. */
async function scanFor({ feeder }: ScanningOffice, scanning: Scanning, paper: string, ...sheets: readonly string[]): Promise<void> {
  feeder.push(...sheets)
  const before = (await scanning.api.tray()).pages.length
  await scanning.api.start({ ...STACK, into: { kind: 'draft', draft: 'd1', paper } })
  await expect.poll(async () => {
    const { pages, run } = await scanning.api.tray()
    return [pages.length, run.state]
  }).toEqual([before + sheets.length, 'none'])
}

/** What the window asks for when a draft is saved. */
async function intakeOf(scanning: Scanning): Promise<Partial<ReceiveInput>> {
  const handed = await scanning.api.takeForDraft('d1')
  if (!handed.ok) throw new Error(handed.problem.code)
  const { pages, isScanned }: HandedPages = handed.value
  const row = (id: string) => ({ id, ...here, row: id, ...(pages[id] === undefined ? {} : { pages: [...pages[id]] }) })
  return isScanned ? { draft: 'd1', papers: [row('p1'), row('p2')] } : {}
}

const pagesIn = ({ dossier }: ScanningOffice, subject: string): readonly (readonly string[])[] =>
  dossier(subject)?.papers.map(({ pages = [] }) => pages.map(({ sha256 }) => sha256)) ?? []

const isEmpty = (scanning: Scanning): Promise<void> => expect.poll(async () => shownTray(await scanning.api.tray())).toEqual([])

test('pages that are ready are named by the intake, and leave the tray with it', async () => {
  const office = openScanningOffice()
  const scanning = await office.start()
  await scanFor(office, scanning, 'p1', 'one', 'two')
  await settledTray(scanning)
  const subject = await office.receive(await intakeOf(scanning))
  expect(pagesIn(office, subject)).toEqual([[nameOf('one'), nameOf('two')], []])
  await isEmpty(scanning)
})

test('a page still being cleaned when the intake is saved follows to its paper', async () => {
  const office = openScanningOffice()
  const scanning = await office.start()
  await scanFor(office, scanning, 'p1', 'one', 'slow', 'three')
  await scanFor(office, scanning, 'p2', 'four')
  await expect.poll(async () => (await scanning.api.tray()).pages.filter(({ state }) => state === 'ready').length).toBe(3)
  const subject = await office.receive(await intakeOf(scanning))
  expect(pagesIn(office, subject)).toEqual([[nameOf('one')], [nameOf('four')]])
  office.goOnCleaning()
  await isEmpty(scanning)
  expect(pagesIn(office, subject)).toEqual([[nameOf('one'), nameOf('slow'), nameOf('three')], [nameOf('four')]])
})

test('killed between the intake and the tray, all its pages find their papers at the next start, once', async () => {
  const office = openScanningOffice()
  const scanning = await office.start()
  await scanFor(office, scanning, 'p1', 'one', 'slow', 'three')
  const intake = await intakeOf(scanning)
  office.cutOff()
  const subject = await office.receive(intake)
  await scanning.stop()
  const later = await office.start()
  office.goOnCleaning()
  await isEmpty(later)
  expect(pagesIn(office, subject)).toEqual([[nameOf('one'), nameOf('slow'), nameOf('three')], []])
})

test('killed between filing a page and noting it, the page has left the tray at the next start', async () => {
  const office = openScanningOffice()
  const subject = await office.receive()
  const scanning = await office.start()
  office.feeder.push('one', 'two')
  await scanning.api.start({ ...STACK, into: { kind: 'paper', subject, paper: 'p1' } })
  const { pages } = await settledTray(scanning)
  office.cutOff()
  await office.perform({ verb: 'dossier/add-pages', input: { subject, paperId: 'p1', pages: [pages[0]?.page] } })
  await scanning.stop()
  const later = await office.start()
  await expect.poll(async () => shownTray(await later.api.tray())).toEqual(['2 p1'])
})

test('sheets that come after the intake was saved follow too', async () => {
  const office = openScanningOffice()
  const scanning = await office.start()
  await scanFor(office, scanning, 'p2', 'one', 'slow')
  const [page] = (await scanning.api.tray()).pages
  const subject = await office.receive(await intakeOf(scanning))
  office.feeder.push('two')
  await scanning.api.start({ ...STACK, goOn: page?.batch ?? '' })
  office.goOnCleaning()
  await isEmpty(scanning)
  expect(pagesIn(office, subject)).toEqual([[], [nameOf('one'), nameOf('slow'), nameOf('two')]])
})

test('without anybody signed in what follows waits, and goes on when somebody is', async () => {
  const office = openScanningOffice()
  const scanning = await office.start()
  await scanFor(office, scanning, 'p1', 'slow')
  const subject = await office.receive(await intakeOf(scanning))
  office.signIn(false)
  office.goOnCleaning()
  expect(shownTray(await settledTray(scanning))).toEqual(['1 p1'])
  await scanning.stop()
  const later = await office.start()
  expect(shownTray(await settledTray(later))).toEqual(['1 p1'])
  office.signIn(true)
  await isEmpty(later)
  expect(pagesIn(office, subject)).toEqual([[nameOf('slow')], []])
})

test('a page whose row was left out, or whose paper is gone when it is ready, waits as unclear', async () => {
  const office = openScanningOffice()
  const scanning = await office.start()
  await scanFor(office, scanning, 'p1', 'slow one')
  await scanFor(office, scanning, 'p3', 'two')
  const subject = await office.receive(await intakeOf(scanning))
  await office.perform({ verb: 'dossier/void', input: { subject, reason: 'Nhận nhầm' } })
  office.goOnCleaning()
  await expect.poll(async () => shownTray(await settledTray(scanning))).toEqual(['1 unclear', '1 unclear'])
  expect(pagesIn(office, subject)).toEqual([[], []])
})

test('behind a cover sheet in a draft’s stack nothing follows by itself', async () => {
  const office = openScanningOffice()
  const other = await office.receive()
  const scanning = await office.start()
  await scanFor(office, scanning, 'p1', 'one', office.cover(other, 'p2'), 'two')
  await settledTray(scanning)
  const subject = await office.receive(await intakeOf(scanning))
  await expect.poll(async () => shownTray(await scanning.api.tray())).toEqual(['2 cover', '3 p2'])
  expect([pagesIn(office, subject), pagesIn(office, other)]).toEqual([[[nameOf('one')], []], [[], []]])
})

test('pages of a draft that is no more belong to nobody; those of the others stay with theirs', async () => {
  const office = openScanningOffice()
  const scanning = await office.start()
  await scanFor(office, scanning, 'p1', 'one')
  await settledTray(scanning)
  await scanning.api.draftsHere(['d2', 'd1'])
  expect(shownTray(await scanning.api.tray())).toEqual(['1 draft p1'])
  await scanning.api.draftsHere(['d2'])
  expect(shownTray(await scanning.api.tray())).toEqual(['1 unclear'])
})

test('a draft that a dossier names was saved, also after a kill right behind its act; any other is still to be typed', async () => {
  const office = openScanningOffice()
  const scanning = await office.start()
  office.cutOff()
  await office.receive({ draft: 'd1' })
  await scanning.stop()
  const later = await office.start()
  const keptAt = '2026-11-25T02:59:00.000Z'
  expect(await later.api.savedDrafts([{ id: 'd1', keptAt }, { id: 'd2', keptAt: '' }])).toEqual(['d1'])
  expect(await later.api.savedDrafts([])).toEqual([])
})
