import { failure, success, type Result } from '../../../shared/base/result.ts'
import { decodeBmp } from './decode-bmp.ts'
import { decodePnm } from './decode-pnm.ts'
import { checkSize, MOST_PIXELS, type DecodeProblem, type Decoded } from './decoded.ts'
import { quietSharp } from './quiet-sharp.ts'
import { sniffImage } from './sniff-image.ts'

/**
 * The pixels of one image of any kind a side may come as, upright by its EXIF, on white where it is transparent.
 *
 * CMYK, 16 bit, palettes and progressive files all end as grey or sRGB of 8 bits, at most as many dots as
 * A3 has at 300 an inch. Of a file with several pages it is the first. `dpi` is what the scanner was asked for,
 * and beats what the file says. Problems: `picture/…`, for a file cut short `picture/broken`.
 */
export async function decode(bytes: Uint8Array, dpi: number | null): Promise<Result<Decoded, DecodeProblem>> {
  if (bytes.length === 0) return failure({ code: 'picture/empty' })
  switch (sniffImage(bytes)) {
    case undefined: return failure({ code: 'picture/unknown-kind' })
    case 'pnm': return fit(decodePnm(bytes), dpi)
    case 'bmp': return fit(decodeBmp(bytes), dpi)
    case 'jpeg': case 'png': case 'tiff': case 'webp': return decodeBySharp(bytes, dpi)
  }
}

/** Whatever the library cannot read is broken for the clerk too: its own words help nobody. */
async function decodeBySharp(bytes: Uint8Array, dpi: number | null): Promise<Result<Decoded, DecodeProblem>> {
  try {
    const { width, height, density, space } = await quietSharp(bytes, { limitInputPixels: false }).metadata()
    const refused = checkSize(width, height)
    if (refused !== undefined) return failure(refused)
    const isGrey = space === 'b-w' || space === 'grey16'
    const { data, info } = await quietSharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', autoOrient: true })
      .resize(FIT)
      .flatten({ background: '#ffffff' })
      .toColourspace(isGrey ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const known = dpi ?? (density !== undefined && density >= FEWEST_DPI ? density : undefined)
    return success(decoded(info, data, known, Math.max(width, height)))
  } catch {
    return failure({ code: 'picture/broken' })
  }
}

/** Our own decoders give every pixel there is. */
async function fit(result: Result<Decoded, DecodeProblem>, dpi: number | null): Promise<Result<Decoded, DecodeProblem>> {
  if (!result.ok) return result
  const { width, height, channels, pixels } = result.value
  const known = dpi ?? result.value.dpi
  const longest = Math.max(width, height)
  if (longest <= FIT.width) return success(decoded({ width, height, channels }, pixels, known, longest))
  const { data, info } = await quietSharp(pixels, { raw: { width, height, channels }, limitInputPixels: MOST_PIXELS })
    .resize(FIT).toColourspace(channels === 1 ? 'b-w' : 'srgb').raw().toBuffer({ resolveWithObject: true })
  return success(decoded(info, data, known, longest))
}

interface Shape {
  readonly width: number
  readonly height: number
  readonly channels: number
}

function decoded({ width, height, channels }: Shape, pixels: Uint8Array, dpi: number | undefined, longestBefore: number): Decoded {
  const scale = Math.max(width, height) / longestBefore
  return { width, height, channels: channels === 1 ? 1 : 3, pixels, ...dpi !== undefined && { dpi: dpi * scale } }
}

/** The longer side of A3 at 300 dots an inch. */
const FIT = { width: 4961, height: 4961, fit: 'inside', withoutEnlargement: true } as const

/** 72 and 96 are what programs write when they know nothing. */
const FEWEST_DPI = 100
