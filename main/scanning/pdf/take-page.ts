import { fileKind } from '../files/file-kind.ts'
import { readPdf } from '../files/read-pdf.ts'
import { quietSharp } from '../pipeline/quiet-sharp.ts'
import type { CodedPage } from './put-page.ts'
import { readPage } from './read-page.ts'

/**
 * A stored page, ready to be joined: one of ours as it was coded, an image or a PDF from elsewhere as pictures of its pages.
 *
 * Empty where there is no picture in it. What comes from elsewhere loses its own text, scripts and forms on the way.
 */
export async function takePage(bytes: Uint8Array): Promise<readonly CodedPage[]> {
  if (fileKind(bytes) !== 'pdf') {
    const page = await takeImage(bytes)
    return page === undefined ? [] : [page]
  }
  const own = readPage(bytes)
  if (own !== undefined) return [own]
  const pages: CodedPage[] = []
  for await (const side of readPdf(bytes)) {
    const page = await takeImage(side.bytes, side.dpi ?? undefined)
    if (page !== undefined) pages.push(page)
  }
  return pages
}

const MM_PER_INCH = 25.4
const A4 = { short: 210, long: 297 }
const MOST_SIDE = 3508
const QUALITY = 75

/** Without dots an inch that can be believed, an image is as large as an A4 sheet lets it be. */
async function takeImage(bytes: Uint8Array, dpi?: number): Promise<CodedPage | undefined> {
  try {
    const { coded, width, height, colours } = await asJpeg(bytes)
    const sheet = width > height ? [A4.long, A4.short] as const : [A4.short, A4.long] as const
    const mmPerDot = dpi === undefined ? Math.min(sheet[0] / width, sheet[1] / height) : MM_PER_INCH / dpi
    const [widthMm, heightMm] = [width * mmPerDot, height * mmPerDot]
    const box = { x: 0, y: 0, width: widthMm, height: heightMm }
    return { widthMm, heightMm, layers: [{ kind: 'jpeg', width, height, colours, coded, box }] }
  } catch {
    // The decoders of images say only in words of their own that there is none.
    return undefined
  }
}

interface Jpeg {
  readonly coded: Uint8Array
  readonly width: number
  readonly height: number
  readonly colours: 1 | 3
}

/** A JPEG a PDF can hold is taken as it is: coding again would only lose. */
async function asJpeg(bytes: Uint8Array): Promise<Jpeg> {
  const { format, space, depth, orientation = 1, width, height, chromaSubsampling } = await quietSharp(bytes).metadata()
  const isPlain = depth === 'uchar' && orientation === 1 && (space === 'b-w' || space === 'srgb' && chromaSubsampling?.startsWith('4:') === true)
  if (format === 'jpeg' && isPlain && Math.max(width, height) <= MOST_SIDE) return { coded: bytes, width, height, colours: space === 'b-w' ? 1 : 3 }
  const isGrey = space === 'b-w' || space === 'grey16'
  const image = quietSharp(bytes, { failOn: 'none' }).autoOrient().flatten({ background: '#fff' })
    .resize({ width: MOST_SIDE, height: MOST_SIDE, fit: 'inside', withoutEnlargement: true }).toColourspace(isGrey ? 'b-w' : 'srgb')
  const { data, info } = await image.jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer({ resolveWithObject: true })
  return { coded: data, width: info.width, height: info.height, colours: info.channels === 1 ? 1 : 3 }
}
