import { encodeG4 } from './g4.ts'
import type { Box, Layer } from './page-image.ts'
import { latin1, points, type PdfFile } from './pdf-file.ts'

/** A page whose images are coded: what a stored page holds, and what a joined file is made of. */
export interface CodedPage {
  readonly widthMm: number
  readonly heightMm: number
  readonly layers: readonly CodedLayer[]
}

export interface CodedLayer {
  readonly kind: Layer['kind']
  readonly width: number
  readonly height: number
  readonly colours: 1 | 3
  readonly coded: Uint8Array
  readonly box: Box
}

export function codeLayer(layer: Layer): CodedLayer {
  const { kind, width, height, box } = layer
  return layer.kind === 'black-white'
    ? { kind, width, height, box, colours: 1, coded: encodeG4(layer.bits, width, height) }
    : { kind, width, height, box, colours: layer.colours, coded: layer.bytes }
}

/** Words that can be found and copied but are not seen, and the fonts they name. */
export interface PageWords {
  readonly fonts: string
  readonly content: string
}

/** Puts a page and its images into a file and gives its number; layers are painted in order. */
export function putPage(file: PdfFile, parent: number, page: CodedPage, words?: PageWords): number {
  const images = page.layers.map(layer => file.put(imageDictionary(layer), layer.coded))
  const painted = page.layers.map(({ box }, at) => {
    const corner = `${points(box.x)} ${points(page.heightMm - box.y - box.height)}`
    return `q ${points(box.width)} 0 0 ${points(box.height)} ${corner} cm /I${String(at)} Do Q\n`
  })
  const content = file.put('', latin1(painted.join('') + (words?.content ?? '')))
  const named = images.map((image, at) => `/I${String(at)} ${String(image)} 0 R`).join(' ')
  const fonts = words === undefined ? '' : ` /Font << ${words.fonts} >>`
  return file.put(`<< /Type /Page /Parent ${String(parent)} 0 R /MediaBox [0 0 ${points(page.widthMm)} ${points(page.heightMm)}] `
    + `/Resources << /XObject << ${named} >>${fonts} >> /Contents ${String(content)} 0 R >>`)
}

function imageDictionary({ kind, width, height, colours }: CodedLayer): string {
  const size = `/Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)}`
  return kind === 'black-white'
    ? `${size} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode `
      + `/DecodeParms << /K -1 /Columns ${String(width)} /Rows ${String(height)} >>`
    : `${size} /ColorSpace /Device${colours === 1 ? 'Gray' : 'RGB'} /BitsPerComponent 8 /Filter /DCTDecode`
}
