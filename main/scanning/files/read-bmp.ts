import { MOST_PIXELS, type FileSides } from './file-side.ts'

const HEADER_ENDS = 54
const METRES_PER_INCH = 0.0254

/** A BMP goes on as it is when its header is one and all its rows are there. */
export async function* readBmp(bytes: Uint8Array): FileSides {
  if (bytes.length < HEADER_ENDS) return 'picture/broken'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const [width, height] = [view.getInt32(18, true), Math.abs(view.getInt32(22, true))]
  const [bits, compression] = [view.getUint16(28, true), view.getUint32(30, true)]
  if (width <= 0 || height === 0) return 'picture/empty'
  if (width * height > MOST_PIXELS) return 'picture/too-large'
  const isPlain = compression === 0 || compression === 3
  const row = Math.ceil(width * bits / 32) * 4
  if (isPlain && view.getUint32(10, true) + row * height > bytes.length) return 'picture/broken'
  const dpi = Math.round(view.getInt32(38, true) * METRES_PER_INCH)
  yield { bytes, dpi: isScannersDpi(dpi) ? dpi : null, isPhoto: false }
  return null
}

function isScannersDpi(dpi: number): boolean {
  return dpi >= 100 && dpi <= 1200
}
