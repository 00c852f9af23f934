import { PDFDocument } from '@cantoo/pdf-lib'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardText, drawCard, someFacts } from '../../../tests/builders/made-cards.ts'
import { drawPage, makePage } from '../../../tests/builders/made-pages.ts'
import { seededRandom } from '../../../tests/builders/random.ts'
import { readFiles } from '../drivers/files.ts'
import { openPipeline } from '../pipeline/open-pipeline.ts'
import { openCardLook } from './shows-card.ts'

const pipeline = openPipeline()
let root: string
beforeAll(async () => { root = await mkdtemp(join(tmpdir(), 'shows-card-')) })
afterAll(async () => {
  await pipeline.close()
  await rm(root, { recursive: true })
})

async function put(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(join(root, name), bytes)
  return join(root, name)
}

async function letter(seed: number): Promise<Buffer> {
  const { data, width, height, dpi } = await drawPage(makePage('letter', seed))
  return sharp(data, { raw: { width, height, channels: 3 } }).withMetadata({ density: dpi }).png().toBuffer()
}

/** A card without a code on a dark desk, as a phone sees it. */
async function photo(): Promise<Buffer> {
  const dots = (mm: number): number => Math.round(mm / 25.4 * 300)
  const side = await sharp(await card(false)).extract({ left: dots(7), top: dots(7), width: dots(84), height: dots(52) }).toBuffer()
  return sharp(side).extend({ top: 300, bottom: 330, left: 300, right: 300, background: '#4a3a2c' })
    .withExif({ IFD2: { ExposureTime: '1/60', FNumber: '18/10' } }).jpeg().toBuffer()
}

async function card(hasCode: boolean): Promise<Buffer> {
  const chance = seededRandom(5)
  const facts = someFacts(chance, 'chip')
  return drawCard({ facts, code: hasCode ? cardText(facts, 'chip', chance) : null, hasNumber: true }, { dpi: 300, skew: 0, noise: 6, blur: 0.4 }, chance)
}

test('U5 files are looked at for ID cards as scanned sides are, and nothing of them is left lying about', async () => {
  await mkdir(join(root, 'scans', 'looked-at', 'file-killed'), { recursive: true })
  const showsCard = await openCardLook({ root, readFiles, pipeline })
  expect(existsSync(join(root, 'scans', 'looked-at'))).toBe(false)
  const pdf = await PDFDocument.create()
  for (const picture of [await letter(1), await card(true)]) {
    const sheet = pdf.addPage([595, 842])
    const image = await pdf.embedPng(picture)
    const isCard = image.width > image.height
    sheet.drawImage(image, isCard ? { x: 100, y: 400, width: 276, height: 187 } : { x: 0, y: 0, width: 595, height: 842 })
  }
  const files = [
    await put('letter.png', await letter(2)),
    await put('letters.jpg', await sharp(await letter(3)).withMetadata({ density: 200 }).jpeg().toBuffer()),
    await put('card-by-code.png', await card(true)),
    await put('card-by-size.jpg', await photo()), await put('copy.pdf', await pdf.save()),
    await put('broken.jpg', (await sharp(await letter(4)).jpeg().toBuffer()).subarray(0, 4000)),
  ]
  const shown: boolean[] = []
  for (const file of files) shown.push(await showsCard(file))
  expect(shown).toEqual([false, false, true, true, true, true])
  expect(await readdir(join(root, 'scans', 'looked-at'))).toEqual([])
})
