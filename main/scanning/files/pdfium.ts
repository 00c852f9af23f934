import { PDFiumModule } from '@hyzyla/pdfium'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FileTrouble } from './file-side.ts'

/** A PDF that is open; one at a time uses the memory it needs, so close it. */
export interface OpenPdf {
  readonly pageCount: number
  /** Loads the page, calls, and lets it go; called with undefined for a page that cannot be loaded. */
  readonly withPage: <T>(nth: number, use: (page: PdfPage | undefined) => Promise<T>) => Promise<T>
  readonly close: () => void
}

/** Points, as the page is shown: its own turn is taken into account. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  /** Dots an inch of the one image that fills the page, if there is one. */
  readonly scanDpi: () => number | undefined
  /** RGBA on white; undefined when there is no memory for it. */
  readonly draw: (size: { readonly width: number; readonly height: number }) => Uint8Array | undefined
}

/** Opens a PDF from memory by PDFium, which runs in WebAssembly: a hostile file harms nothing but its own sandbox. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | FileTrouble> {
  const pdfium = await loadPdfium()
  const memory = pdfium.wasmExports.malloc(bytes.length)
  if (memory === 0) return 'picture/too-large'
  pdfium.HEAPU8.set(bytes, memory)
  const pdf = pdfium._FPDF_LoadMemDocument(memory, bytes.length, 0)
  if (pdf === 0) {
    pdfium.wasmExports.free(memory)
    return LOCKED.has(pdfium._FPDF_GetLastError()) ? 'picture/locked' : 'picture/broken'
  }
  const form = openForm(pdfium, pdf)
  return {
    pageCount: pdfium._FPDF_GetPageCount(pdf),
    withPage: async (nth, use) => {
      const page = pdfium._FPDF_LoadPage(pdf, nth)
      if (page === 0) return use(undefined)
      pdfium._FORM_OnAfterLoadPage(page, form.handle)
      try {
        return await use({
          width: pdfium._FPDF_GetPageWidth(page), height: pdfium._FPDF_GetPageHeight(page),
          scanDpi: () => scanDpi(pdfium, page), draw: ({ width, height }) => draw(pdfium, page, form.handle, width, height),
        })
      } finally {
        pdfium._FORM_OnBeforeClosePage(page, form.handle)
        pdfium._FPDF_ClosePage(page)
      }
    },
    close: () => {
      form.close()
      pdfium._FPDF_CloseDocument(pdf)
      pdfium.wasmExports.free(memory)
    },
  }
}

/** Error codes of fpdfview.h: a password is asked, or a way of locking that is not known. */
const LOCKED = new Set([4, 5])
const RGBA = 4
const WHITE = 0xffffffff
/** Notes drawn, bytes in the order red, green, blue. */
const DRAW_NOTES = 0x01
const RED_FIRST = 0x10
const IMAGE = 3

/** The library's own wrapper draws and measures less than the module it is made of, whose types leave these two out. */
type Pdfium = Awaited<ReturnType<typeof PDFiumModule>> & {
  readonly _FPDFPageObj_GetBounds: (object: number, left: number, bottom: number, right: number, top: number) => number
  readonly _FPDFImageObj_GetImageMetadata: (object: number, page: number, metadata: number) => number
}

let loading: Promise<Pdfium> | undefined

function loadPdfium(): Promise<Pdfium> {
  return loading ??= start()
}

async function start(): Promise<Pdfium> {
  const { buffer } = new Uint8Array(readFileSync(wasmFile()))
  const pdfium = await PDFiumModule({ wasmBinary: buffer, locateFile: () => '' }) as Pdfium
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 })
  return pdfium
}

/** The bundle carries it beside the program; in tests it lies where it was installed. */
function wasmFile(): string {
  const bundled = join(import.meta.dirname, 'pdfium.wasm')
  return existsSync(bundled) ? bundled : createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')
}

/** What was filled into boxes is drawn only by an open form; nothing in it is ever run. */
function openForm(pdfium: Pdfium, pdf: number): { readonly handle: number; readonly close: () => void } {
  const room = pdfium.wasmExports.malloc(FORM_ROOM)
  pdfium.HEAPU8.fill(0, room, room + FORM_ROOM)
  pdfium.HEAPU8[room] = FORM_VERSION
  const handle = pdfium._FPDFDOC_InitFormFillEnvironment(pdf, room)
  return {
    handle,
    close: () => {
      pdfium._FPDFDOC_ExitFormFillEnvironment(handle)
      pdfium.wasmExports.free(room)
    },
  }
}

/** At least what FPDF_FORMFILLINFO takes. */
const FORM_ROOM = 256
const FORM_VERSION = 2

function draw(pdfium: Pdfium, page: number, form: number, width: number, height: number): Uint8Array | undefined {
  const bytes = width * height * 4
  const room = pdfium.wasmExports.malloc(bytes)
  if (room === 0) return undefined
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, RGBA, room, width * 4)
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_NOTES | RED_FIRST)
    pdfium._FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, RED_FIRST)
    return pdfium.HEAPU8.slice(room, room + bytes)
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap)
    pdfium.wasmExports.free(room)
  }
}

/** The largest of few images decides; text over it is what a text recogniser left there. */
function scanDpi(pdfium: Pdfium, page: number): number | undefined {
  const count = Math.min(pdfium._FPDFPage_CountObjects(page), 1000)
  const objects = Array.from({ length: count }, (_, i) => pdfium._FPDFPage_GetObject(page, i))
  const images = objects.filter(object => pdfium._FPDFPageObj_GetType(object) === IMAGE)
  const pageArea = pdfium._FPDF_GetPageWidth(page) * pdfium._FPDF_GetPageHeight(page)
  const filling = images.filter(image => areaOf(pdfium, image) >= pageArea * 0.8)
  return filling.length === 0 ? undefined : Math.max(...filling.map(image => dpiOf(pdfium, image, page)))
}

function areaOf(pdfium: Pdfium, object: number): number {
  return withFloats(pdfium, 4, at => {
    if (pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12) === 0) return [0, 0, 0, 0]
    return undefined
  }, ([left = 0, bottom = 0, right = 0, top = 0]) => (right - left) * (top - bottom))
}

/** FPDF_IMAGEOBJ_METADATA: width and height as integers, then both resolutions as floats. */
function dpiOf(pdfium: Pdfium, image: number, page: number): number {
  return withFloats(pdfium, 8, at => {
    if (pdfium._FPDFImageObj_GetImageMetadata(image, page, at) === 0) return [0, 0, 0, 0]
    return undefined
  }, ([, , across = 0, down = 0]) => Math.max(across, down))
}

function withFloats<T>(
  pdfium: Pdfium, count: number, fill: (at: number) => readonly number[] | undefined, use: (floats: readonly number[]) => T,
): T {
  const at = pdfium.wasmExports.malloc(count * 4)
  try {
    return use(fill(at) ?? [...new Float32Array(pdfium.HEAPU8.buffer, at, count)])
  } finally {
    pdfium.wasmExports.free(at)
  }
}
