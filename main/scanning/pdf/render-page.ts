import { fileKind } from '../files/file-kind.ts'
import { openPdf, type PdfPage } from '../files/pdfium.ts'
import { quietSharp } from '../pipeline/quiet-sharp.ts'

/** `preview` is what fits a screen; `whole` is large enough to read the small print. */
export type RenderSize = 'preview' | 'whole'

/** A stored page as WebP, of a PDF its first page; undefined where there is no picture in it. */
export async function renderPage(bytes: Uint8Array, size: RenderSize): Promise<Uint8Array | undefined> {
  if (fileKind(bytes) !== 'pdf') return renderImage(bytes, size)
  const pdf = await openPdf(bytes)
  if (typeof pdf === 'string') return undefined
  try {
    return await pdf.withPage(0, page => page === undefined ? Promise.resolve(undefined) : renderPdfPage(page, size))
  } finally {
    pdf.close()
  }
}

const PREVIEW_HEIGHT = 900
const WHOLE_DPI = 200
/** An A3 sheet at 200 dots an inch, and as many for a page of any other shape. */
const MOST_DOTS = 8_000_000
const QUALITY = { preview: 50, whole: 75 } as const

async function renderPdfPage(page: PdfPage, size: RenderSize): Promise<Uint8Array | undefined> {
  if (!(page.width > 0 && page.height > 0)) return undefined
  const wanted = size === 'preview' ? PREVIEW_HEIGHT / page.height : WHOLE_DPI / 72
  const scale = Math.min(wanted, Math.sqrt(MOST_DOTS / (page.width * page.height)))
  const width = Math.max(1, Math.round(page.width * scale))
  const height = Math.max(1, Math.round(page.height * scale))
  const pixels = page.draw({ width, height })
  if (pixels === undefined) return undefined
  const image = quietSharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha().webp({ quality: QUALITY[size] })
  return new Uint8Array(await image.toBuffer())
}

async function renderImage(bytes: Uint8Array, size: RenderSize): Promise<Uint8Array | undefined> {
  const room = size === 'preview' ? { width: 2 * PREVIEW_HEIGHT, height: PREVIEW_HEIGHT } : { width: 3508, height: 3508 }
  try {
    const image = quietSharp(bytes, { failOn: 'none' }).autoOrient().resize({ ...room, fit: 'inside', withoutEnlargement: true })
    return new Uint8Array(await image.flatten({ background: '#fff' }).webp({ quality: QUALITY[size] }).toBuffer())
  } catch {
    // The decoders of images say only in words of their own that there is none.
    return undefined
  }
}
