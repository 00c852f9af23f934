import { appendFile, mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { startBackgroundReading, type BackgroundReadingTools } from './background-reading.ts'
import type { PageText } from './page-text.ts'
import { searchTexts } from './search-texts.ts'
import { openTexts } from './texts.ts'

const subject = 'dossier:00aa11bb22cc33dd'
const page = (digit: string) => ({ sha256: digit.repeat(64), subject })
const said = (text: string): PageText => ({ text, words: [], width: 10, height: 10 })
let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'texts-')) })
afterEach(() => rm(root, { recursive: true }))

/** Reads what the page's own bytes say; `broken` breaks the reader. */
function reading(pages: Readonly<Record<string, string>>, own: Partial<BackgroundReadingTools> = {}) {
  const read: string[] = []
  const texts = openTexts(root)
  const background = startBackgroundReading({
    root, texts, pages: () => Object.keys(pages).map(page), isSensitive: () => Promise.resolve(false),
    bytesOf: sha256 => Promise.resolve(Buffer.from(pages[sha256[0] ?? ''] ?? '')),
    reader: {
      readText: bytes => {
        const text = Buffer.from(bytes).toString()
        read.push(text)
        return Promise.resolve(text === 'broken' ? undefined : said(text))
      },
      rest: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    },
    isIdle: () => true, report: error => { throw error }, lookMs: 1_000_000, ...own,
  })
  return { texts, background, read }
}

test('every page is read once, over restarts; one that broke the reader is not read again', async () => {
  const pages = { a: 'Giấy khai sinh', b: 'broken', c: 'Sổ hộ khẩu' }
  const first = reading(pages)
  await first.background.goOn()
  await first.background.stop()
  const again = reading({ ...pages, d: 'Đơn xin xác nhận' })
  await again.background.goOn()
  await again.background.stop()
  expect([first.read, again.read]).toEqual([['Giấy khai sinh', 'broken', 'Sổ hộ khẩu'], ['Đơn xin xác nhận']])
})

test('U5 the words of an ID card’s page are never read', async () => {
  const { background, texts, read } = reading({ a: 'Giấy khai sinh', b: 'CĂN CƯỚC' }, { isSensitive: ({ sha256 }) => Promise.resolve(sha256.startsWith('b')) })
  await background.goOn()
  await background.stop()
  expect([read, await texts.find(['can'], 10)]).toEqual([['Giấy khai sinh'], []])
})

test('a page of the tray is read for its heading, and found only once a dossier names it', async () => {
  const told: string[] = []
  const tray = reading({ a: 'Giấy khai sinh' }, {
    pages: () => [{ ...page('a'), subject: null }], onTrayText: (_, { text }) => { told.push(text) },
  })
  await tray.background.goOn()
  await tray.background.goOn()
  expect([tray.read, told, await tray.texts.find(['khai'], 10)]).toEqual([['Giấy khai sinh'], ['Giấy khai sinh'], []])
  await tray.background.stop()
  const named = reading({ a: 'Giấy khai sinh' })
  await named.background.goOn()
  await named.background.stop()
  expect([named.read, (await named.texts.find(['khai'], 10)).length]).toEqual([[], 1])
})

test('pages of older dossiers are read once nothing else is left, and the walk goes on where somebody came back', async () => {
  let looks = 0
  const walked: string[] = []
  const { background, read } = reading({ a: 'một', b: 'hai', c: 'ba', d: 'bốn' }, {
    pages: () => [page('a')],
    allPages: async function* () {
      for (const digit of 'abcd') {
        walked.push(digit)
        yield await Promise.resolve(page(digit))
      }
    },
    isIdle: () => (looks += 1) !== 4,
  })
  await background.goOn()
  expect([read, walked]).toEqual([['một', 'hai'], ['a', 'b']])
  await background.goOn()
  await background.goOn()
  await background.stop()
  expect([read, walked]).toEqual([['một', 'hai', 'ba', 'bốn'], ['a', 'b', 'c', 'd']])
})

test('somebody back at the PC stops it after the page it is at', async () => {
  let looks = 0
  const { background, read } = reading({ a: 'một', b: 'hai', c: 'ba' }, { isIdle: () => (looks += 1) <= 2 })
  await background.goOn()
  await background.stop()
  expect(read).toEqual(['một', 'hai'])
})

test('a page that took the whole program with it twice is left alone', async () => {
  await mkdir(join(root, 'texts'))
  await writeFile(join(root, 'texts', 'reading'), `${page('a').sha256} 2`)
  const { background, read } = reading({ a: 'một', b: 'hai' })
  await background.goOn()
  await background.stop()
  expect(read).toEqual(['hai'])
})

const dossier = {
  code: 'H13.064-261120-0432', applicant: { name: 'Nguyễn Thị Ẩm' },
  papers: [{ id: 'p1', name: 'Giấy khai sinh', pages: [{ sha256: page('a').sha256, bytes: 1 }] }],
} as unknown as Dossier

test('papers are found by their words in any order and without marks, as long as the dossier still has them', async () => {
  const { background, texts } = reading({ a: 'Giấy khai sinh\nĐặng Văn Đệ', b: 'Đặng Văn Đệ' })
  await background.goOn()
  await background.stop()
  await appendFile(join(root, 'texts', 'words.tsv'), '\ncut by a cra')
  const find = (query: string) => searchTexts(query, texts, () => Promise.resolve(dossier))
  const hit = { subject, code: dossier.code, applicantName: 'Nguyễn Thị Ẩm', paperName: 'Giấy khai sinh', page: 1 }
  expect(await find('de dang KHAI')).toEqual([hit])
  expect(await find('đệ')).toEqual([hit])
  expect([await find('hộ khẩu'), await find(' '), await find('cut')]).toEqual([[], [], []])
  expect(await searchTexts('đệ', texts, () => Promise.resolve(undefined))).toEqual([])
})
