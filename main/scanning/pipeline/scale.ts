import type { Picture } from './picture.ts'
import { quietSharp } from './quiet-sharp.ts'

/** The picture at fewer dots an inch; one that has no more than that stays as it is. */
export async function scaleTo<P extends Picture>(picture: P, dpi: number): Promise<P> {
  if (picture.dpi <= dpi * 1.01) return picture
  const width = Math.max(1, Math.round(picture.width * dpi / picture.dpi))
  return scaleToSize(picture, width, Math.max(1, Math.round(picture.height * dpi / picture.dpi)))
}

export async function scaleToSize<P extends Picture>(picture: P, width: number, height: number): Promise<P> {
  const pixels = await rawSharp(picture)
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace(picture.channels === 1 ? 'b-w' : 'srgb').raw().toBuffer()
  return { ...picture, width, height, pixels, dpi: picture.dpi * width / picture.width }
}

/** The library's view of a picture in memory. */
export function rawSharp({ pixels, width, height, channels }: Picture): ReturnType<typeof quietSharp> {
  return quietSharp(pixels, { raw: { width, height, channels } })
}
