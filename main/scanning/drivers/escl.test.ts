import { afterEach, beforeAll, expect, test } from 'vitest'
import { jpegSheets } from '../../../tests/builders/jpeg-sheets.ts'
import { takeAll, type Taken } from '../../../tests/builders/take-pages.ts'
import { openEsclDevice, type EsclDevice, type EsclFault, type EsclOptions } from '../../../tests/fakes/escl-device.ts'
import type { Scanner, ScanWish } from './driver.ts'
import { esclDriver } from './escl.ts'

const wish: ScanWish = { source: 'feeder', resolution: 200, colour: false, ownSettings: false }
const never = new AbortController().signal
const driver = esclDriver({ patience: 1500, listens: 1500 })

let sheets: Buffer[]
let device: EsclDevice

beforeAll(async () => { sheets = await jpegSheets(4) })
afterEach(() => device.close())

test.each(['jam', 'cover-open', 'door-open'] as const)('%s is over when the device says that it is ready, and not before', async kind => {
  const scanner = await opened({ faults: [{ at: 2, kind }] })
  const { end } = await scan(scanner)
  const code = end.ok ? 'scan/failed' : end.problem.code
  const isOver = (): Promise<boolean> => driver.isOver(code, scanner, 'feeder', never)
  expect([await isOver(), await isOver()]).toEqual([false, false])
  expect(device.openJobs()).toBe(0)
  device.putRight()
  expect(await isOver()).toBe(true)
})

test('an empty feeder is over when paper lies in it; a device that works, warms up or is gone is not ready', async () => {
  const scanner = await opened({ sheets: [] })
  expect(await driver.isOver('scan/no-paper', scanner, 'feeder', never)).toBe(false)
  expect(await driver.isOver('scan/busy', scanner, 'feeder', never)).toBe(true)
  device.putRight(sheets)
  expect(await driver.isOver('scan/no-paper', scanner, 'feeder', never)).toBe(true)
  await device.close()
  expect(await driver.isOver('scan/offline', scanner, 'feeder', never)).toBe(false)
  const warming = await opened({ faults: [{ at: 0, kind: 'warming-up' }] })
  expect(await driver.isOver('scan/warming-up', warming, 'feeder', never)).toBe(false)
})

test('a device found by its address tells what it can', async () => {
  expect(await opened({})).toMatchObject({
    name: 'Pretend Office 200', driver: 'escl', sources: ['flatbed', 'feeder', 'duplex'], resolutions: [75, 100, 200, 300, 600],
    reach: { feeder: { width: 215.9, height: 297 } },
  })
})

test('a stack comes whole and in order over one socket, and the job is taken away', async () => {
  const { pages, end } = await scan(await opened({ isLyingAboutItsPlace: true }))
  expect(end).toEqual({ ok: true, value: { reason: 'stack-empty' } })
  expect(pages.map(page => page.bytes)).toEqual(sheets)
  expect(pages[0]).toMatchObject({ dpi: 200, side: 'front', isPhoto: false })
  expect(device.asked.at(-1)).toBe('DELETE /eSCL/ScanJobs/1')
  // One to ask what it can, one to scan.
  expect(device.sockets()).toBe(2)
})

test('the glass gives one page, https with the device\'s own certificate is normal', async () => {
  const { pages, end } = await scan(await opened({ isSecure: true }), { ...wish, source: 'flatbed' })
  expect([pages.length, end]).toEqual([1, { ok: true, value: { reason: 'one-page' } }])
})

test.each([['feeder', 1], ['duplex', 2]] as const)('of one sheet alone (%s) the others stay in the feeder', async (source, sides) => {
  const scanner = await opened({})
  const { pages, end } = await scan(scanner, { ...wish, source, sheets: 1 })
  expect([pages.length, end]).toEqual([sides, { ok: true, value: { reason: 'one-page' } }])
  expect(device.asked.at(-1)).toBe('DELETE /eSCL/ScanJobs/1')
  expect((await scan(scanner)).pages).toHaveLength(sheets.length - sides)
})

test('both sides of a sheet come one after the other', async () => {
  const { pages } = await scan(await opened({}), { ...wish, source: 'duplex' })
  expect(pages.map(page => page.side)).toEqual(['front', 'back', 'front', 'back'])
  expect(device.settings()).toContain('<scan:Duplex>true</scan:Duplex>')
})

test('a wish is clamped to what the device reaches and can', async () => {
  const scanner = await opened({})
  await scan({ ...scanner, reach: { feeder: { width: 148, height: 210 } } }, { ...wish, resolution: 250, colour: true })
  expect(device.settings()).toMatch(/Height>2480<[\s\S]*Width>1748<[\s\S]*RGB24[\s\S]*XResolution>300</)
})

test('with the device\'s own settings neither size nor resolution is asked', async () => {
  await scan(await opened({}), { ...wish, ownSettings: true })
  expect(device.settings()).not.toMatch(/Region|Resolution|ColorMode/)
})

test('the next page is asked for only when the one before was taken', async () => {
  const run = driver.scan(await opened({}), wish, never)
  await run.next()
  expect(device.asked.filter(line => line.includes('NextDocument'))).toHaveLength(1)
  await run.return({ ok: true, value: { reason: 'cancelled' } })
  expect(device.openJobs()).toBe(0)
})

