import { readFile as readWhole, stat } from 'node:fs/promises'
import { fileKind } from './file-kind.ts'
import { MOST_BYTES, type FileSides, type FileTrouble } from './file-side.ts'
import { readBmp } from './read-bmp.ts'
import { readHeic } from './read-heic.ts'
import { readPdf } from './read-pdf.ts'
import { readPicture } from './read-picture.ts'
import { readTiff } from './read-tiff.ts'

/** The pages of one file, whose bytes are in memory then; or why it cannot be read at all. */
export async function readFile(path: string): Promise<FileSides | FileTrouble> {
  const bytes = await bytesOf(path)
  if (typeof bytes === 'string') return bytes
  const kind = fileKind(bytes)
  return kind === undefined ? 'picture/unknown-kind' : READERS[kind](bytes)
}

const READERS = {
  bmp: readBmp, heic: readHeic, jpeg: readPicture, pdf: readPdf, png: readPicture, tiff: readTiff, webp: readPicture,
} as const satisfies Record<string, (bytes: Uint8Array) => FileSides>

/** Whatever the file system says, a person can only look whether it is still there. */
async function bytesOf(path: string): Promise<Uint8Array | FileTrouble> {
  try {
    // Asked first: merely opening a pipe waits for ever.
    const found = await stat(path)
    if (!found.isFile()) return 'picture/unknown-kind'
    if (found.size === 0) return 'picture/empty'
    return found.size > MOST_BYTES ? 'picture/too-large' : await readWhole(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 'picture/gone'
    throw error
  }
}
