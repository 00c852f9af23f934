import { failure, success, type Result } from '../../../shared/base/result.ts'
import { checkSize, type DecodeProblem, type Decoded } from './decoded.ts'

const BITS = [1, 4, 8, 24, 32]

/** Uncompressed BMP of 1, 4, 8, 24 or 32 bits: what some Windows scanner drivers answer whatever is asked. */
export function decodeBmp(bytes: Uint8Array): Result<Decoded, DecodeProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 54) return failure({ code: 'picture/broken' })
  const start = view.getUint32(10, true)
  const headSize = view.getUint32(14, true)
  const width = view.getInt32(18, true)
  const signedHeight = view.getInt32(22, true)
  const height = Math.abs(signedHeight)
  const bits = view.getUint16(28, true)
  const packing = view.getUint32(30, true)
  if (headSize < 40 || !BITS.includes(bits)) return failure({ code: 'picture/broken' })
  const isPlain = packing === 0 || packing === 3 && bits === 32
  if (!isPlain) return failure({ code: 'picture/unknown-kind' })
  const refused = checkSize(width, height)
  if (refused !== undefined) return failure(refused)
  const rowBytes = Math.ceil(width * bits / 32) * 4
  const paletteAt = 14 + headSize
  const colours = bits > 8 ? 0 : view.getUint32(46, true) || 2 ** bits
  if (start < paletteAt || bytes.length < start + rowBytes * height || colours > 256 || bytes.length < paletteAt + colours * 4) {
    return failure({ code: 'picture/broken' })
  }

  const palette = bytes.subarray(paletteAt, paletteAt + colours * 4)
  const isGrey = bits <= 8 && isGreyPalette(palette)
  const channels = isGrey ? 1 : 3
  const pixels = new Uint8Array(width * height * channels)
  for (let y = 0, to = 0; y < height; y += 1) {
    const row = start + (signedHeight > 0 ? height - 1 - y : y) * rowBytes
    for (let x = 0; x < width; x += 1, to += channels) {
      const from = bits > 8 ? row + x * (bits >> 3) : paletteAt + 4 * Math.min(colours - 1, indexAt(bytes, row, x, bits))
      pixels[to] = bytes[from + 2]!
      if (isGrey) continue
      pixels[to + 1] = bytes[from + 1]!
      pixels[to + 2] = bytes[from]!
    }
  }
  const dpi = view.getInt32(38, true) * 0.0254
  return success({ width, height, channels, pixels, ...dpi > 1 && { dpi: Math.round(dpi) } })
}

function indexAt(bytes: Uint8Array, row: number, x: number, bits: number): number {
  if (bits === 8) return bytes[row + x]!
  const perByte = 8 / bits
  const shift = (perByte - 1 - x % perByte) * bits
  return bytes[row + Math.floor(x / perByte)]! >> shift & 2 ** bits - 1
}

function isGreyPalette(palette: Uint8Array): boolean {
  for (let i = 0; i < palette.length; i += 4) {
    if (palette[i] !== palette[i + 1] || palette[i] !== palette[i + 2]) return false
  }
  return true
}
