export type FileKind = 'bmp' | 'heic' | 'jpeg' | 'pdf' | 'png' | 'tiff' | 'webp'

/** Names that files of each kind end in: what dialogs offer and watched folders take. */
export const FILE_ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'], jpeg: ['jpg', 'jpeg'], png: ['png'], tiff: ['tif', 'tiff'], webp: ['webp'], heic: ['heic', 'heif'], bmp: ['bmp'],
}

/** The kind of a file by what its bytes begin with: a name proves nothing. */
export function fileKind(bytes: Uint8Array): FileKind | undefined {
  const head = Buffer.from(bytes.subarray(0, PDF_WITHIN)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp'
  if (/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(head)) return 'tiff'
  if (head.startsWith('BM')) return 'bmp'
  if (head.startsWith('ftyp', 4) && HEIC_BRANDS.has(head.slice(8, 12))) return 'heic'
  return head.includes('%PDF-') ? 'pdf' : undefined
}

/** Some writers put other bytes before the header; readers accept it within the first kilobyte (ISO 32000-1, annex H). */
const PDF_WITHIN = 1024
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'])
