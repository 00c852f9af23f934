import sharp from 'sharp'
import { expect, test } from 'vitest'
import { flatSize, isConvex, isWhole, TO_BE_DRAGGED, WHOLE, type Corners } from './corners.ts'
import { findSheet } from './find-sheet.ts'
import { layFlat } from './lay-flat.ts'

const SHEETS: readonly (readonly [string, Corners])[] = [
  ['straight', [{ x: 0.15, y: 0.1 }, { x: 0.85, y: 0.1 }, { x: 0.85, y: 0.9 }, { x: 0.15, y: 0.9 }]],
  ['skewed', [{ x: 0.2, y: 0.12 }, { x: 0.9, y: 0.2 }, { x: 0.8, y: 0.92 }, { x: 0.1, y: 0.84 }]],
  ['seen from below', [{ x: 0.18, y: 0.15 }, { x: 0.82, y: 0.15 }, { x: 0.92, y: 0.9 }, { x: 0.08, y: 0.9 }]],
]

test('the four corners of a sheet on a desk are found, with print, shadow and noise', async () => {
  for (const [name, corners] of SHEETS) {
    const found = findSheet(await greyOf(await photograph(corners), 320))
    const off = found?.map(({ x, y }, i) => Math.hypot(x - (corners[i]?.x ?? 0), y - (corners[i]?.y ?? 0)))
    expect(Math.max(...off ?? [1]), name).toBeLessThan(0.02)
  }
})

test('where there is no sheet nothing is found, and a person drags the corners', async () => {
  const desk = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#6b5a48' } }).png().toBuffer()
  const lamp = await svg('<rect width="1000" height="1000" fill="#443"/><circle cx="500" cy="500" r="300" fill="#fff"/>')
  const card = await svg('<rect width="1000" height="1000" fill="#443"/><rect x="100" y="100" width="120" height="80" fill="#fff"/>')
  for (const picture of [desk, lamp, card]) expect(findSheet(await greyOf(picture, 320))).toBe(undefined)
})

test('a sheet laid flat shows its corners where they belong, and no larger than asked', async () => {
  for (const [, corners] of SHEETS) {
    const { data, info } = await sharp(await photograph(corners)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const from = { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
    const flat = await layFlat(from, corners, 500, async () => undefined)
    expect(Math.max(flat.width, flat.height)).toBe(500)
    const at = (x: number, y: number): readonly number[] => {
      const first = (Math.round(y * flat.height) * flat.width + Math.round(x * flat.width)) * 4
      return [...flat.data.subarray(first, first + 3)]
    }
    expect(nearest(at(0.1, 0.1)), 'red stands at the top left').toBe('red')
    expect(nearest(at(0.9, 0.1))).toBe('green')
    expect(nearest(at(0.9, 0.9))).toBe('blue')
    expect(nearest(at(0.5, 0.94))).toBe('white')
  }
})

test('corners that cross are no sheet, and corners left at the edge take the whole picture', () => {
  const [a, b, c, d] = TO_BE_DRAGGED
  expect([isConvex(TO_BE_DRAGGED), isConvex([a, c, b, d]), isConvex([b, a, d, c])]).toEqual([true, false, false])
  expect([isWhole(WHOLE), isWhole(TO_BE_DRAGGED)]).toEqual([true, false])
  expect(flatSize(WHOLE, 400, 300)).toEqual({ width: 400, height: 300 })
})

/** A white sheet with lines and a coloured mark in three corners, seen in perspective on a wooden desk half in shadow. */
async function photograph(corners: Corners): Promise<Buffer> {
  const [a, b, c, d] = corners
  const at = (u: number, v: number): string => {
    const x = (1 - u) * (1 - v) * a.x + u * (1 - v) * b.x + u * v * c.x + (1 - u) * v * d.x
    const y = (1 - u) * (1 - v) * a.y + u * (1 - v) * b.y + u * v * c.y + (1 - u) * v * d.y
    return `${x * 1000},${y * 1000}`
  }
  const patch = (u: number, v: number, size: number, colour: string): string =>
    `<polygon points="${at(u, v)} ${at(u + size, v)} ${at(u + size, v + size)} ${at(u, v + size)}" fill="${colour}"/>`
  const lines = Array.from({ length: 12 }, (_, i) => `<polyline points="${at(0.15, 0.2 + i * 0.05)} ${at(0.85, 0.2 + i * 0.05)}" stroke="#222" stroke-width="6"/>`)
  return svg(`<rect width="1000" height="1000" fill="#7a6247"/><rect width="400" height="1000" fill="#5d4a35"/>
    <polygon points="${at(0, 0)} ${at(1, 0)} ${at(1, 1)} ${at(0, 1)}" fill="#f4f2ec"/>${lines.join('')}
    ${patch(0.05, 0.05, 0.1, '#d22')}${patch(0.85, 0.05, 0.1, '#2a2')}${patch(0.85, 0.85, 0.1, '#22d')}`)
}

function svg(inside: string): Promise<Buffer> {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200" viewBox="0 0 1000 1000" preserveAspectRatio="none">${inside}</svg>`)).png().toBuffer()
}

async function greyOf(picture: Buffer, width: number) {
  const { data, info } = await sharp(picture).resize(width).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { grey: new Uint8Array(data), width: info.width, height: info.height }
}

function nearest([r = 0, g = 0, b = 0]: readonly number[]): string {
  if (Math.min(r, g, b) > 200) return 'white'
  return r > g && r > b ? 'red' : g > b ? 'green' : 'blue'
}
