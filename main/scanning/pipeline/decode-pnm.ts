import { failure, success, type Result } from '../../../shared/base/result.ts'
import { checkSize, type DecodeProblem, type Decoded } from './decoded.ts'

/** PBM, PGM and PPM in their binary forms (P4, P5, P6), of 8 or 16 bits: what `scanimage` writes. */
export function decodePnm(bytes: Uint8Array): Result<Decoded, DecodeProblem> {
  const head = readHead(bytes)
  if (head === undefined) return failure({ code: 'picture/broken' })
  const { form, width, height, most, start } = head
  const refused = checkSize(width, height)
  if (refused !== undefined) return failure(refused)
  const channels = form === 6 ? 3 : 1
  const rowBytes = form === 4 ? Math.ceil(width / 8) : width * channels * (most > 255 ? 2 : 1)
  if (bytes.length - start < rowBytes * height) return failure({ code: 'picture/broken' })
  const body = bytes.subarray(start, start + rowBytes * height)
  return success({ width, height, channels, pixels: form === 4 ? spreadBits(body, width, height) : toEightBits(body, most) })
}

interface Head {
  readonly form: number
  readonly width: number
  readonly height: number
  readonly most: number
  readonly start: number
}

/** Numbers between white space and comments; exactly one white space stands before the pixels. */
function readHead(bytes: Uint8Array): Head | undefined {
  const text = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const gap = '(?:\\s|#[^\\n]*\\n)+'
  const isBits = text.startsWith('P4')
  const found = new RegExp(`^P([456])${gap}(\\d{1,9})${gap}(\\d{1,9})${isBits ? '' : `${gap}(\\d{1,5})`}\\s`).exec(text)
  if (found === null) return undefined
  const most = isBits ? 1 : Number(found[4])
  if (most < 1 || most > 65_535) return undefined
  return { form: Number(found[1]), width: Number(found[2]), height: Number(found[3]), most, start: found[0].length }
}

/** In PBM a set bit is black. */
function spreadBits(body: Uint8Array, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height)
  const rowBytes = Math.ceil(width / 8)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      pixels[at] = (body[y * rowBytes + (x >> 3)]! >> (7 - (x & 7)) & 1) === 1 ? 0 : 255
    }
  }
  return pixels
}

function toEightBits(body: Uint8Array, most: number): Uint8Array {
  if (most === 255) return body
  const wide = most > 255
  const pixels = new Uint8Array(wide ? body.length >> 1 : body.length)
  for (let i = 0; i < pixels.length; i += 1) {
    const value = wide ? body[2 * i]! << 8 | body[2 * i + 1]! : body[i]!
    pixels[i] = Math.min(255, Math.round(value * 255 / most))
  }
  return pixels
}
