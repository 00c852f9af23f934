import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import { shrink } from '../pipeline/shrink.ts'
import type { GreyPicture } from '../pipeline/picture.ts'
import type { QuarterTurn } from '../pipeline/turn.ts'

/** Sets up the reader, once in each process, with the bytes of its wasm: it is never looked for on the network. */
export async function prepareCodes(wasm: Uint8Array): Promise<void> {
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}

export interface ReadCode {
  readonly text: string
  /** Brings the code upright, clockwise. */
  readonly turn: QuarterTurn
}

/**
 * The texts of the QR codes on a side, each once, whichever way up it lies.
 *
 * Most sides have none, so the tries go from fast to thorough and end with the first that finds one.
 */
export async function readCodes(image: GreyPicture): Promise<readonly string[]> {
  return textsOf(await readBy(image, TRIES))
}

/** As `readCodes`, with more tries: for a side that is known to have a code. */
export async function readCodesHarder(image: GreyPicture): Promise<readonly string[]> {
  return textsOf(await readBy(image, HARDER_TRIES))
}

/** As `readCodes`, and how each code lies; with `harder` as `readCodesHarder`. */
export async function readTurnedCodes(image: GreyPicture, how: 'usual' | 'harder'): Promise<readonly ReadCode[]> {
  return readBy(image, how === 'usual' ? TRIES : HARDER_TRIES)
}

export function textsOf(codes: readonly ReadCode[]): readonly string[] {
  return [...new Set(codes.map(({ text }) => text))]
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

async function readBy(image: GreyPicture, tries: readonly Try[]): Promise<readonly ReadCode[]> {
  const files = new Map<number, Uint8Array>()
  for (const { by, options } of tries) {
    const file = files.get(by) ?? greyFile(shrink(image, by))
    files.set(by, file)
    const found = (await readBarcodes(file, options)).filter(({ isValid }) => isValid)
    if (found.length > 0) return found.map(({ text, orientation }) => ({ text, turn: turnBack(orientation) }))
  }
  return []
}

/** A code that lies askew counts as the quarter it is nearest to. */
function turnBack(degrees: number): QuarterTurn {
  return ((Math.round(-degrees / 90) % 4 + 4) % 4 * 90) as QuarterTurn
}

/** The reader takes grey only as an image file, a quarter of what pixels in colour would be: PGM is pixels behind a short head. */
function greyFile({ width, height, pixels }: GreyPicture): Uint8Array {
  const head = Buffer.from(`P5\n${String(width)} ${String(height)}\n255\n`, 'latin1')
  return Buffer.concat([head, pixels])
}
