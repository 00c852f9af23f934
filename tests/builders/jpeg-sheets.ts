import sharp from 'sharp'
import { drawPracticeSheet } from '../../main/scanning/practice-sheet.ts'

/** Made sheets as a scanner sends them: JPEG, A4, each with its number drawn large. */
export async function jpegSheets(count: number, resolution = 50): Promise<Buffer[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => toJpeg(drawPracticeSheet(at + 1, resolution))))
}

function toJpeg(pnm: Uint8Array): Promise<Buffer> {
  const head = Buffer.from(pnm.subarray(0, 30)).toString('latin1').split('\n').slice(0, 3)
  const [width = 0, height = 0] = (head[1] ?? '').split(' ').map(Number)
  const rgb = pnm.subarray(head.join('\n').length + 1)
  return sharp(rgb, { raw: { width, height, channels: 3 } }).jpeg({ quality: 70 }).toBuffer()
}
