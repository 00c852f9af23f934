import { toBuffer } from 'qrcode'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { fold } from '../../../shared/base/text.ts'
import { openPageReader } from './page-reader.ts'

const broken: unknown[] = []
const reader = openPageReader({ report: error => { broken.push(error) } })
afterAll(() => reader.rest())

function page(...lines: readonly string[]): Promise<Buffer> {
  const texts = lines.map((line, i) => `<text x="60" y="${String(80 + i * 60)}">${line}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="${String(120 + lines.length * 60)}">
    <rect width="100%" height="100%" fill="white"/><g font-family="Liberation Serif, DejaVu Serif, serif" font-size="36">${texts}</g></svg>`
  return sharp(Buffer.from(svg)).greyscale().png().toBuffer()
}

test('Vietnamese is read with its marks, and every word knows where it stands', async () => {
  const read = await reader.readText(await page('Giấy khai sinh', 'Nguyễn Thị Ẩm'))
  expect(read).toMatchObject({ text: 'Giấy khai sinh\nNguyễn Thị Ẩm', width: 1200, height: 240 })
  const [first, ...others] = read?.words ?? []
  expect(first).toMatchObject({ text: 'Giấy' })
  expect([others.length, (first?.box[0] ?? 0) > 40, (first?.box[3] ?? 0) < 110]).toEqual([5, true, true])
}, 120_000)

test('a page that is none is told apart from an empty one, and the next is read all the same', async () => {
  expect(await reader.readText(Buffer.from('%PDF-1.4 and nothing behind it'))).toBeUndefined()
  expect(fold((await reader.readText(await page('Sổ hộ khẩu')))?.text ?? '')).toBe('so ho khau')
  expect(broken).toEqual([])
}, 120_000)

test('a page that takes too long is given up, and the next one is read by a new process', async () => {
  const told: unknown[] = []
  const hasty = openPageReader({ report: error => { told.push(error) }, patienceMs: 1 })
  expect([await hasty.readText(await page('Một')), await hasty.readText(await page('Hai')), told.length]).toEqual([undefined, undefined, 2])
  await hasty.rest()
}, 120_000)

test('a card is read by its code, and by its printed number where the code is gone', async () => {
  const code = await toBuffer('092085000123|362145678|Nguyễn Văn Ẩm|07031985|Nam|Cần Thơ|10052021', { width: 300 })
  expect(await reader.readCard(code)).toMatchObject({ ok: true, value: { source: 'qr', card: { name: 'Nguyễn Văn Ẩm', personalNumber: '092085000123' } } })
  const front = await page('Số / No.: 092085000123', 'NGUYỄN VĂN ẨM', 'Ngày sinh / Date of birth: 07/03/1985', 'Giới tính / Sex: Nam')
  expect(await reader.readCard(front)).toEqual({ ok: true, value: { source: 'printed', personalNumber: '092085000123' } })
  expect(await reader.readCard(await page('Sổ hộ khẩu'))).toEqual({ ok: false, problem: { code: 'card/not-seen' } })
}, 120_000)
