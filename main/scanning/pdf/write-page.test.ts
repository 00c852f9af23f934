import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PageImage } from './page-image.ts'
import { writePage } from './write-page.ts'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'pdf-')) })
afterEach(() => rm(folder, { recursive: true }))

const A4 = { x: 0, y: 0, width: 210, height: 297 }

function stripes(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: ((width + 7) >> 3) * height }, (_, at) => at * 37 & 0xff)
}

async function page(): Promise<PageImage> {
  const seal = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#c01020' } }).jpeg().toBuffer()
  return { widthMm: 210, heightMm: 297, layers: [
    { kind: 'black-white', width: 161, height: 80, bits: stripes(161, 80), box: A4 },
    { kind: 'jpeg', width: 40, height: 40, bytes: seal, colours: 3, box: { x: 120, y: 200, width: 35, height: 35 } },
  ] }
}

test('the same side is the same bytes', async () => {
  expect(writePage(await page())).toEqual(writePage(await page()))
})

test('black and white comes out of the file as it went in, and the seal as it was', async () => {
  const side = await page()
  await writeFile(join(folder, 'page.pdf'), writePage(side))
  execFileSync('pdfimages', ['-png', '-j', 'page.pdf', 'out'], { cwd: folder })
  const pixels = await sharp(join(folder, 'out-000.png')).toColourspace('b-w').raw().toBuffer()
  const bits = stripes(161, 80)
  expect([...pixels]).toEqual(Array.from({ length: 161 * 80 }, (_, at) => {
    const x = at % 161
    return ((bits[Math.floor(at / 161) * 21 + (x >> 3)] ?? 0) & 0x80 >> (x & 7)) === 0 ? 255 : 0
  }))
  expect(await readFile(join(folder, 'out-001.jpg'))).toEqual(side.layers[1]?.kind === 'jpeg' ? side.layers[1].bytes : undefined)
})

test('everything lies where it lay on the sheet', async () => {
  await writeFile(join(folder, 'page.pdf'), writePage({ ...await page(), layers: (await page()).layers.slice(1) }))
  execFileSync('pdftoppm', ['-r', '25.4', '-png', 'page.pdf', 'out'], { cwd: folder })
  const { data, info } = await sharp(join(folder, 'out-1.png')).raw().toBuffer({ resolveWithObject: true })
  const isRed = (x: number, y: number): boolean => (data[(y * info.width + x) * info.channels + 1] ?? 0) < 100
  expect([[121, 201], [153, 233], [118, 201], [121, 198], [157, 233], [153, 237]].map(([x = 0, y = 0]) => isRed(x, y)))
    .toEqual([true, true, false, false, false, false])
})
