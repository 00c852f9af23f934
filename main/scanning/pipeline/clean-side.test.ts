import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { ocrFiles } from '../ocr/ocr-files.ts'
import { writePage } from '../pdf/write-page.ts'
import { prepareCodes } from '../qr/read-codes.ts'
import { cleanSide, type CleanSide } from './clean-side.ts'
import { drawSide, type Drawing } from './drawn-side.fixture.ts'
import type { RawSide } from './pipeline.ts'

beforeAll(async () => { await prepareCodes(await readFile(ocrFiles().codes)) })

const SCAN = { dpi: 200, isPhoto: false, turn: 0 } as const

async function clean(bytes: Uint8Array, raw: Omit<RawSide, 'path'> = SCAN): Promise<CleanSide> {
  const side = await cleanSide(bytes, raw)
  if (!side.ok) throw new Error(side.problem.code)
  return side.value
}

async function drawn(drawing: Drawing, raw: Omit<RawSide, 'path'> = SCAN): Promise<CleanSide> {
  return clean((await drawSide(drawing)).png, raw)
}

/** Share of black in a part of the one-bit layer, in millimetres. */
function inkIn({ image }: CleanSide, left: number, top: number, right: number, bottom: number): number {
  const [layer] = image.layers
  if (layer?.kind !== 'black-white') throw new Error('No layer of one bit')
  const [across, down] = [layer.width / layer.box.width, layer.height / layer.box.height]
  const rowBytes = Math.ceil(layer.width / 8)
  let [black, all] = [0, 0]
  for (let y = Math.round(top * down); y < Math.round(bottom * down); y += 1) {
    for (let x = Math.round(left * across); x < Math.round(right * across); x += 1, all += 1) {
      black += layer.bits[y * rowBytes + (x >> 3)]! >> (7 - (x & 7)) & 1
    }
  }
  return black / all
}

test('a printed page becomes black and white, of few bytes, and small to look at', async () => {
  const page = await drawn({ grain: 4 })
  expect({ coding: page.coding, isBlank: page.isBlank, isFaint: page.isFaint }).toEqual({ coding: 'black-white', isBlank: false, isFaint: false })
  expect(Math.round(page.image.widthMm)).toBe(210)
  expect(Math.round(page.image.heightMm)).toBe(297)
  expect(writePage(page.image).length).toBeLessThan(60_000)
  const preview = await sharp(page.preview).metadata()
  expect([preview.format, preview.height]).toEqual(['webp', 900])
})

test('a red seal stays red, and a signature blue', async () => {
  const page = await drawn({ stamp: true, signature: true, grain: 4, skew: 2 })
  expect(page.coding).toBe('patches')
  const patches = page.image.layers.filter(layer => layer.kind === 'jpeg')
  let [reds, blues] = [0, 0]
  for (const patch of patches) {
    const pixels = await sharp(patch.bytes).removeAlpha().raw().toBuffer()
    for (let at = 0; at < pixels.length; at += 3) {
      const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
      if (red > 150 && green < 110 && blue < 110) reds += 1
      if (blue > red + 50 && blue > 90) blues += 1
    }
  }
  expect(reds).toBeGreaterThan(2000)
  expect(blues).toBeGreaterThan(500)
})

test('the edge of a seal that is only a slice of it stays red', async () => {
  const { png } = await drawSide({ grain: 4 })
  const slice = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><circle cx="1700" cy="1200" r="130" fill="none" stroke="#d8202c" stroke-width="9"/></svg>')
  const page = await clean(await sharp(png).composite([{ input: slice }]).png().toBuffer())
  expect(page.coding).toBe('patches')
})

test('a blank side is told from a side with a pencil note', async () => {
  const blank = await drawn({ lines: 0, grain: 6 })
  const pencil = await drawn({ lines: 0, pencil: '#c9c7c2', grain: 4 })
  expect([blank.isBlank, pencil.isBlank, pencil.isFaint]).toEqual([true, false, true])
})

test('a pencil note stays legible beside print, and print does not grow bolder for it', async () => {
  const [without, withNote] = [await drawn({ grain: 4 }), await drawn({ grain: 4, pencil: '#c9c7c2' })]
  expect(withNote.isFaint).toBe(true)
  expect(inkIn(withNote, 30, 274, 110, 283)).toBeGreaterThan(0.03)
  expect(inkIn(without, 30, 274, 110, 283)).toBe(0)
  const print = inkIn(without, 20, 20, 190, 260)
  expect(inkIn(withNote, 20, 20, 190, 260) / print).toBeLessThan(1.05)
})

test('a shadow over half of the page is no ink', async () => {
  const { png } = await drawSide({ grain: 4 })
  const shadow = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><defs><linearGradient id="s">
    <stop offset="0" stop-color="#000" stop-opacity=".45"/><stop offset="1" stop-color="#000" stop-opacity="0"/></linearGradient></defs>
    <rect width="1654" height="2339" fill="url(#s)"/></svg>`)
  const page = await clean(await sharp(png).composite([{ input: shadow }]).png().toBuffer(), { ...SCAN, isPhoto: true })
  expect(page.coding).toBe('black-white')
  expect(inkIn(page, 2, 30, 22, 280)).toBeLessThan(0.002)
  expect(inkIn(page, 25, 27, 120, 260)).toBeGreaterThan(0.04)
})

test('a page fed in any way up stands upright, and a person may turn it further', async () => {
  const { png } = await drawSide({ grain: 4 })
  const [upsideDown, lying, asked] = [await clean(await sharp(png).rotate(180).png().toBuffer()),
    await clean(await sharp(png).rotate(90).png().toBuffer()), await clean(png, { ...SCAN, turn: 90 })]
  for (const page of [upsideDown, lying]) {
    expect([Math.round(page.image.widthMm), Math.round(page.image.heightMm)]).toEqual([210, 297])
    expect(inkIn(page, 24, 25, 120, 31)).toBeGreaterThan(0.04)
    expect(inkIn(page, 24, 270, 120, 290)).toBe(0)
  }
  expect([Math.round(asked.image.widthMm), Math.round(asked.image.heightMm)]).toEqual([297, 210])
})

test('the same side gives the same bytes', async () => {
  const { png } = await drawSide({ stamp: true, grain: 4, skew: -1.2, pencil: '#c9c7c2' })
  const names = await Promise.all([0, 1].map(async () => {
    const page = await clean(png)
    return createHash('sha256').update(writePage(page.image)).update(page.preview).digest('hex')
  }))
  expect(names[0]).toBe(names[1])
})

test('a picture full of colours stays one', async () => {
  const balls = ['#c33', '#3a5', '#36c', '#c93', '#939'].map((fill, i) => `<circle cx="${300 + i * 250}" cy="${500 + i * 300}" r="260" fill="${fill}"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><rect width="1654" height="2339" fill="#fff"/>${balls.join('')}</svg>`
  const page = await clean(await sharp(Buffer.from(svg)).png().toBuffer())
  expect([page.coding, page.image.layers.map(({ kind, width }) => [kind, width])]).toEqual(['colour', [['jpeg', 1241]]])
})

test('a broken side is a problem', async () => {
  expect(await cleanSide(Buffer.from('P6\n100 100\n255\n'), SCAN)).toEqual({ ok: false, problem: { code: 'picture/broken' } })
})
