import sharp from 'sharp'
import { MOST_PAGES, type FileSides, type FileTrouble } from './file-side.ts'
import { openPdf, type PdfPage } from './pdfium.ts'

const POINTS_PER_INCH = 72
const DPI = 200
const MOST_DPI = 300
/** Less than this and nothing on the sheet could be read: the page is a bomb or a map. */
const LEAST_DPI = 60
/** An A3 sheet at 300 dots an inch. */
const MOST_PAGE_PIXELS = 18_000_000

/** Every page of a PDF, drawn with its notes and filled-in boxes; one that cannot be drawn never holds back the rest. */
export async function* readPdf(bytes: Uint8Array): FileSides {
  const pdf = await openPdf(bytes)
  if (typeof pdf === 'string') return pdf
  try {
    if (pdf.pageCount === 0) return 'picture/empty'
    if (pdf.pageCount > MOST_PAGES) return 'picture/too-large'
    let trouble: FileTrouble | null = null
    for (let nth = 0; nth < pdf.pageCount; nth += 1) {
      const side = await pdf.withPage(nth, sideOf)
      if (typeof side === 'string') trouble ??= side
      else yield { ...side, isPhoto: false }
    }
    return trouble
  } finally {
    pdf.close()
  }
}

async function sideOf(page: PdfPage | undefined): Promise<FileTrouble | { readonly bytes: Uint8Array; readonly dpi: number }> {
  if (page === undefined) return 'picture/broken'
  const [width, height] = [page.width / POINTS_PER_INCH, page.height / POINTS_PER_INCH]
  if (!(width * height > 0)) return 'picture/empty'
  const dpi = Math.floor(Math.min(wantedDpi(page), Math.sqrt(MOST_PAGE_PIXELS / (width * height))))
  if (dpi < LEAST_DPI) return 'picture/too-large'
  const size = { width: Math.max(1, Math.round(width * dpi)), height: Math.max(1, Math.round(height * dpi)) }
  const rgba = page.draw(size)
  if (rgba === undefined) return 'picture/broken'
  const picture = sharp(rgba, { raw: { ...size, channels: 4 } }).removeAlpha()
  if (isGrey(rgba)) picture.toColourspace('b-w')
  return { bytes: await picture.png({ compressionLevel: 2 }).withMetadata({ density: dpi }).toBuffer(), dpi }
}

/** A page that is one scanned image is drawn at the image's own resolution, so that nothing of it is lost. */
function wantedDpi(page: PdfPage): number {
  return Math.min(MOST_DPI, Math.max(DPI, Math.round(page.scanDpi() ?? 0)))
}

function isGrey(rgba: Uint8Array): boolean {
  for (let i = 0; i < rgba.length; i += 4) {
    if (rgba[i] !== rgba[i + 1] || rgba[i] !== rgba[i + 2]) return false
  }
  return true
}
