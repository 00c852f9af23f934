import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What the text reader is made of: all of it lies on this PC, nothing is ever fetched. */
export interface OcrFiles {
  /** The engine for any processor, and the same for one with 128-bit instructions: `.js`, with its `.wasm` beside it. */
  readonly plainCore: string
  readonly quickCore: string
  /** `vie.traineddata.gz`, the small and best one. */
  readonly language: string
}

/** Names of the files that travel with the program, by where they come from. */
export const OCR_PACKED = {
  'tesseract.js-core': ['tesseract-core-lstm.js', 'tesseract-core-lstm.wasm', 'tesseract-core-simd-lstm.js', 'tesseract-core-simd-lstm.wasm'],
  '@tesseract.js-data/vie': ['4.0.0_best_int/vie.traineddata.gz'],
} as const

/** The files beside the bundled program, or where the package registry put them while it is being built. */
export function ocrFiles(packed: string): OcrFiles {
  const isPacked = existsSync(packed)
  const folderOf = (name: keyof typeof OCR_PACKED): string => isPacked ? packed : dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  return {
    plainCore: join(folderOf('tesseract.js-core'), 'tesseract-core-lstm.js'),
    quickCore: join(folderOf('tesseract.js-core'), 'tesseract-core-simd-lstm.js'),
    language: join(folderOf('@tesseract.js-data/vie'), isPacked ? 'vie.traineddata.gz' : '4.0.0_best_int/vie.traineddata.gz'),
  }
}
