import sharp from 'sharp'
import { qrSvg } from '../../main/printing/qr.ts'
import { coverMarks } from '../../shared/forms/cover-sheet/cover-marks.ts'
import { coverSheetText, type CoverSheet } from '../../shared/papers/cover-sheet.ts'
import { formBody, idCardBody, letterBody, photoBody, tableBody, textLine, type Drawn } from './made-bodies.ts'
import { seededRandom } from './random.ts'

export type MadeKind = 'faint' | 'form' | 'id-card' | 'letter' | 'photo' | 'table'

/** A side of a sheet as it lay on the glass: drawn, not yet dirty. */
export interface MadePage {
  readonly svg: string
  /** Millimetres. */
  readonly width: number
  readonly height: number
  /** What stands on it, in reading order; empty where no text is the point. */
  readonly truth: string
}

export const A4 = { width: 210, height: 297 } as const
export const A5 = { width: 148, height: 210 } as const

/** A page of a kind: the same seed gives the same page. */
export function makePage(kind: MadeKind, seed: number): MadePage {
  const chance = seededRandom(seed)
  switch (kind) {
    case 'form': return onSheet(formBody(chance, INK))
    case 'faint': return onSheet(formBody(chance, FAINT))
    case 'letter': return onSheet(letterBody(chance, INK))
    case 'table': return onSheet(tableBody(chance, INK))
    case 'photo': return onSheet(photoBody(chance))
    case 'id-card': return onSheet(idCardBody(chance))
  }
}

const INK = '#1b1b1d'
/** The third copy of a copy. */
const FAINT = '#9a9a9c'

/** A cover sheet as the printer gives it: the geometry of the form, in millimetres. */
export function makeCover(cover: CoverSheet, size: 'A4' | 'A5' = 'A4'): MadePage {
  const sheet = size === 'A4' ? A4 : A5
  const [edge, side] = size === 'A4' ? [22, 34] : [19, 30]
  const code = qrSvg(coverSheetText(cover), 'H')
  const at = (x: number, y: number): string => code.replace('<svg ', `<svg x="${x}" y="${y}" width="${side}" height="${side}" `)
  const lines = ['TỜ BÌA QUÉT', cover.code, cover.paper ?? 'Cả hồ sơ']
    .map((text, i) => textLine(text, { x: edge, y: edge + side + 15 + i * 14, size: 9, ink: INK, isBold: true }))
  return onSheet({ svg: coverMarks(size).html + at(edge, edge) + at(sheet.width - edge - side, sheet.height - edge - side) + lines.join(''), truth: '' }, sheet)
}

/** A side with nothing on it. */
export function makeBare(): MadePage {
  return onSheet({ svg: '', truth: '' })
}

function onSheet({ svg, truth }: Drawn, { width, height }: { readonly width: number, readonly height: number } = A4): MadePage {
  return { svg, width, height, truth }
}

/** Pixels of a drawn page, red, green, blue. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly dpi: number
}

/** Draws a page as pixels; white paper, nothing around it. */
export async function drawPage(page: MadePage, dpi = 200): Promise<Pixels> {
  const [width, height] = [page.width, page.height].map(mm => Math.round(mm / 25.4 * dpi)) as [number, number]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="#fff"/>${page.svg}</svg>`
  const data = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).removeAlpha().raw().toBuffer()
  return { data: new Uint8Array(data), width, height, dpi }
}
