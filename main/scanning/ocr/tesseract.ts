import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import type { GreyPicture } from '../pipeline/picture.ts'
import type { OcrFiles } from './ocr-files.ts'
import type { PageText, SeenWord } from './page-text.ts'

/** The engine as it stands in the memory of this process. */
export interface Engine {
  /** Throws when the engine breaks down; it is of no use afterwards. */
  readonly read: (picture: GreyPicture) => PageText
}

/** Starts Tesseract's LSTM reader for Vietnamese; takes about a second. */
export async function startEngine({ plainCore, quickCore, language }: OcrFiles): Promise<Engine> {
  const quick = readFileSync(wasmOf(quickCore))
  const isQuick = wasm.validate(quick)
  const start = createRequire(import.meta.url)(isQuick ? quickCore : plainCore) as (options: object) => Promise<Core>
  const core = await start({
    wasmBinary: isQuick ? quick : readFileSync(wasmOf(plainCore)), print: silent, printErr: silent, TesseractProgress: silent,
  })
  core.FS.writeFile(`./${LANGUAGE}.traineddata`, gunzipSync(readFileSync(language)))
  const api = new core.TessBaseAPI()
  if (api.Init(null, LANGUAGE, LSTM_ONLY) !== 0) throw new Error('The text reader did not start')

  return {
    read: ({ width, height, pixels, dpi }) => {
      core.FS.writeFile('/input', Buffer.concat([Buffer.from(`P5\n${String(width)} ${String(height)}\n255\n`), pixels]))
      api.SetVariable('user_defined_dpi', String(Math.round(dpi)))
      if (api.SetImageFile(1, 0) === 1) throw new Error('The text reader saw no image')
      api.Recognize(null)
      const text = api.GetUTF8Text().normalize('NFC').trim()
      const { blocks } = JSON.parse(api.GetJSONText()) as { readonly blocks?: readonly Block[] | null }
      api.Clear()
      return { text, words: (blocks ?? []).flatMap(wordsOf), width, height }
    },
  }
}

/** Every JavaScript has it; the types of Node leave it out. */
const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: { readonly validate: (bytes: Uint8Array) => boolean } }

const LANGUAGE = 'vie'
const LSTM_ONLY = 1
const silent = (): void => undefined

function wasmOf(core: string): string {
  return core.replace(/\.js$/, '.wasm')
}

function wordsOf({ paragraphs }: Block): readonly SeenWord[] {
  return paragraphs.flatMap(({ lines }) => lines.flatMap(({ words }) => words)).map(({ text, bbox, confidence }) => ({
    text: text.normalize('NFC'), box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1], sureness: Math.round(confidence),
  }))
}

/** The engine's own names. */
interface Core {
  readonly FS: { readonly writeFile: (path: string, bytes: Uint8Array) => void }
  readonly TessBaseAPI: new () => {
    readonly Init: (path: null, language: string, mode: number) => number
    readonly SetVariable: (name: string, value: string) => void
    readonly SetImageFile: (orientation: number, angle: number) => number
    readonly Recognize: (monitor: null) => number
    readonly GetUTF8Text: () => string
    readonly GetJSONText: () => string
    readonly Clear: () => void
  }
}

interface Block {
  readonly paragraphs: readonly { readonly lines: readonly { readonly words: readonly EngineWord[] }[] }[]
}

interface EngineWord {
  readonly text: string
  readonly bbox: { readonly x0: number, readonly y0: number, readonly x1: number, readonly y1: number }
  readonly confidence: number
}
