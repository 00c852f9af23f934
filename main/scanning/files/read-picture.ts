import sharp from 'sharp'
import { MOST_PIXELS, type FileSides, type FileTrouble } from './file-side.ts'
import { wasExposed } from './exif.ts'

/** A JPEG, PNG or WebP goes on as it is once it could be decoded to its end. */
export async function* readPicture(bytes: Uint8Array): FileSides {
  const look = await lookAt(bytes)
  if (typeof look === 'string') return look
  yield { bytes, ...look }
  return null
}

async function lookAt(bytes: Uint8Array): Promise<FileTrouble | { readonly dpi: number | null; readonly isPhoto: boolean }> {
  try {
    const picture = sharp(bytes, { failOn: 'error', limitInputPixels: false })
    const { width, height, density, exif, format } = await picture.metadata()
    if (width * height === 0) return 'picture/empty'
    if (width * height > MOST_PIXELS) return 'picture/too-large'
    await picture.resize(64, 64, { fit: 'inside', kernel: 'nearest' }).raw().toBuffer()
    const dpi = scannersDpi(density)
    return { dpi, isPhoto: format !== 'png' && (wasExposed(exif) || (dpi === null && !isSheetShaped(width / height))) }
  } catch (error) {
    return troubleOf(error)
  }
}

/** Dots an inch as a scanner would say it: files without a resolution claim 72 or 96. */
export function scannersDpi(density: number | undefined): number | null {
  const dpi = Math.round(density ?? 0)
  return dpi >= 100 && dpi <= 1200 ? dpi : null
}

/** What the decoder refuses is the file's fault; anything else is ours. */
export function troubleOf(error: unknown): FileTrouble {
  if (!(error instanceof Error)) throw error
  return /pixel limit|too large|exceeds/i.test(error.message) ? 'picture/too-large' : 'picture/broken'
}

/** Phones photograph in 4:3 and 16:9; messengers strip what a photograph says of itself, but not its shape. */
function isSheetShaped(ratio: number): boolean {
  const portrait = Math.max(ratio, 1 / ratio)
  return Math.abs(portrait - Math.SQRT2) < 0.03
}
