import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { joinPages } from './join-pages.ts'
import type { PageImage } from './page-image.ts'
import { codeLayer, type CodedPage } from './put-page.ts'
import { readPage } from './read-page.ts'
import { writeCodedPage, writePage } from './write-page.ts'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'pdf-')) })
afterEach(() => rm(folder, { recursive: true }))

const seal = { kind: 'jpeg', width: 7, height: 5, bytes: Uint8Array.of(0xff, 0xd8, 1, 2, 3), colours: 3, box: { x: 100.5, y: 33.3, width: 40, height: 41 } } as const

function side(heightMm = 297): PageImage {
  const box = { x: 0, y: 0, width: 210, height: heightMm }
  return { widthMm: 210, heightMm, layers: [{ kind: 'black-white', width: 16, height: 4, bits: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), box }, seal, seal] }
}

function read(pdf: Uint8Array): CodedPage {
  const page = readPage(pdf)
  if (page === undefined) throw new Error('Not read')
  return page
}

test('a kept page is read back as it was written', () => {
  const kept = writePage(side())
  const page = read(kept)
  expect(writeCodedPage(page)).toEqual(kept)
  expect(page.layers.map(({ kind, width, colours, coded }) => ({ kind, width, colours, coded: [...coded] })))
    .toEqual(side().layers.map(codeLayer).map(({ kind, width, colours, coded }) => ({ kind, width, colours, coded: [...coded] })))
})

test('a PDF from elsewhere, or a broken one, is not read as a page of ours', () => {
  const kept = Buffer.from(writePage(side()))
  expect([Buffer.from('%PDF-1.7\nx'), kept.subarray(0, 700), kept.subarray(3), Buffer.alloc(0)].map(readPage)).toEqual([undefined, undefined, undefined, undefined])
})

test('a dossier is one file with a bookmark for each paper, and what was read on a page is found there', async () => {
  const line = { text: 'ỦY BAN NHÂN DÂN xã Thới Lai', box: { x: 20, y: 15, width: 90, height: 5 } }
  const word = { text: 'Nguyễn', box: { x: 20, y: 100, width: 20, height: 4 } }
  const first = { page: read(writePage(side())), texts: [line, word] }
  const second = { page: read(writePage(side(148))), texts: [{ ...word, text: 'Đặng 𠊛' }] }
  await writeFile(join(folder, 'dossier.pdf'), joinPages([
    { name: 'Tờ khai đăng ký khai sinh', pages: [first, second] }, { name: 'Chưa có trang', pages: [] }, { name: 'Giấy chứng sinh', pages: [second] },
  ]))
  const tell = (program: string, ...args: string[]): string => execFileSync(program, [...args, 'dossier.pdf', '-'], { cwd: folder, encoding: 'utf8' })
  expect(tell('pdftotext').split(/\s*\f/).map(page => page.split(/\s*\n\s*/))).toEqual([[line.text, word.text], ['Đặng 𠊛'], ['Đặng 𠊛'], ['']])
  expect(execFileSync('pdfinfo', ['-l', '9', 'dossier.pdf'], { cwd: folder, encoding: 'utf8' })).toMatch(/Pages: +3\n[^]*Page +2 size: +595\.28 x 419\.53 pts/)
  expect(tell('pdftohtml', '-xml', '-stdout', '-i')).toMatch(/<outline>[^]*page="1">Tờ khai đăng ký khai sinh<[^]*page="3">Giấy chứng sinh</)
})
