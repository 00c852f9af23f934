import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ocrFiles } from '../../main/scanning/ocr/ocr-files.ts'
import { joinPages } from '../../main/scanning/pdf/join-pages.ts'
import type { Layer, PageImage } from '../../main/scanning/pdf/page-image.ts'
import { readPage } from '../../main/scanning/pdf/read-page.ts'
import type { TextOnPage } from '../../main/scanning/pdf/unseen-words.ts'
import { writePage } from '../../main/scanning/pdf/write-page.ts'
import { cleanSide } from '../../main/scanning/pipeline/clean-side.ts'
import { drawSide, type Drawing } from '../../main/scanning/pipeline/drawn-side.fixture.ts'
import { prepareCodes } from '../../main/scanning/qr/read-codes.ts'
import { preflight } from '../builders/preflight.ts'

const PAGES = 200
const KINDS = ['black-white', 'patches', 'grey', 'colour', 'progressive'] as const

test(`PDFBox has nothing against ${String(PAGES)} pages of all kinds, alone and joined, with text and without`, async () => {
  const pages: Record<string, Uint8Array> = {}
  for (let at = 0; at < PAGES - 20; at += 1) {
    const kind = KINDS[at % KINDS.length] ?? 'colour'
    pages[`page-${String(at)}-${kind}`] = writePage(await side(kind, at))
  }
  const kept = Object.values(pages)
  for (let at = 0; at < 20; at += 1) {
    const some = kept.slice(at * 7, at * 7 + 5).map(bytes => ({ page: readPage(bytes) ?? fail(), texts: at % 4 === 0 ? [] : textsOf(at) }))
    pages[`joined-${String(at)}`] = joinPages([{ name: 'Tờ khai (bản chính)', pages: some.slice(0, 2) }, { name: 'Giấy tờ kèm theo', pages: some.slice(2) }])
  }
  const verdicts = await preflight(pages)
  expect(Object.entries(verdicts).filter(([, errors]) => errors.length > 0)).toEqual([])
  expect(Object.keys(verdicts).length).toBe(PAGES)
})

test('PDFBox has nothing against sides as the pipeline codes them', async () => {
  await prepareCodes(await readFile(ocrFiles().codes))
  const drawings: Readonly<Record<string, Drawing>> = { plain: {}, stamped: { stamp: true, signature: true, skew: 2 }, noted: { pencil: '#9a9a9a', grain: 4 }, dark: { paper: '#c8b89a', stamp: true } }
  const pages: Record<string, Uint8Array> = {}
  for (const [name, drawing] of Object.entries(drawings)) {
    const cleaned = await cleanSide((await drawSide(drawing)).png, { dpi: 200, isPhoto: false, turn: 0 })
    if (!cleaned.ok) throw new Error(cleaned.problem.code)
    pages[name] = writePage(cleaned.value.image)
  }
  expect(await preflight(pages)).toEqual({ plain: [], stamped: [], noted: [], dark: [] })
})

test('the judge finds what is wrong', async () => {
  const page = Buffer.from(writePage(await side('patches', 1)))
  const said = (text: string): Buffer => Buffer.from(page.toString('latin1').replace(text, text.toLowerCase().replace('_', ' ')), 'latin1')
  const verdicts = await preflight({ intent: said('GTS_PDFA1'), metadata: said('<pdfaid:conformance>B'), cut: page.subarray(0, 900) })
  expect(Object.values(verdicts).map(errors => errors.length > 0)).toEqual([true, true, true])
})

async function side(kind: typeof KINDS[number], at: number): Promise<PageImage> {
  const [widthMm, heightMm] = at % 3 === 0 ? [210, 297] : at % 3 === 1 ? [85.6, 54] : [297.3, 209.87]
  const whole = { x: 0, y: 0, width: widthMm, height: heightMm }
  const black: Layer = {
    kind: 'black-white', width: 301 + at, height: 200, box: whole,
    bits: Uint8Array.from({ length: ((308 + at) >> 3) * 200 }, (_, byte) => byte * (at + 3) >> 5 & 0xff),
  }
  const patch = (box: Layer['box']): Promise<Layer> => jpeg(120 + at, 3, at, box, false)
  switch (kind) {
    case 'black-white': return { widthMm, heightMm, layers: [black] }
    case 'patches': return { widthMm, heightMm, layers: [black, await patch({ x: 10, y: 10, width: 33.33, height: 33.33 }), await patch({ x: 50, y: 5, width: 20, height: 20 })] }
    case 'grey': return { widthMm, heightMm, layers: [await jpeg(200, 1, at, whole, false)] }
    case 'colour': return { widthMm, heightMm, layers: [await jpeg(200, 3, at, whole, false)] }
    case 'progressive': return { widthMm, heightMm, layers: [await jpeg(200, 3, at, whole, true)] }
  }
}

async function jpeg(size: number, colours: 1 | 3, seed: number, box: Layer['box'], progressive: boolean): Promise<Layer> {
  const pixels = Uint8Array.from({ length: size * size * 3 }, (_, at) => at * (seed + 7) >> 8 & 0xff)
  const image = sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
  const bytes = await (colours === 1 ? image.greyscale() : image).jpeg({ quality: 60, mozjpeg: !progressive, progressive }).toBuffer()
  return { kind: 'jpeg', width: size, height: size, bytes, colours, box }
}

function textsOf(at: number): readonly TextOnPage[] {
  return Array.from({ length: 40 }, (_, line) => ({
    text: `Dòng ${String(line)}: ĐẶNG THỊ ẨM, sinh ngày 02/09/19${String(50 + at)} – “Cần Thơ”`.slice(0, 12 + line),
    box: { x: 5, y: 2 + line, width: 60, height: 3.5 },
  }))
}

function fail(): never {
  throw new Error('A page of ours was not read back')
}
