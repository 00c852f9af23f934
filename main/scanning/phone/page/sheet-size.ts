/** Longer sides in inches, and longer by shorter: A4 (ISO 216) and the ID card (ISO/IEC 7810 ID-1). */
const SIZES = [{ inches: 11.69, shape: Math.SQRT2 }, { inches: 3.37, shape: 85.6 / 53.98 }]
/** Of the shape: what fingers leave when they set four corners. */
const TOLERANCE = 0.055

/** Dots an inch of a sheet that was cut out, when its shape tells what it is: an ID card must not look like a whole page. */
export function sheetDpi(width: number, height: number): number | undefined {
  const [longer, shorter] = [Math.max(width, height), Math.min(width, height)]
  const size = SIZES.map(one => ({ ...one, off: Math.abs(longer / shorter / one.shape - 1) })).sort((a, b) => a.off - b.off)[0]
  return size === undefined || size.off > TOLERANCE ? undefined : Math.round(longer / size.inches)
}

/** Says the resolution in a JFIF heading (ITU-T T.871), in place of the one that most browsers put first. */
export function withDpi(jpeg: Uint8Array, dpi: number | undefined): Uint8Array {
  if (dpi === undefined) return jpeg
  const heading = [...START, ...JFIF, 1, 1, 1, dpi >> 8, dpi & 0xff, dpi >> 8, dpi & 0xff, 0, 0]
  const isJfif = JFIF.every((byte, i) => jpeg[START.length + i] === byte)
  const rest = jpeg.subarray(isJfif ? heading.length : START.length)
  const marked = new Uint8Array(heading.length + rest.length)
  marked.set(heading)
  marked.set(rest, heading.length)
  return marked
}

const START = [0xff, 0xd8]
/** Sixteen bytes without a thumbnail. */
const JFIF = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]
