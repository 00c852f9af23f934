import sharp from 'sharp'
import type { Pixels } from './made-pages.ts'
import type { Random } from './random.ts'

/** What happened to a sheet on its way through an office and a scanner. */
export interface Dirt {
  /** Degrees clockwise. */
  readonly skew: number
  readonly isUpsideDown: boolean
  /** Spread of the noise of each pixel, 0…40. */
  readonly noise: number
  /** What is left of the contrast, 0…1. */
  readonly contrast: number
  /** How dark one side is, 0 none…0.5. */
  readonly shadow: number
  /** Millimetres torn off a corner along each edge; 0 none. */
  readonly torn: number
  readonly tornCorner: 0 | 1 | 2 | 3
  readonly isColour: boolean
}

export const CLEAN: Dirt = { skew: 0, isUpsideDown: false, noise: 0, contrast: 1, shadow: 0, torn: 0, tornCorner: 0, isColour: true }

/** Everything at once, more or less of each. */
export function someDirt(chance: Random): Dirt {
  const sometimes = (share: number, value: number): number => chance.next() < share ? value : 0
  return {
    skew: chance.next() * 10 - 5,
    isUpsideDown: chance.next() < 0.3,
    noise: chance.next() * 30,
    contrast: 1 - sometimes(0.4, chance.next() * 0.75),
    shadow: sometimes(0.4, chance.next() * 0.45),
    torn: sometimes(0.3, 20 + chance.next() * 70),
    tornCorner: chance.pick([0, 1, 2, 3] as const),
    isColour: chance.next() < 0.5,
  }
}

/** The sheet as a scanner gives it: a PNG of the same size that says its dots an inch. The same chance gives the same bytes. */
export async function scanned(page: Pixels, dirt: Dirt, chance: Random): Promise<Buffer> {
  const pixels = new Uint8Array(page.data)
  if (dirt.torn > 0) tear(pixels, page, dirt)
  const turned = dirt.skew === 0 ? pixels : await rotate(pixels, page, dirt.skew)
  dirty(turned, page, dirt, chance)
  if (dirt.isUpsideDown) turnOver(turned)
  const image = sharp(turned, { raw: { width: page.width, height: page.height, channels: 3 } })
  return (dirt.isColour ? image : image.greyscale()).withMetadata({ density: page.dpi }).png({ compressionLevel: 1 }).toBuffer()
}

/** The lid of the scanner shows where the corner is gone. */
function tear(pixels: Uint8Array, { width, height, dpi }: Pixels, { torn, tornCorner }: Dirt): void {
  const reach = torn / 25.4 * dpi
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [across, down] = [tornCorner % 2 === 0 ? x : width - 1 - x, tornCorner < 2 ? y : height - 1 - y]
      if (across + down < reach + 9 * Math.sin(across / 25)) pixels.fill(235, (y * width + x) * 3, (y * width + x) * 3 + 3)
    }
  }
}

async function rotate(pixels: Uint8Array, { width, height }: Pixels, degrees: number): Promise<Uint8Array> {
  const turned = await sharp(pixels, { raw: { width, height, channels: 3 } }).rotate(degrees, { background: '#f0f0f0' }).raw().toBuffer({ resolveWithObject: true })
  const box = { left: Math.floor((turned.info.width - width) / 2), top: Math.floor((turned.info.height - height) / 2), width, height }
  const cut = sharp(turned.data, { raw: { width: turned.info.width, height: turned.info.height, channels: 3 } }).extract(box)
  return new Uint8Array(await cut.raw().toBuffer())
}

function dirty(pixels: Uint8Array, { width }: Pixels, { contrast, shadow, noise }: Dirt, chance: Random): void {
  const grain = Float32Array.from({ length: 4096 }, () => (chance.next() + chance.next() + chance.next() - 1.5) * noise)
  let at = chance.between(0, 4095)
  for (let i = 0; i < pixels.length; i += 3) {
    const light = 1 - shadow * ((i / 3) % width) / width
    at = (at * 1664525 + 1013904223) >>> 0
    const shift = grain[at >>> 20] ?? 0
    for (let channel = i; channel < i + 3; channel += 1) {
      const faded = 245 - (245 - (pixels[channel] ?? 0)) * contrast
      pixels[channel] = Math.max(0, Math.min(255, faded * light + shift))
    }
  }
}

function turnOver(pixels: Uint8Array): void {
  for (let i = 0, j = pixels.length - 3; i < j; i += 3, j -= 3) {
    for (let channel = 0; channel < 3; channel += 1) {
      const kept = pixels[i + channel] ?? 0
      pixels[i + channel] = pixels[j + channel] ?? 0
      pixels[j + channel] = kept
    }
  }
}
