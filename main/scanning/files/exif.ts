const EXPOSURE_TIME = 0x829a
const F_NUMBER = 0x829d
const EXIF_FOLDER = 0x8769

/** Whether the EXIF block names an exposure: then a camera took it, and no scanner. */
export function wasExposed(exif: Uint8Array | undefined): boolean {
  if (exif === undefined) return false
  const start = Buffer.from(exif.subarray(0, 6)).toString('latin1') === 'Exif\0\0' ? 6 : 0
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.length - start)
  if (view.byteLength < 8) return false
  const isLittle = view.getUint16(0) === 0x4949
  const folder = tagsAt(view, view.getUint32(4, isLittle), isLittle).get(EXIF_FOLDER)
  const tags = folder === undefined ? undefined : tagsAt(view, folder, isLittle)
  return tags !== undefined && (tags.has(EXPOSURE_TIME) || tags.has(F_NUMBER))
}

/** Tags of one directory with the four bytes that hold their value or its place. */
function tagsAt(view: DataView, at: number, isLittle: boolean): ReadonlyMap<number, number> {
  const tags = new Map<number, number>()
  if (at + 2 > view.byteLength) return tags
  const count = view.getUint16(at, isLittle)
  for (let i = 0; i < count && at + 14 + i * 12 <= view.byteLength; i += 1) {
    const entry = at + 2 + i * 12
    tags.set(view.getUint16(entry, isLittle), view.getUint32(entry + 8, isLittle))
  }
  return tags
}
