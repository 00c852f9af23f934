import { expect, test } from '@playwright/test'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { mustRun } from '../../build/electron/run.ts'
import { PROJECT } from '../../build/folders.ts'
import { readFontFaces } from '../../main/printing/paper-fonts.ts'
import { qrSvg } from '../../main/printing/qr.ts'
import type { PaperSize } from '../../shared/forms/form.ts'
import { receipt } from '../../shared/forms/receipt/form.ts'
import { sampleMoment, sampleReceived } from '../builders/paper-samples.ts'
import { GOLDENS, LONG_REGISTER, SIZES, type Golden } from './golden-papers.ts'
import { readPages, readQrsAtTopLeft, readText } from './read-paper.ts'
import { runPaperMachine } from './run-machine.ts'

const LONG_CONTENT = Array.from({ length: 10_000 }, (_, i) => i % 8 === 7 ? ' ' : 'ẨmđệNgữ'.charAt(i % 8)).join('')
const LONG: readonly Golden[] = SIZES.map(size => ({
  name: `long-${size}`, size, qr: '', layout: moment => receipt.layout({ ...sampleReceived, content: LONG_CONTENT }, moment),
}))
const UNBROKEN: Golden = {
  name: 'unbroken', size: 'A5', qr: '', layout: moment => receipt.layout({ ...sampleReceived, content: 'W'.repeat(10_000) }, moment),
}

let folder = ''
const pdf = (name: string): string => join(folder, `${name}.pdf`)

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'))
  const fontFaces = await readFontFaces(join(PROJECT, 'node_modules/@fontsource/tinos/files'))
  await runPaperMachine([...GOLDENS, ...LONG, UNBROKEN, LONG_REGISTER].map(paper => ({
    ask: 'pdf', file: pdf(paper.name), html: paper.layout({ ...sampleMoment, ...paper.moment, size: paper.size, qrSvg, fontFaces }).html,
  })))
})

test.afterAll(() => rm(folder, { recursive: true, force: true }))

for (const { name, size, qr, landscape, pages = 1 } of GOLDENS) {
  test(`${name} says what it always said, on ${pages === 1 ? 'one page' : `${String(pages)} pages`}, with its QR at the top left`, async () => {
    expect(await readText(pdf(name))).toBe(await golden(name))
    expect(await sheetOf(pdf(name))).toEqual({ pages, ...(landscape === true ? lying(size) : SHEETS[size]) })
    expect(await readQrsAtTopLeft(pdf(name))).toEqual([qr])
  })
}

for (const { name } of LONG) {
  test(`${name}: ten thousand characters flow on, nothing is lost, and every page says whose it is`, async () => {
    const pages = await readPages(pdf(name))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page).toMatch(/^\s*In lúc 10:45 ngày 20\/11\/2026 · Một Cửa · Quầy 1\s+Mẫu số 01 · H13\.064-261120-0432\s*\n/)
    const words = pages.join('\n').match(/ẨmđệNgữ/g) ?? []
    expect(words).toHaveLength(10_000 / 8)
    expect(pages.at(-1)).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ')
  })
}

test('ten thousand letters without a blank break inside the page', async () => {
  const pages = await readPages(pdf(UNBROKEN.name))
  expect(pages.join('').match(/W/g)?.length).toBe(10_000)
})

test('every letter is in Tinos and inside the file', async () => {
  const rows = (await mustRun('pdffonts', [pdf('receipt-A5')])).trim().split('\n').slice(2)
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+Tinos-\w+ .* yes yes yes /)
})

test('a register of four hundred rows has its head and its number on every page, and every row once', async () => {
  const pages = await readPages(pdf(LONG_REGISTER.name))
  expect(pages.length).toBeGreaterThan(5)
  for (const [i, page] of pages.entries()) {
    expect(page).toMatch(/TT +Mã hồ sơ/)
    expect(page).toContain(`Trang ${String(i + 1)}/${String(pages.length)}`)
  }
  expect(pages.join('\n').match(/H13\.064-261120-\d{4}/g)).toEqual(Array.from({ length: 400 }, (_, i) => `H13.064-261120-${String(i + 1).padStart(4, '0')}`))
  expect(pages.at(-1)).toContain('có 400 hồ sơ (bằng chữ: bốn trăm)')
})

/** Points. */
const SHEETS = { A4: { width: 595, height: 842 }, A5: { width: 420, height: 595 } } as const

function lying(size: PaperSize): { readonly width: number, readonly height: number } {
  return { width: SHEETS[size].height, height: SHEETS[size].width }
}

async function sheetOf(file: string): Promise<{ readonly pages: number, readonly width: number, readonly height: number }> {
  const found = /^Pages: +(\d+)$[^]*^Page size: +([\d.]+) x ([\d.]+) pts/m.exec(await mustRun('pdfinfo', [file])) ?? []
  const [pages, width, height] = found.slice(1).map(text => Math.round(Number(text)))
  if (pages === undefined || width === undefined || height === undefined) throw new Error(`pdfinfo says nothing of ${file}`)
  return { pages, width, height }
}

/** The reviewed text of a paper. A paper that has none yet gets it written, and the test fails until a person has read it. */
async function golden(name: string): Promise<string> {
  const file = resolve(import.meta.dirname, `${name}.txt`)
  if (await stat(file).then(() => true, () => false)) return readFile(file, 'utf8')
  await writeFile(file, await readText(pdf(name)))
  throw new Error(`${file} did not exist and was written. Read it, then run again.`)
}
