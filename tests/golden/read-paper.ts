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
  return readQrsAt(file, 0)
}

/** The same of an A5 sheet on which the paper lies: turned, its top left is the sheet's bottom left. */
export async function readQrsOfLying(file: string): Promise<readonly string[]> {
  return readQrsAt(file, inches(A5_LONG - 3))
}

const A5_LONG = 8.25

async function readQrsAt(file: string, y: number): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'read-qr-'))
  try {
    const corner = ['-x', '0', '-y', String(y), '-W', String(inches(3)), '-H', String(inches(y === 0 ? 2 : 3))]
    await mustRun('pdftoppm', ['-r', String(DPI), '-gray', '-singlefile', ...corner, file, join(folder, 'corner')])
    const read = await mustRun('zbarimg', ['--quiet', '--nodbus', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, 'corner.pgm')])
    return read.split('\n').filter(line => line !== '')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const DPI = 200

function inches(count: number): number {
  return Math.round(count * DPI)
}
