import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ensureTools } from '../../../build/electron/debian.ts'
import { saneTestDevice } from '../../../tests/builders/sane-device.ts'
import { takeAll } from '../../../tests/builders/take-pages.ts'
import type { Driver, DriverProblem, Scanner, ScanWish } from './driver.ts'
import { saneDriver } from './sane.ts'

const wish: ScanWish = { source: 'feeder', resolution: 100, colour: false, ownSettings: false }
const GLASS = { width: 200, height: 200 }
const never = new AbortController().signal

let root: string

beforeAll(() => ensureTools(['sane-utils']))
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'sane-')) })
afterEach(() => rm(root, { recursive: true }))

test('SANE tells its devices by name, with what each can', async () => {
  const listed = await (await driver()).list(never)
  expect(listed).toMatchObject({ ok: true, value: [{ id: 'sane:test:0' }, { id: 'sane:test:1' }] })
  expect(listed.ok && listed.value[0]).toEqual({
    id: 'sane:test:0', name: 'Noname frontend-tester', driver: 'sane', sources: ['flatbed', 'feeder'],
    resolutions: [75, 100, 150, 200, 240, 300, 400, 600], reach: { flatbed: GLASS, feeder: GLASS },
  })
})

test('a stack of ten sheets comes sheet by sheet, and nothing of it stays behind', async () => {
  const { pages, end } = await takeAll((await driver()).scan(scanner, wish, never))
  expect(end).toEqual({ ok: true, value: { reason: 'stack-empty' } })
  expect(pages.map(page => headOf(page.bytes))).toEqual(Array.from({ length: 10 }, () => 'P5 787 787'))
  expect(pages[0]).toMatchObject({ dpi: 100, side: 'front', isPhoto: false })
  expect(await readdir(join(root, 'work'))).toEqual([])
})

test('the glass gives one page, in colour where wished', async () => {
  const { pages, end } = await takeAll((await driver()).scan(scanner, { ...wish, source: 'flatbed', colour: true }, never))
  expect(end).toEqual({ ok: true, value: { reason: 'one-page' } })
  expect(pages.map(page => headOf(page.bytes))).toEqual(['P6 787 787'])
})

test('of one sheet alone the others stay in the feeder', async () => {
  const { pages, end } = await takeAll((await driver()).scan(scanner, { ...wish, sheets: 1 }, never))
  expect([pages.length, end]).toEqual([1, { ok: true, value: { reason: 'one-page' } }])
})

test('the next sheet goes in only when the one before was taken', async () => {
  const run = (await driver()).scan(scanner, wish, never)
  await run.next()
  const [stack = ''] = await readdir(join(root, 'work'))
  expect(await readdir(join(root, 'work', stack))).toEqual([])
  await run.next()
  expect(await readdir(join(root, 'work', stack))).toEqual([])
  await run.return({ ok: true, value: { reason: 'cancelled' } })
  expect(await readdir(join(root, 'work'))).toEqual([])
})

test('cancelling in the middle keeps what came and frees the device for the next run', async () => {
  const sane = await driver()
  const stop = new AbortController()
  const { pages, end } = await takeAll(sane.scan(scanner, wish, stop.signal), page => { if (page === 3) stop.abort() })
  expect(end).toEqual({ ok: true, value: { reason: 'cancelled' } })
  expect(pages).toHaveLength(3)
  expect((await takeAll(sane.scan(scanner, wish, never))).pages).toHaveLength(10)
})

test('cancelling while a sheet is on its way ends within the sheet', async () => {
  const stop = new AbortController()
  const slow = await driver('read-limit true\nread-limit-size 64\nread-delay true\nread-delay-duration 200000\n')
  const scan = slow.scan(scanner, wish, stop.signal)
  const first = scan.next()
  setTimeout(() => { stop.abort() }, 1500)
  expect(await first).toEqual({ done: true, value: { ok: true, value: { reason: 'cancelled' } } })
})

test('a device that says nothing any more is not waited for', async () => {
  await driver()
  await mkdir(join(root, 'bin'))
  await writeFile(join(root, 'bin/scanimage'), '#!/bin/sh\ncase "$*" in *--batch*) exec sleep 600 ;; *) exec /usr/bin/scanimage "$@" ;; esac\n', { mode: 0o755 })
  const env = { SANE_CONFIG_DIR: join(root, 'config'), PATH: `${join(root, 'bin')}:${process.env['PATH'] ?? ''}` }
  const { pages, end } = await takeAll(saneDriver({ work: join(root, 'work'), env, patience: 3000 }).scan(scanner, wish, never))
  expect(pages).toEqual([])
  expect(end).toEqual({ ok: false, problem: { code: 'scan/stalled', scanner: 'Tester', sheets: 0 } })
})

