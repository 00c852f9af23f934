import { expect, test } from '@playwright/test'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { mustRun } from '../../build/electron/run.ts'
import { PROJECT } from '../../build/folders.ts'
import { readFontFaces } from '../../main/printing/paper-fonts.ts'
import { qrSvg } from '../../main/printing/qr.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import type { DossierForm } from '../../shared/dossiers/print-form.ts'
import type { PaperSize, PrintMoment } from '../../shared/forms/form.ts'
import { dayClose } from '../../shared/forms/day-close/form.ts'
import { getForm } from '../../shared/forms/forms.ts'
import { sampleDay, sampleGuided, sampleMoment, sampleOffice, sampleReceived, sampleRefused } from '../builders/paper-samples.ts'
import { readPages, readQrsAtTopLeft, readText } from './read-paper.ts'
import { runPaperMachine } from './run-machine.ts'

interface Golden {
  readonly name: string
  readonly form: DossierForm | 'day-close'
  readonly size: PaperSize
  readonly dossier: Dossier
  readonly moment?: Partial<PrintMoment>
}

function layoutOf({ form, dossier }: Golden, moment: PrintMoment): string {
  return (form === 'day-close' ? dayClose.layout(sampleDay, moment) : getForm(form).layout(dossier, moment)).html
}

const training = { office: { ...sampleOffice, unitName: 'Xã Tập Huấn', training: true } }
const SIZES = ['A4', 'A5'] as const

const GOLDENS: readonly Golden[] = SIZES.flatMap(size => [
  { name: `day-close-${size}`, form: 'day-close', size, dossier: sampleReceived },
  { name: `guidance-${size}`, form: 'guidance', size, dossier: sampleGuided },
  { name: `receipt-${size}`, form: 'receipt', size, dossier: sampleReceived },
  { name: `receipt-reprint-${size}`, form: 'receipt', size, dossier: sampleReceived, moment: { copy: 3 } },
  { name: `receipt-training-${size}`, form: 'receipt', size, dossier: sampleReceived, moment: training },
  { name: `refusal-${size}`, form: 'refusal', size, dossier: sampleRefused },
])

const LONG_CONTENT = Array.from({ length: 10_000 }, (_, i) => i % 8 === 7 ? ' ' : 'ẨmđệNgữ'.charAt(i % 8)).join('')
const LONG: readonly Golden[] = SIZES.map(size => ({
  name: `long-${size}`, form: 'receipt', size, dossier: { ...sampleReceived, content: LONG_CONTENT },
}))
const UNBROKEN: Golden = { name: 'unbroken', form: 'receipt', size: 'A5', dossier: { ...sampleReceived, content: 'W'.repeat(10_000) } }

const QR = {
  'day-close': 'KET-NGAY|31186|2026-11-20|7F3A-92C1|Bản kết ngày|Một Cửa|2026-11-20 16:52',
  guidance: '|1.004873|092185000123|Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ|Một Cửa|2026-11-20 10:45',
  receipt: 'H13.064-261120-0432|1.004873|092185000123|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|Một Cửa|2026-11-20 10:45|2026-11-26',
  refusal: '|1.004873|092185000123|Phiếu từ chối tiếp nhận giải quyết hồ sơ|Một Cửa|2026-11-20 10:45',
} as const

let folder = ''
const pdf = (name: string): string => join(folder, `${name}.pdf`)

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'))
  const fontFaces = await readFontFaces(join(PROJECT, 'node_modules/@fontsource/tinos/files'))
  await runPaperMachine([...GOLDENS, ...LONG, UNBROKEN].map(paper => ({
    ask: 'pdf', file: pdf(paper.name), html: layoutOf(paper, { ...sampleMoment, ...paper.moment, size: paper.size, qrSvg, fontFaces }),
  })))
})

test.afterAll(() => rm(folder, { recursive: true, force: true }))

for (const { name, form, size } of GOLDENS) {
  test(`${name} says what it always said, on one page, with its QR at the top left`, async () => {
    expect(await readText(pdf(name))).toBe(await golden(name))
    expect(await mustRun('pdfinfo', [pdf(name)])).toMatch(new RegExp(`^Pages: +1$[^]*^Page size: .*\\(${size}\\)$`, 'm'))
    expect(await readQrsAtTopLeft(pdf(name))).toEqual([QR[form]])
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

/** The reviewed text of a paper. A paper that has none yet gets it written, and the test fails until a person has read it. */
async function golden(name: string): Promise<string> {
  const file = resolve(import.meta.dirname, `${name}.txt`)
  if (await stat(file).then(() => true, () => false)) return readFile(file, 'utf8')
  await writeFile(file, await readText(pdf(name)))
  throw new Error(`${file} did not exist and was written. Read it, then run again.`)
}
