import { appendFile, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { jpegSheets } from '../../../tests/builders/jpeg-sheets.ts'
import { takeAll, type Taken } from '../../../tests/builders/take-pages.ts'
import type { DriverProblem, ScanWish } from './driver.ts'
import { watchedFolderDriver } from './watched-folder.ts'

const wish: ScanWish = { source: 'feeder', resolution: 200, colour: false, ownSettings: false }
const never = new AbortController().signal

let folder: string
let sheets: Buffer[]

beforeAll(async () => { sheets = await jpegSheets(3) })
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'quet-')) })
afterEach(() => rm(folder, { recursive: true, force: true }))

test('what the scanner saved is taken in the order it came, and moved aside, not deleted', async () => {
  for (const [at, sheet] of sheets.entries()) {
    await writeFile(join(folder, `scan${String(9 - at)}.jpg`), sheet)
    await utimes(join(folder, `scan${String(9 - at)}.jpg`), 1000 + at, 1000 + at)
  }
  await writeFile(join(folder, 'ghi-chu.txt'), 'không phải trang')
  const { pages, end } = await scan()
  expect(pages.map(page => page.bytes.length)).toEqual(sheets.map(sheet => sheet.length))
  expect(new Set(pages.map(page => page.name)).size).toBe(3)
  expect(end).toEqual({ ok: true, value: { reason: 'stack-empty' } })
  expect(await readdir(folder)).toEqual(['da-nhan', 'ghi-chu.txt'])
  expect(await readdir(join(folder, 'da-nhan'))).toEqual(['scan7.jpg', 'scan8.jpg', 'scan9.jpg'])
})

test('a file still being written is waited for, whole', async () => {
  const [sheet = Buffer.alloc(0)] = sheets
  const path = join(folder, 'scan1.jpg')
  await writeFile(path, sheet.subarray(0, 1000))
  const taken = scan()
  setTimeout(() => { void appendFile(path, sheet.subarray(1000)) }, 300)
  expect((await taken).pages.map(page => page.bytes.length)).toEqual([sheet.length])
})

test('a file stays where it is until its page was taken', async () => {
  await writeFile(join(folder, 'scan1.jpg'), sheets[0] ?? '')
  const run = driver().scan(scannerOf(), wish, never)
  await run.next()
  expect(await readdir(folder)).toEqual(['scan1.jpg'])
  await run.return({ ok: true, value: { reason: 'cancelled' } })
  expect(await readdir(folder)).toEqual(['scan1.jpg'])
})

test('a broken file holds back no other, is told, and does not come again', async () => {
  await writeFile(join(folder, 'a.jpg'), 'not a picture at all')
  await writeFile(join(folder, 'b.jpg'), sheets[1] ?? '')
  const { pages, end } = await scan()
  expect([pages.length, end]).toEqual([1, { ok: false, problem: { code: 'picture/unknown-kind', file: 'a.jpg' } }])
  expect((await readdir(join(folder, 'da-nhan'))).sort()).toEqual(['a.jpg', 'b.jpg'])
})

test('a folder where nothing comes is not waited for for ever, and one that went away is told', async () => {
  expect((await scan()).end).toMatchObject({ problem: { code: 'scan/stalled', sheets: 0 } })
  await rm(folder, { recursive: true })
  expect((await scan()).end).toMatchObject({ problem: { code: 'scan/offline' } })
  expect(await driver().list(never)).toEqual({ ok: true, value: [] })
})

test('a folder that is there again, or where something has come, is over by itself', async () => {
  const isOver = (code: DriverProblem['code']): Promise<boolean> | undefined => driver().isOver?.(code, scannerOf(), 'feeder', never)
  expect(await isOver('scan/stalled')).toBe(false)
  await rm(folder, { recursive: true })
  expect([await isOver('scan/offline'), await isOver('scan/stalled')]).toEqual([false, false])
  await mkdir(folder)
  expect(await isOver('scan/offline')).toBe(true)
  await writeFile(join(folder, 'scan1.jpg'), sheets[0] ?? '')
  expect(await isOver('scan/stalled')).toBe(true)
})

test('a run goes on in the folder it was begun with while another is chosen', async () => {
  const other = await mkdtemp(join(tmpdir(), 'quet-'))
  await writeFile(join(folder, 'scan1.jpg'), sheets[0] ?? '')
  await writeFile(join(other, 'scan2.jpg'), sheets[1] ?? '')
  const moved = watchedFolderDriver({ folder: () => other, settles: 500, quiet: 600, patience: 1200 })
  const { pages } = await takeAll(moved.scan(scannerOf(), wish, never))
  expect(pages.map(page => page.bytes.length)).toEqual([sheets[0]?.length])
  expect(await moved.list(never)).toMatchObject({ value: [{ id: `folder:${other}` }] })
  await rm(other, { recursive: true })
})

function driver(): ReturnType<typeof watchedFolderDriver> {
  return watchedFolderDriver({ folder: () => folder, settles: 500, quiet: 600, patience: 1200 })
}

function scannerOf(): Parameters<ReturnType<typeof driver>['scan']>[0] {
  return { id: `folder:${folder}`, name: 'Máy quét hành lang', driver: 'folder', sources: ['feeder'], resolutions: [], reach: {} }
}

function scan(): Promise<Taken> {
  return takeAll(driver().scan(scannerOf(), wish, never))
}
