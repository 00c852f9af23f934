import type { GreyPicture, Picture } from './picture.ts'

/** Brightness as the eye weighs it (BT.601). */
export function toGrey(picture: Picture): GreyPicture {
  const { pixels, channels } = picture
  if (channels === 1) return { ...picture, channels }
  const grey = new Uint8Array(picture.width * picture.height)
  for (let i = 0, from = 0; i < grey.length; i += 1, from += 3) {
    grey[i] = (pixels[from]! * 77 + pixels[from + 1]! * 150 + pixels[from + 2]! * 29) >> 8
  }
  return { ...picture, channels: 1, pixels: grey }
}