test('cancelling keeps what came and leaves the device free', async () => {
  const stop = new AbortController()
  const { pages, end } = await takeAll(driver.scan(await opened({}), wish, stop.signal), count => { if (count === 2) stop.abort() })
  expect([pages.length, end]).toEqual([2, { ok: true, value: { reason: 'cancelled' } }])
  expect(device.openJobs()).toBe(0)
})

test('cancelling while a page is on its way does not wait for it', async () => {
  const stop = new AbortController()
  const run = driver.scan(await opened({ faults: [{ at: 2, kind: 'silent' }] }), wish, stop.signal)
  await run.next()
  setTimeout(() => { stop.abort() }, 100)
  expect(await run.next()).toEqual({ done: true, value: { ok: true, value: { reason: 'cancelled' } } })
  expect(device.openJobs()).toBe(0)
})

test.each<readonly [EsclFault['kind'], number, string]>([
  ['jam', 3, 'scan/jam'], ['jam', 0, 'scan/jam'], ['cover-open', 0, 'scan/cover-open'], ['door-open', 0, 'scan/cover-open'], ['cover-open', 2, 'scan/cover-open'],
  ['double-feed', 3, 'scan/double-feed'], ['busy-for-ever', 0, 'scan/busy'], ['stopped', 0, 'scan/needs-hand'],
  ['warming-up', 0, 'scan/warming-up'], ['down', 0, 'scan/offline'], ['forbidden', 0, 'scan/denied'],
  ['refuses-settings', 0, 'scan/settings-refused'], ['server-error', 0, 'scan/failed'], ['server-error', 2, 'scan/failed'],
  ['aborted', 3, 'scan/failed'], ['half-then-silent', 2, 'scan/stalled'], ['silent', 2, 'scan/stalled'], ['cut-in-half', 2, 'scan/offline'],
  ['dies', 2, 'scan/offline'],
])('%s at sheet %i is told as %s, with the sheets that came', async (kind, at, code) => {
  const { pages, end } = await scan(await opened({ faults: [{ at, kind }] }))
  const came = Math.max(0, at - 1)
  expect(pages.map(page => page.bytes)).toEqual(sheets.slice(0, came))
  expect(end).toEqual({ ok: false, problem: { code, scanner: 'Pretend Office 200', sheets: came } })
  expect(device.openJobs()).toBe(kind === 'dies' ? 1 : 0)
})

test.each<readonly [EsclFault['kind'], string]>([
  ['empty-page', 'picture/empty'], ['not-an-image', 'picture/unknown-kind'], ['torn-page', 'picture/broken'],
])('%s is told as %s', async (kind, code) => {
  const { pages, end } = await scan(await opened({ faults: [{ at: 2, kind }] }))
  expect([pages.length, end]).toEqual([1, { ok: false, problem: { code, file: '' } }])
})

test('a device busy for a moment is asked again, and a page not there yet is waited for', async () => {
  const faults: readonly EsclFault[] = [{ at: 0, kind: 'busy' }, { at: 2, kind: 'not-yet' }, { at: 3, kind: 'late-404' }]
  const { pages, end } = await scan(await opened({ faults }))
  expect([pages.length, end.ok]).toEqual([4, true])
})

test('an empty feeder is no paper, not an empty stack', async () => {
  const { end } = await scan(await opened({ sheets: [] }))
  expect(end).toMatchObject({ ok: false, problem: { code: 'scan/no-paper', sheets: 0 } })
})

test('after a jam was put right the stack goes on at the next sheet', async () => {
  const scanner = await opened({ faults: [{ at: 3, kind: 'jam' }] })
  const first = await scan(scanner)
  device.putRight(sheets.slice(2))
  const second = await scan(scanner)
  expect([...first.pages, ...second.pages].map(page => page.bytes)).toEqual(sheets)
  expect(second.end.ok).toBe(true)
})

test('a device that announces itself is found by its name, also when it moved', async () => {
  const scanner = await opened({ announced: 'Máy quét tầng 1' })
  const listed = await driver.list(never)
  const found = listed.ok ? listed.value.find(one => one.name === 'Máy quét tầng 1') : undefined
  expect(found).toMatchObject({ sources: scanner.sources, reach: scanner.reach })
  const { pages } = await scan({ ...scanner, name: 'Máy quét tầng 1', id: 'escl:http://127.0.0.1:9/eSCL/' })
  expect(pages).toHaveLength(4)
})

test('where nobody answers there is no scanner', async () => {
  await opened({})
  expect(await driver.atAddress('127.0.0.1:9', never)).toEqual({ ok: false, problem: { code: 'scan/no-scanner', scanner: '127.0.0.1:9', sheets: 0 } })
  expect((await scan({ ...SOMEWHERE, id: 'escl:http://127.0.0.1:9/eSCL/' })).end).toMatchObject({ problem: { code: 'scan/no-scanner' } })
})

const SOMEWHERE: Scanner = { id: '', name: 'Nowhere', driver: 'escl', sources: ['feeder'], resolutions: [200], reach: {} }

async function opened(options: Partial<EsclOptions>): Promise<Scanner> {
  device = await openEsclDevice({ sheets, ...options })
  const found = await driver.atAddress(device.root.href, never)
  if (!found.ok) throw new Error('The pretend device does not answer')
  return found.value
}

function scan(scanner: Scanner, wished = wish): Promise<Taken> {
  return takeAll(driver.scan(scanner, wished, never))
}
