import heicDecode from 'heic-decode'
import sharp from 'sharp'
import { MOST_PIXELS, type FileSides, type FileTrouble } from './file-side.ts'

/** A photograph as iPhones keep them, upright, as a JPEG: no other part of the program decodes HEIC. */
export async function* readHeic(bytes: Uint8Array): FileSides {
  const jpeg = await jpegOf(bytes)
  if (typeof jpeg === 'string') return jpeg
  yield { bytes: jpeg, dpi: null, isPhoto: true }
  return null
}

async function jpegOf(buffer: Uint8Array): Promise<Uint8Array | FileTrouble> {
  const image = await firstImage(buffer)
  if (image === undefined) return 'picture/broken'
  if (image.width * image.height > MOST_PIXELS) return 'picture/too-large'
  try {
    const { data, width, height } = await image.decode()
    return await sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha().jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return 'picture/broken'
  }
}

type HeicImage = Awaited<ReturnType<typeof heicDecode.all>>[number] & { readonly width: number; readonly height: number }

/** Undefined when the decoder finds none: it says so by throwing. */
async function firstImage(buffer: Uint8Array): Promise<HeicImage | undefined> {
  try {
    return (await heicDecode.all({ buffer }) as HeicImage[])[0]
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return undefined
  }
}
