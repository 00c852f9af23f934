import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mustRun } from '../../build/electron/run.ts'

/**
 * What a PDF says to a reader not written here: its lines from top to bottom, columns two blanks apart,
 * the diagonal watermark left out.
 */
export async function readText(file: string): Promise<string> {
  const text = await mustRun('pdftotext', ['-layout', '-nodiag', file, '-'])
  const lines = text.replaceAll('\f', '\n').split('\n').map(line => line.trim().replace(/ {2,}/g, '  '))
  return `${lines.filter(line => line !== '').join('\n')}\n`
}

/** Pages of a PDF, each as its text. */
export async function readPages(file: string): Promise<readonly string[]> {
  return (await mustRun('pdftotext', ['-layout', file, '-'])).split('\f').slice(0, -1)
}

/** What the QR codes at the top left of the first page say, by zbarimg at the resolution of an office scanner. */
export async function readQrsAtTopLeft(file: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'read-qr-'))
  try {
    const corner = ['-x', '0', '-y', '0', '-W', String(inches(3)), '-H', String(inches(2))]
    await mustRun('pdftoppm', ['-r', String(DPI), '-gray', '-singlefile', ...corner, file, join(folder, 'corner')])
    const read = await mustRun('zbarimg', ['--quiet', '--nodbus', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, 'corner.pgm')])
    return read.split('\n').filter(line => line !== '')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const DPI = 200

function inches(count: number): number {
  return count * DPI
}
