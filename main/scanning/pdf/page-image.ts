/** A cleaned side of a sheet, coded and ready for its PDF: layers painted in order on white, all of them opaque. */
export interface PageImage {
  readonly widthMm: number
  readonly heightMm: number
  readonly layers: readonly Layer[]
}

export type Layer = BlackWhiteLayer | JpegLayer

/** One bit a pixel, most significant first, 1 is black; every row begins at a byte. */
export interface BlackWhiteLayer {
  readonly kind: 'black-white'
  readonly width: number
  readonly height: number
  readonly bits: Uint8Array
  readonly box: Box
}

/** A whole JPEG, baseline or progressive: grey (1) or YCbCr (3), never CMYK. */
export interface JpegLayer {
  readonly kind: 'jpeg'
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
  readonly colours: 1 | 3
  readonly box: Box
}

/** Millimetres from the upper left corner of the page. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
