import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawSide } from './drawn-side.fixture.ts'
import { findSheet } from './find-sheet.ts'
import type { Picture } from './picture.ts'
import { straighten } from './straighten.ts'
import { warp } from './warp.ts'

interface Laid { readonly input: Buffer, readonly left: number, readonly top: number }

async function pictureOf(svg: string, dpi: number, ...laid: readonly Laid[]): Promise<Picture> {
  const drawn = sharp(Buffer.from(svg)).composite([...laid]).removeAlpha()
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: 3, pixels: data, dpi }
}

function svg(width: number, height: number, ground: string, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${ground}"/>${body}</svg>`
}

const CARD_ON_GLASS = '<rect x="500" y="300" width="674" height="425" rx="25" fill="#b9d3c4" transform="rotate(8 800 500)"/>'

test('cuts a sheet out of the black lid behind it, askew as it lies', async () => {
  const glass = await pictureOf(svg(1700, 2400, '#181818', '<rect x="200" y="150" width="1165" height="1654" fill="#f2f0ea" transform="rotate(3 800 1000)"/>'), 200)
  const { picture, isCard } = straighten(glass, false)
  expect(isCard).toBe(false)
  expect(Math.abs(picture.width - 1165)).toBeLessThan(14)
  expect(Math.abs(picture.height - 1654)).toBeLessThan(14)
  expect(picture.pixels.reduce((least, value) => Math.min(least, value), 255)).toBeGreaterThan(190)
})

test('cuts an ID card out of a white glass, and leaves it in when something else lies there', async () => {
  const alone = straighten(await pictureOf(svg(1654, 2339, '#fbfbf9', CARD_ON_GLASS), 200), false)
  expect(alone.isCard).toBe(true)
  expect(Math.abs(alone.picture.width - 674)).toBeLessThan(12)
  expect(Math.abs(alone.picture.height - 425)).toBeLessThan(12)
  const writing = '<text x="200" y="1500" font-size="90" font-family="DejaVu Sans">Bản sao chứng minh</text>'
  const both = straighten(await pictureOf(svg(1654, 2339, '#fbfbf9', CARD_ON_GLASS + writing), 200), false)
  expect([both.isCard, both.picture.width]).toEqual([false, 1654])
})

test('lays a photographed sheet flat, with the proportions of A4', async () => {
  const { png, width, height } = await drawSide({ dpi: 150, stamp: true })
  const table = await pictureOf(svg(2000, 2400, '#6b4a32', ''), 150, { input: png, left: (2000 - width) / 2 | 0, top: (2400 - height) / 2 | 0 })
  const photo = warp(table, [1.05, 0.06, -80, -0.03, 1.02, 10, 0.00002, 0.00006], { width: 1900, height: 2250 })
  const { picture } = straighten(photo, true)
  expect(picture.height / picture.width).toBeCloseTo(297 / 210, 2)
  expect(picture.height / picture.dpi * 25.4).toBeCloseTo(297, 0)
  const rim = [2, picture.width - 3].map(x => picture.pixels[(picture.height / 2 | 0) * picture.width * 3 + x * 3]!)
  expect(Math.min(...rim)).toBeGreaterThan(200)
})

test('cuts nothing where there is no sheet with four straight sides: a shadow, a full page, a heap', async () => {
  const shadow = `<defs><linearGradient id="s"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient></defs>
    <rect width="413" height="585" fill="url(#s)"/>`
  const heap = '<circle cx="200" cy="280" r="150" fill="#eee"/><rect x="40" y="60" width="90" height="70" fill="#fff"/>'
  for (const [ground, body] of [['#fff', shadow], ['#f4f4f0', ''], ['#222', heap]] as const) {
    const quarter = await pictureOf(svg(413, 585, ground, body), 50)
    expect([findSheet(quarter, false), findSheet(quarter, true)]).toEqual([undefined, undefined])
  }
})
