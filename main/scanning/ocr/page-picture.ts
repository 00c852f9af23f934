import { openPdf, type PdfPage } from '../files/pdfium.ts'
import { fileKind } from '../files/file-kind.ts'
import { decode } from '../pipeline/decode.ts'
import type { GreyPicture } from '../pipeline/picture.ts'
import { quietSharp } from '../pipeline/quiet-sharp.ts'
import { toGrey } from '../pipeline/to-grey.ts'

/** A page as it is stored, or a side as it came, in grey and as sharp as it is; undefined where there is no picture in it. */
export async function pagePicture(bytes: Uint8Array, dpi: number | null = null): Promise<GreyPicture | undefined> {
  if (fileKind(bytes) === 'pdf') return drawFirstPage(bytes)
  const read = await decode(bytes, dpi)
  return read.ok ? toGrey({ ...read.value, dpi: read.value.dpi ?? USUAL_DPI }) : undefined
}

async function drawFirstPage(bytes: Uint8Array): Promise<GreyPicture | undefined> {
  const pdf = await openPdf(bytes)
  if (typeof pdf === 'string') return undefined
  try {
    return await pdf.withPage(0, page => page === undefined ? Promise.resolve(undefined) : drawPage(page))
  } finally {
    pdf.close()
  }
}

async function drawPage(page: PdfPage): Promise<GreyPicture | undefined> {
  const inches = page.width / POINTS * (page.height / POINTS)
  const dpi = Math.min(Math.max(page.scanDpi() ?? USUAL_DPI, LEAST_DPI), MOST_DPI, Math.sqrt(MOST_DOTS / inches))
  const width = Math.max(1, Math.round(page.width / POINTS * dpi))
  const height = Math.max(1, Math.round(page.height / POINTS * dpi))
  const pixels = page.draw({ width, height })
  if (pixels === undefined) return undefined
  const grey = await quietSharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha().toColourspace('b-w').raw().toBuffer()
  return { width, height, channels: 1, pixels: grey, dpi }
}

const POINTS = 72
const USUAL_DPI = 200
/** Below this Vietnamese marks run together; above it nothing more is read. */
const [LEAST_DPI, MOST_DPI] = [200, 400]
const MOST_DOTS = 25_000_000
