import type { Box } from './page-image.ts'
import { PDF_HEAD } from './pdf-file.ts'
import type { CodedLayer, CodedPage } from './put-page.ts'

/**
 * The coded images of a page that `writePage` made, ready to be put into another file as they are; undefined for any other PDF.
 *
 * It reads what that writer writes and nothing else: a PDF from elsewhere is a picture to be taken, never objects to be trusted.
 */
export function readPage(pdf: Uint8Array): CodedPage | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length)
  const places = placesOf(bytes)
  if (places.length === 0) return undefined
  const object = (number: number): string => {
    const from = places[number - 1] ?? bytes.length
    return bytes.toString('latin1', from, Math.min(places[number] ?? bytes.length, from + MOST_WORDS))
  }
  const page = PAGE.exec(object(places.length))
  if (page === null) return undefined
  const [, width, height, named = '', content] = page
  const images = [...named.matchAll(/\/I\d+ (\d+) 0 R/g)].map(([, number]) => Number(number))
  const painted = [...object(Number(content)).matchAll(PAINTED)]
  const heightMm = millimetres(height)
  const layers = images.flatMap((image, at) => {
    const [boxWidth = 0, boxHeight = 0, x = 0, y = 0] = painted[at]?.slice(1).map(millimetres) ?? []
    const box = { x, y: heightMm - y - boxHeight, width: boxWidth, height: boxHeight }
    return readLayer(bytes, places[image - 1] ?? 0, object(image), box) ?? []
  })
  return layers.length === images.length && layers.length === painted.length ? { widthMm: millimetres(width), heightMm, layers } : undefined
}

/** Far more than a page's dictionary or its painting ever take. */
const MOST_WORDS = 50_000
const NUMBER = '(-?[\\d.]+)'
const PAGE = new RegExp(`/Type /Page /Parent 2 0 R /MediaBox \\[0 0 ${NUMBER} ${NUMBER}\\] `
  + '/Resources << /XObject << ([^>]*) >> >> /Contents (\\d+) 0 R >>\nendobj\n')
const PAINTED = new RegExp(`q ${NUMBER} 0 0 ${NUMBER} ${NUMBER} ${NUMBER} cm /I\\d+ Do Q\n`, 'g')
const IMAGE = /^\d+ 0 obj\n<< \/Type \/XObject \/Subtype \/Image \/Width (\d+) \/Height (\d+) \/ColorSpace \/Device(Gray|RGB) [^>]*\/Filter \/(CCITTFax|DCT)Decode (?:\/DecodeParms <<[^>]*>> )?\/Length (\d+) >>\nstream\n/

function readLayer(bytes: Buffer, place: number, words: string, box: Box): CodedLayer | undefined {
  const [head = '', width, height, colours, filter, length] = IMAGE.exec(words) ?? []
  if (length === undefined) return undefined
  const start = place + head.length
  return {
    kind: filter === 'DCT' ? 'jpeg' : 'black-white', width: Number(width), height: Number(height), colours: colours === 'RGB' ? 3 : 1,
    coded: bytes.subarray(start, start + Number(length)), box,
  }
}

/** Where each object begins, by its number; none when the file is not one of ours. */
function placesOf(bytes: Buffer): readonly number[] {
  if (bytes.toString('latin1', 0, PDF_HEAD.length) !== PDF_HEAD) return []
  const [, start] = /startxref\n(\d+)\n%%EOF\n$/.exec(bytes.toString('latin1', Math.max(0, bytes.length - 60))) ?? []
  const table = start === undefined ? '' : bytes.toString('latin1', Number(start))
  if (!/^xref\n0 \d+\n/.test(table)) return []
  return [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place))
}

function millimetres(points: string | undefined): number {
  return Number(points) * 25.4 / 72
}
