import { isWhole, type Corners } from './corners.ts'
import { findSheet } from './find-sheet.ts'
import { layFlat } from './lay-flat.ts'
import { sheetDpi, withDpi } from './sheet-size.ts'

/** A photograph that is open on the phone, upright. */
export interface OpenPicture {
  readonly canvas: HTMLCanvasElement
  readonly found: Corners | undefined
}

/** What old phones can still draw on. */
const MOST_OPEN = 3600
/** Of the longer side: a sheet of A4 at a little more than 200 dots an inch. */
const MOST_SENT = 2500
const QUALITY = 0.8
const LOOKED_AT = 320

/** Opens a picture from the camera or the picker; undefined when this browser cannot. */
export async function openPicture(file: File): Promise<OpenPicture | undefined> {
  const image = new Image()
  image.src = URL.createObjectURL(file)
  try {
    await image.decode()
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  } finally {
    URL.revokeObjectURL(image.src)
  }
  if (image.naturalWidth * image.naturalHeight === 0) return undefined
  const canvas = drawn(image, image.naturalWidth, image.naturalHeight, MOST_OPEN)
  const small = drawn(canvas, canvas.width, canvas.height, LOOKED_AT)
  const { data, width, height } = dotsOf(small)
  const grey = Uint8Array.from({ length: width * height }, (_, i) =>
    ((data[i * 4] ?? 0) * 77 + (data[i * 4 + 1] ?? 0) * 150 + (data[i * 4 + 2] ?? 0) * 29) >> 8)
  return { canvas, found: findSheet({ grey, width, height }) }
}

/** The sheet between the corners, laid flat, as a JPEG; the whole picture when the corners take in everything. */
export async function cutOut({ canvas }: OpenPicture, corners: Corners): Promise<Uint8Array> {
  if (isWhole(corners)) return jpegOf(drawn(canvas, canvas.width, canvas.height, MOST_SENT))
  const flat = await layFlat(dotsOf(canvas), corners, MOST_SENT, breathe)
  const sheet = document.createElement('canvas')
  sheet.width = flat.width
  sheet.height = flat.height
  sheet.getContext('2d')?.putImageData(new ImageData(flat.data, flat.width, flat.height), 0, 0)
  return withDpi(await jpegOf(sheet), sheetDpi(flat.width, flat.height))
}

function drawn(image: CanvasImageSource, width: number, height: number, most: number): HTMLCanvasElement {
  const scale = Math.min(1, most / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(2, Math.round(width * scale))
  canvas.height = Math.max(2, Math.round(height * scale))
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen !== null) pen.imageSmoothingQuality = 'high'
  pen?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

function dotsOf(canvas: HTMLCanvasElement): ImageData {
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('This browser cannot draw')
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>(resolve => { canvas.toBlob(resolve, 'image/jpeg', QUALITY) })
  if (blob === null) throw new Error('This browser cannot make a JPEG')
  return new Uint8Array(await new Response(blob).arrayBuffer())
}

function breathe(): Promise<void> {
  return new Promise(resolve => { setTimeout(resolve) })
}
