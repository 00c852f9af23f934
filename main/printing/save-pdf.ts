import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Writes a PDF whole or not at all, and gives its full path; the folder is made if it is not there.
 *
 * Throws what the disk says.
 */
export async function savePdf(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, name)
  const part = `${file}.part`
  try {
    const handle = await open(part, 'w')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return file
}

/** `H13.064-261120-0432-receipt.pdf`, a reprint `…-receipt-2.pdf`: no print writes over another. */
export function pdfName(stem: string, form: string, copy: number): string {
  const safe = stem.replace(/[^A-Za-z0-9.-]/g, '-').replace(/^\.+/, '')
  return `${safe}-${form}${copy === 1 ? '' : `-${copy}`}.pdf`
}
