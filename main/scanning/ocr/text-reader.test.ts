import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { fold } from '../../../shared/base/text.ts'
import { ocrFiles } from './ocr-files.ts'
import type { GreyImage } from './page-text.ts'
import { openTextReader } from './text-reader.ts'

const broken: unknown[] = []
const reader = openTextReader({ files: ocrFiles(join(import.meta.dirname, 'packed-nowhere')), report: error => { broken.push(error) } })
afterAll(() => reader.rest())

async function page(...lines: readonly string[]): Promise<GreyImage> {
  const texts = lines.map((line, i) => `<text x="60" y="${String(80 + i * 60)}">${line}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="${String(120 + lines.length * 60)}">
    <rect width="100%" height="100%" fill="white"/><g font-family="Liberation Serif, DejaVu Serif, serif" font-size="36">${texts}</g></svg>`
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, grey: data, dpi: 200 }
}

test('Vietnamese is read with its marks, and every word knows where it stands', async () => {
  const image = await page('Giấy khai sinh', 'Nguyễn Thị Ẩm')
  const read = await reader.read(image)
  expect(read).toMatchObject({ text: 'Giấy khai sinh\nNguyễn Thị Ẩm', width: 1200, height: 240 })
  const [first, ...others] = read?.words ?? []
  expect(first).toMatchObject({ text: 'Giấy' })
  expect([others.length, (first?.box[0] ?? 0) > 40, (first?.box[3] ?? 0) < 110]).toEqual([5, true, true])
}, 120_000)

test('an image that is none breaks the engine, is told, and the next is read all the same', async () => {
  expect(await reader.read({ width: 0, height: 0, grey: new Uint8Array(0), dpi: null })).toBeUndefined()
  expect(broken.length).toBe(1)
  expect(fold((await reader.read(await page('Sổ hộ khẩu')))?.text ?? '')).toBe('so ho khau')
}, 120_000)
