import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import { shrink } from '../pipeline/shrink.ts'
import type { GreyPicture } from '../pipeline/picture.ts'

/** Sets up the reader, once in each thread, with the bytes of its wasm: it is never looked for on the network. */
export async function prepareCodes(wasm: Uint8Array): Promise<void> {
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}

/**
 * The texts of the QR codes on a side, each once, whichever way up it lies.
 *
 * Most sides have none, so the tries go from fast to thorough and end with the first that finds one.
 */
export async function readCodes(image: GreyPicture): Promise<readonly string[]> {
  return readBy(image, TRIES)
}

/** As `readCodes`, with more tries: for a side that is known to have a code. */
export async function readCodesHarder(image: GreyPicture): Promise<readonly string[]> {
  return readBy(image, HARDER_TRIES)
}

interface Try {
  /** The image is made smaller by this first: noise and halftones go, and so do small modules. */
  readonly by: number
  readonly options: ReaderOptions
}

const QR: ReaderOptions = { formats: ['QRCode'], textMode: 'Plain', tryInvert: false, tryRotate: false, tryDownscale: false, tryHarder: false }

const TRIES: readonly Try[] = [
  { by: 2, options: QR },
  { by: 1, options: { ...QR, tryHarder: true } },
  { by: 2, options: { ...QR, tryHarder: true } },
  { by: 1, options: { ...QR, binarizer: 'GlobalHistogram' } },
]

const HARDER_TRIES: readonly Try[] = [
  { by: 2, options: { ...QR, tryHarder: true, binarizer: 'GlobalHistogram' } },
  { by: 3, options: { ...QR, tryHarder: true } },
  { by: 1, options: { ...QR, tryHarder: true, tryDenoise: true } },
  { by: 2, options: { ...QR, tryHarder: true, tryDenoise: true } },
]

async function readBy(image: GreyPicture, tries: readonly Try[]): Promise<readonly string[]> {
  const files = new Map<number, Uint8Array>()
  for (const { by, options } of tries) {
    const file = files.get(by) ?? greyFile(shrink(image, by))
    files.set(by, file)
    const found = (await readBarcodes(file, options)).filter(({ isValid }) => isValid).map(({ text }) => text)
    if (found.length > 0) return [...new Set(found)]
  }
  return []
}

/** The reader takes grey only as an image file, a quarter of what pixels in colour would be: PGM is pixels behind a short head. */
function greyFile({ width, height, pixels }: GreyPicture): Uint8Array {
  const head = Buffer.from(`P5\n${String(width)} ${String(height)}\n255\n`, 'latin1')
  return Buffer.concat([head, pixels])
}
