import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'

/** What the text reader is made of: all of it lies on this PC, nothing is ever fetched. */
export interface OcrFiles {
  /** The engine for any processor, and the one for processors that calculate on many numbers at once: `.js`, its `.wasm` beside it. */
  readonly plainCore: string
  readonly quickCore: string
  /** `vie.traineddata.gz`, the small one of the best. */
  readonly language: string
  /** The reader of QR codes. */
  readonly codes: string
}

/** Where each file comes from while the program is built; bundled they all lie in one folder, `OCR_FOLDER`, under their own names. */
export const OCR_SOURCES = [
  // It tells Node that the engines are CommonJS, whatever the program beside them is.
  'tesseract.js-core/package.json',
  'tesseract.js-core/tesseract-core-lstm.js', 'tesseract.js-core/tesseract-core-lstm.wasm',
  'tesseract.js-core/tesseract-core-simd-lstm.js', 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
  '@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz', 'zxing-wasm/reader/zxing_reader.wasm',
] as const

/** Beside the bundled program. */
export const OCR_FOLDER = 'ocr'

/** The files in their folder, or where they were installed while the source runs as it is. */
export function ocrFiles(packed = join(import.meta.dirname, OCR_FOLDER)): OcrFiles {
  const isPacked = existsSync(packed)
  const { resolve } = createRequire(import.meta.url)
  const place = (source: (typeof OCR_SOURCES)[number]): string => isPacked ? join(packed, basename(source)) : resolve(source)
  return {
    plainCore: place('tesseract.js-core/tesseract-core-lstm.js'),
    quickCore: place('tesseract.js-core/tesseract-core-simd-lstm.js'),
    language: place('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz'),
    codes: place('zxing-wasm/reader/zxing_reader.wasm'),
  }
}
