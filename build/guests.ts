import { existsSync } from 'node:fs'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { OCR_FOLDER, OCR_SOURCES } from '../main/scanning/ocr/ocr-files.ts'
import { PROJECT } from './folders.ts'
import { ownGlib } from './own-glib.ts'

/**
 * The image library is native, and the reader of iPhones' photographs is CommonJS that looks for its own place: neither can be
 * bundled, so they travel beside the bundle, with what they stand on.
 */
export const NATIVE_GUESTS = ['sharp', 'heic-decode']
const NATIVE_FAMILY = ['sharp', 'detect-libc', '@img', 'heic-decode', 'libheif-js']
/** What a build of the image library from its source would need, and what of the reader is for browsers without WebAssembly. */
const NOT_SHIPPED = [
  'src', 'install', 'docs', 'bin', 'libheif', 'libheif.wasm', 'libheif-bundle.mjs', '.d.ts', '.d.mts', '.d.cts', '.md', '.markdown', '.bnf',
]

/** Engines in WebAssembly stay files; whoever needs one looks beside itself. */
const ENGINES = ['@hyzyla/pdfium/pdfium.wasm']

/** Lays beside the bundled main what cannot be bundled: the native image library, engines in WebAssembly and the text reader's model. */
export async function copyGuests(mainFolder: string): Promise<void> {
  await Promise.all([
    ...NATIVE_FAMILY.map(name => copyPackage(name, join(mainFolder, 'node_modules'))),
    ...ENGINES.map(source => copyInto(source, mainFolder)),
    ...OCR_SOURCES.map(source => copyInto(source, join(mainFolder, OCR_FOLDER))),
  ])
  await ownGlib(join(mainFolder, 'node_modules/@img'))
}

/** A package or a whole scope, in the versions this project has installed. */
async function copyPackage(name: string, to: string): Promise<void> {
  const from = join(PROJECT, 'node_modules', name)
  if (!existsSync(from)) throw new Error(`${name} is not installed`)
  for (const part of await readdir(from)) {
    if (isShipped(part)) await cp(join(from, part), join(to, name, part), { recursive: true, filter: file => isShipped(basename(file)) })
  }
}

function isShipped(name: string): boolean {
  return !NOT_SHIPPED.some(ending => ending.startsWith('.') ? name.endsWith(ending) : name === ending)
}

async function copyInto(source: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await cp(createRequire(import.meta.url).resolve(source), join(folder, basename(source)))
}