test.each([
  ['SANE_STATUS_JAMMED', 'scan/jam'], ['SANE_STATUS_NO_DOCS', 'scan/no-paper'], ['SANE_STATUS_COVER_OPEN', 'scan/cover-open'],
  ['SANE_STATUS_DEVICE_BUSY', 'scan/busy'], ['SANE_STATUS_INVAL', 'scan/settings-refused'], ['SANE_STATUS_UNSUPPORTED', 'scan/settings-refused'],
  ['SANE_STATUS_IO_ERROR', 'scan/offline'], ['SANE_STATUS_NO_MEM', 'scan/failed'], ['SANE_STATUS_ACCESS_DENIED', 'scan/denied'],
])('%s is told as %s', async (status, code) => {
  const { end } = await takeAll((await driver(`read-status-code "${status}"\n`)).scan(scanner, wish, never))
  expect(end).toEqual({ ok: false, problem: { code, scanner: 'Tester', sheets: 0 } })
})

test('a scanner that is gone, a source it has not and a PC without SANE are told', async () => {
  const sane = await driver()
  const gone = await takeAll(sane.scan({ ...scanner, id: 'sane:test:9' }, wish, never))
  expect(gone.end).toMatchObject({ problem: { code: 'scan/no-scanner' } })
  const duplex = await takeAll(sane.scan(scanner, { ...wish, source: 'duplex' }, never))
  expect(duplex.end).toMatchObject({ problem: { code: 'scan/settings-refused' } })
  const without = saneDriver({ work: join(root, 'work'), env: { PATH: root } })
  expect(await without.list(never)).toMatchObject({ problem: { code: 'scan/no-driver' } })
})

test('a device that opens again is over by itself; of paper it is asked what it feels, and nothing is moved', async () => {
  const sane = await driver()
  const isOver = (code: DriverProblem['code'], one = sane): Promise<boolean> | undefined => one.isOver?.(code, scanner, 'feeder', never)
  expect(await Promise.all([isOver('scan/busy'), isOver('scan/offline'), isOver('scan/jam'), isOver('scan/no-paper')])).toEqual([true, true, false, false])
  expect(await sane.isOver?.('scan/offline', { ...scanner, id: 'sane:test:9' }, 'feeder', never)).toBe(false)

  // A device with sensors, in the words of SANE's fujitsu backend.
  await mkdir(join(root, 'bin'))
  await writeFile(join(root, 'bin/scanimage'), '#!/bin/sh\necho "$*" >> "$ASKED"\ncat "$FELT"\n', { mode: 0o755 })
  const env = { PATH: `${join(root, 'bin')}:${process.env['PATH'] ?? ''}`, FELT: join(root, 'felt'), ASKED: join(root, 'asked') }
  const feeling = saneDriver({ work: join(root, 'work'), env })
  const feels = (loaded: string, open: string): Promise<void> => writeFile(env.FELT, [
    '  Sensors:', `    --page-loaded[=(yes|no)] [${loaded}] [hardware]`, '        Page loaded', `    --cover-open[=(yes|no)] [${open}] [hardware]`, '',
  ].join('\n'))
  await feels('yes', 'no')
  expect([await isOver('scan/no-paper', feeling), await isOver('scan/cover-open', feeling), await isOver('scan/jam', feeling)]).toEqual([true, true, false])
  await feels('no', 'yes')
  expect([await isOver('scan/no-paper', feeling), await isOver('scan/cover-open', feeling), await isOver('scan/jam', feeling)]).toEqual([false, false, false])
  await feels('yes', 'no')
  expect(await isOver('scan/jam', feeling)).toBe(true)
  expect(new Set((await readFile(env.ASKED, 'utf8')).trim().split('\n'))).toEqual(new Set(['-d test:0 -A']))
})

test('with the device\'s own settings nothing but the source is asked', async () => {
  const { pages } = await takeAll((await driver()).scan(scanner, { ...wish, source: 'flatbed', ownSettings: true }, never))
  expect(pages.map(page => [headOf(page.bytes), page.dpi])).toEqual([['P5 157 196', 50]])
})

test('what a killed run left behind is gone before the next stack', async () => {
  await mkdir(join(root, 'work/stack-old'), { recursive: true })
  await writeFile(join(root, 'work/stack-old/p0001.pnm.part'), 'half')
  await takeAll((await driver()).scan(scanner, { ...wish, source: 'flatbed' }, never))
  expect(await readdir(join(root, 'work'))).toEqual([])
})

const scanner: Scanner = { id: 'sane:test:0', name: 'Tester', driver: 'sane', sources: ['flatbed', 'feeder'], resolutions: [100], reach: {} }

/** SANE's own pretend device, with a configuration of our own. */
async function driver(settings = ''): Promise<Driver> {
  const config = join(root, 'config')
  await mkdir(config, { recursive: true })
  await writeFile(join(config, 'dll.conf'), 'test\n')
  await writeFile(join(config, 'test.conf'), saneTestDevice(2, settings))
  return saneDriver({ work: join(root, 'work'), env: { SANE_CONFIG_DIR: config } })
}

function headOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, 100)).toString('latin1')
  return text.split('\n').filter(line => !line.startsWith('#')).slice(0, 2).join(' ')
}
