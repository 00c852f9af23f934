import type { Area, Picture } from './picture.ts'
import { rawSharp, scaleToSize } from './scale.ts'

/** A coloured part of a page of one bit, and where it lies in the pixels of that page. */
export interface Patch {
  readonly picture: Picture
  readonly area: Area
}

const HIGHEST = 900
const QUALITY = 30
/** Print in four greys without loss is smaller than with, and sharp. */
const GREYS = 4

/** WebP, 900 pixels high at most. */
export async function makePreview(picture: Picture): Promise<Uint8Array> {
  return rawSharp(picture).resize({ height: HIGHEST, withoutEnlargement: true }).webp({ quality: QUALITY }).toBuffer()
}

/** The preview of what is kept: black dots and the patches over them. `black` has one byte a pixel of `page`. */
export async function previewOneBit(black: Uint8Array, page: Picture, patches: readonly Patch[]): Promise<Uint8Array> {
  const { width, height, dpi } = page
  const scale = Math.min(1, HIGHEST / height)
  const pixels = black.map(value => value === 1 ? 0 : 255)
  const whole: Picture = { width, height, channels: 1, pixels, dpi }
  const small = await scaleToSize(whole, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
  if (patches.length === 0) return rawSharp(toFewGreys(small)).webp({ lossless: true, effort: 2 }).toBuffer()

  const overlays = await Promise.all(patches.map(async ({ picture, area }) => {
    const [left, top] = [Math.floor(area.left * scale), Math.floor(area.top * scale)]
    const fitting = await scaleToSize(picture,
      Math.max(1, Math.min(small.width - left, Math.round(area.width * scale))),
      Math.max(1, Math.min(small.height - top, Math.round(area.height * scale))))
    const raw = { width: fitting.width, height: fitting.height, channels: fitting.channels }
    return { input: Buffer.from(fitting.pixels), raw, left, top }
  }))
  return rawSharp(small).toColourspace('srgb').composite(overlays).webp({ quality: QUALITY }).toBuffer()
}

function toFewGreys(picture: Picture): Picture {
  const greys = Uint8Array.from({ length: 256 }, (_, value) => Math.round(value / 255 * (GREYS - 1)) * 255 / (GREYS - 1))
  return { ...picture, pixels: picture.pixels.map(value => greys[value]!) }
}
