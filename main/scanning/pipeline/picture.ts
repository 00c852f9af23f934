/** Pixels in memory, row by row from the upper left corner: grey, or red, green, blue. 255 is white. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly pixels: Uint8Array
  /** Dots an inch. */
  readonly dpi: number
}

/** A picture of one channel. */
export interface GreyPicture extends Picture {
  readonly channels: 1
}

/** Pixels from the upper left corner, whole, edges outside. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const MM_PER_INCH = 25.4

export function toMm(dots: number, dpi: number): number {
  return dots / dpi * MM_PER_INCH
}
