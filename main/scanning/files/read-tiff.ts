import sharp from 'sharp'
import { MOST_PAGES, MOST_PIXELS, type FileSides, type FileTrouble } from './file-side.ts'
import { scannersDpi, troubleOf } from './read-picture.ts'

/** Every page of a TIFF, each as a PNG of its own; one that cannot be read never holds back the rest. */
export async function* readTiff(bytes: Uint8Array): FileSides {
  const count = await pagesIn(bytes)
  if (typeof count === 'string') return count
  if (count > MOST_PAGES) return 'picture/too-large'
  let trouble: FileTrouble | null = null
  for (let page = 0; page < count; page += 1) {
    const side = await pageOf(bytes, page)
    if (typeof side === 'string') trouble ??= side
    else yield { ...side, isPhoto: false }
  }
  return trouble
}

async function pagesIn(bytes: Uint8Array): Promise<number | FileTrouble> {
  try {
    return (await sharp(bytes, { limitInputPixels: false }).metadata()).pages ?? 1
  } catch (error) {
    return troubleOf(error)
  }
}

async function pageOf(bytes: Uint8Array, page: number): Promise<FileTrouble | { readonly bytes: Uint8Array; readonly dpi: number | null }> {
  try {
    const picture = sharp(bytes, { page, failOn: 'error', limitInputPixels: false })
    const { width, height, density } = await picture.metadata()
    if (width * height === 0) return 'picture/empty'
    if (width * height > MOST_PIXELS) return 'picture/too-large'
    const dpi = scannersDpi(density)
    const png = picture.png({ compressionLevel: 2 })
    return { bytes: await (dpi === null ? png : png.withMetadata({ density: dpi })).toBuffer(), dpi }
  } catch (error) {
    return troubleOf(error)
  }
}
