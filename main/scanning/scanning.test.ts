import { hash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { momentOf } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import type { Act } from '../../shared/acts/act.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { ScanStart, ScanTray } from '../../shared/bridge/scanning-api.ts'
import type { Command } from '../../shared/desk/command.ts'
import { findVerb } from '../../shared/desk/commands.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { receive } from '../../shared/dossiers/receive.ts'
import { coverSheetText } from '../../shared/papers/cover-sheet.ts'
import { openPageStore } from '../pages/page-store.ts'
import { openBatches } from './batches.ts'
import type { Driver, DriverProblem, RawPage, Scanner } from './drivers/driver.ts'
import type { CleanPage } from './pipeline/pipeline.ts'
import { openScanning, type Scanning } from './scanning.ts'

const MORNING = Date.parse('2026-11-25T02:00:00.000Z')
const STACK: ScanStart = { into: null, goOn: null, instead: null }
const scanner: Scanner = { id: 'pretend:1', name: 'Máy thử', driver: 'pretend', sources: ['feeder'], resolutions: [200], reach: {} }

/** What lies in the pretend feeder: a text a sheet; one that is a problem stops the run there. */
type Feeder = (string | DriverProblem)[]

function driverOf(feeder: Feeder): Driver {
  return {
    name: 'pretend',
    list: async () => success([scanner]),
    async* scan(_, _wish, signal) {
      for (let sheets = 0; feeder.length > 0; sheets += 1) {
        if (signal.aborted) return success({ reason: 'cancelled' })
        const sheet = feeder.shift() ?? ''
        if (typeof sheet !== 'string') return failure({ ...sheet, sheets } as DriverProblem)
        yield { bytes: Buffer.from(sheet), dpi: 200, side: 'front', isPhoto: false } satisfies RawPage
      }
      return success({ reason: 'stack-empty' })
    },
  }
}

/** A page whose text is what the side holds: `cover …`, `blank`, or anything else. */
async function cleanOf({ path, turn }: { readonly path: string, readonly turn: number }): Promise<Result<CleanPage, never>> {
  const text = await readFile(path, 'utf8')
  const pdf = Buffer.from(`%PDF-1.4 ${text} ${String(turn)}`)
  return success({
    pdf, preview: Buffer.from('webp'), coding: 'black-white', isBlank: text === 'blank', isFaint: text === 'faint', skew: 0, width: 210, height: 297,
    codes: text.startsWith('MCB') ? [text] : [],
  })
}

interface Office {
  readonly feeder: Feeder
  readonly dossier: () => ReturnType<typeof fold>
  readonly subject: string
  readonly cover: (paper: string | null) => string
  readonly start: (now?: number) => Promise<Scanning>
}

function openOffice(): Office {
  const root = mkdtempSync(join(tmpdir(), 'scanning-'))
  onTestFinished(() => { rmSync(root, { recursive: true }) })
  const desk = pretendDevice('pc-0123456789ab')
  const here = { originals: 1, copies: 0, received: true }
  const received = receive({
    procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1, applicant: { name: 'Trần Thị Ẩm' },
    papers: [{ id: 'p1', ...here }, { id: 'p2', ...here }],
  }, momentOf())
  if (!received.ok) throw new Error(received.problem.code)
  desk.write(received.value, '2026-11-25T02:00:00.000Z')
  const subject = received.value[0]?.subject ?? ''
  const feeder: Feeder = []
  const dossier = () => fold(desk.acts())
  async function perform({ verb, input }: Command): Promise<Result<readonly Act[]>> {
    const found = findVerb(verb)
    if (!found.ok) return found
    const decided = found.value.decide(input, momentOf({ acts: desk.acts() }))
    if (!decided.ok) return decided
    desk.write(decided.value, '2026-11-25T03:00:00.000Z')
    return success(desk.acts().slice(-decided.value.length))
  }
  const start = async (now = MORNING): Promise<Scanning> => {
    const batches = await openBatches({ root, now: () => now, randomBytes })
    const scanning = await openScanning({
      root, batches, drivers: [driverOf(feeder)], pipeline: { clean: cleanOf, close: async () => undefined },
      pages: await openPageStore(root), previews: { put: async () => undefined }, readFiles: () => { throw new Error('No files here') },
      phone: async () => failure({ code: 'phone/no-network' }), lending: null, findByAddress: async () => failure({ code: 'scan/no-scanner' }),
      chooseFiles: async () => [], mayAdd: () => success(null), isTooFull: () => false, perform,
      actsOf: async of => of === subject ? desk.acts() : [], unit: () => '31120', now: () => now, onChanged: () => undefined,
      report: error => { throw error },
    })
    await scanning.api.lookForScanners()
    await scanning.api.choose({ scanner: scanner.id, source: 'feeder', resolution: 200, ownSettings: false })
    onTestFinished(scanning.stop)
    return scanning
  }
  const cover = (paper: string | null): string => coverSheetText({ unit: '31120', code: dossier()?.code ?? '', subject, paper, sheets: null })
  return { feeder, dossier, subject, cover, start }
}

/** The tray once nothing runs and nothing is still to be cleaned. */
async function settled({ api }: Scanning): Promise<ScanTray> {
  for (;;) {
    const tray = await api.tray()
    if (tray.run.state !== 'running' && tray.pages.every(({ state }) => state !== 'coming')) return tray
    await new Promise(resolve => { setImmediate(resolve) })
  }
}

const shown = ({ pages }: ScanTray) => pages.map(({ sheet, place, aside, cover }) =>
  `${String(sheet)} ${cover !== null ? 'cover' : aside ?? (place?.kind === 'paper' ? place.paper : 'unclear')}`)

test('a stack files itself by its cover sheets, and what is filed is at its paper', async () => {
  const { feeder, cover, start, dossier } = openOffice()
  const scanning = await start()
  feeder.push('nobody', cover('p1'), 'one', 'blank', 'two', cover('p2'), 'three')
  await scanning.api.start(STACK)
  const tray = await settled(scanning)
  expect(shown(tray)).toEqual(['1 unclear', '2 cover', '3 p1', '4 blank', '5 p1', '6 cover', '7 p2'])
  expect(tray.notices).toEqual([{ code: 'tray/blanks-aside', count: 1 }])
  expect(await scanning.api.file()).toMatchObject({ ok: true, value: { pages: 3 } })
  const names = (text: string): string => hash('sha256', `%PDF-1.4 ${text} 0`, 'hex')
  expect(dossier()?.papers.map(({ pages = [] }) => pages.map(({ sha256 }) => sha256))).toEqual([[names('one'), names('two')], [names('three')]])
  expect(shown(await scanning.api.tray())).toEqual(['1 unclear', '2 cover', '4 blank', '6 cover'])
})

test('after a jam the stack goes on at the next sheet, in its batch', async () => {
  const { feeder, cover, start } = openOffice()
  const scanning = await start()
  feeder.push(cover('p1'), 'one', { code: 'scan/jam', scanner: '', sheets: 0 }, 'two', { code: 'scan/jam', scanner: '', sheets: 0 })
  await scanning.api.start(STACK)
  const jammed = await settled(scanning)
  expect(jammed.run).toEqual({ state: 'stopped', scanner: 'Máy thử', sheets: 2, problem: { code: 'scan/jam', scanner: 'Máy thử', sheets: 2 } })
  await scanning.api.start({ ...STACK, goOn: jammed.pages[0]?.batch ?? '' })
  const again = await settled(scanning)
  expect(again.run).toMatchObject({ problem: { code: 'scan/jam', sheets: 3 } })
  expect(shown(again)).toEqual(['1 cover', '2 p1', '3 p1'])
})

test('what people decided is there after a start, and can be undone', async () => {
  const { feeder, start, subject } = openOffice()
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
  const { feeder, start, subject } = openOffice()
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

test('pages scanned for a row of a draft are handed to it and leave when it is saved', async () => {
  const { feeder, start, subject } = openOffice()
  const scanning = await start()
  feeder.push('one', 'two')
  await scanning.api.start({ ...STACK, into: { kind: 'draft', draft: 'd1', paper: 'row-1' } })
  await settled(scanning)
  const handed = await scanning.api.takeForDraft('d1')
  expect(handed).toMatchObject({ ok: true, value: { 'row-1': [{}, {}] } })
  const pages = handed.ok ? handed.value['row-1'] : []
  scanning.onGrew([{ subject, body: { papers: [{ pages }] } }] as unknown as readonly Act[])
  await expect.poll(async () => (await scanning.api.tray()).pages).toEqual([])
})

test('originals stay until a person is done and the day is over, and are swept only then', async () => {
  const { feeder, cover, start } = openOffice()
  const scanning = await start()
  feeder.push(cover('p1'), 'one')
  await scanning.api.start(STACK)
  const [page] = (await settled(scanning)).pages
  await scanning.api.file()
  await scanning.stop()
  expect((await start(MORNING + 3_600_000)).tray.batches().has(page?.batch ?? '')).toBe(true)
  expect((await start(MORNING + 24 * 3_600_000)).tray.batches().has(page?.batch ?? '')).toBe(false)
})

test('pages of nobody stay, however old', async () => {
  const { feeder, start } = openOffice()
  const scanning = await start()
  feeder.push('one')
  await scanning.api.start(STACK)
  await settled(scanning)
  expect(await scanning.api.file()).toEqual({ ok: false, problem: { code: 'tray/nothing-placed' } })
  await scanning.stop()
  expect((await start(MORNING + 30 * 24 * 3_600_000)).tray.batches().size).toBe(1)
})

test('what a lender brings late goes on with its own stack, and never behind the cover sheets of another', async () => {
  const { feeder, cover, start } = openOffice()
  const scanning = await start()
  const late = (nth: number, text: string, batch: string, goesOn = false): Promise<void> => scanning.take(
    { run: 'r', batch, scanner: 'Quầy 1', goesOn }, { bytes: Buffer.from(text), dpi: 200, side: 'front', isPhoto: false, name: `r-${String(nth)}` },
  )
  await late(1, cover('p1'), 'gone')
  const batch = (await settled(scanning)).pages[0]?.batch ?? ''
  await late(2, 'one', batch)
  await late(2, 'one', batch)
  expect(shown(await settled(scanning))).toEqual(['1 cover', '2 p1'])
  feeder.push(cover('p2'), 'two')
  await scanning.api.start({ ...STACK, goOn: batch })
  await settled(scanning)
  await late(3, 'three', batch)
  await late(4, 'four', batch)
  const tray = await settled(scanning)
  expect(shown(tray)).toEqual(['1 cover', '2 p1', '3 cover', '4 p2', '1 unclear', '2 unclear'])
  expect(new Set(tray.pages.map(page => page.batch)).size).toBe(2)
})
