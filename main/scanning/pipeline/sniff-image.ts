/** The kinds of image a side may come as. */
export type ImageKind = 'pnm' | 'bmp' | 'jpeg' | 'png' | 'tiff' | 'webp'

/** By what the bytes begin with: a scanner answers BMP whatever was asked of it, and a name proves nothing. */
export function sniffImage(bytes: Uint8Array): ImageKind | undefined {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (/^P[4-6][\s#]/.test(text)) return 'pnm'
  if (text.startsWith('BM')) return 'bmp'
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff'
  return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'webp' : undefined
}
