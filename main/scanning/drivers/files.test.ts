import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RawPage } from './driver.ts'
import { HEIC_SAMPLE } from '../files/heic-sample.fixture.ts'
import { readFiles, type FilesEnd } from './files.ts'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'files-')) })
afterEach(async () => { await rm(folder, { recursive: true, force: true }) })

test('every page of a PDF comes at 200 dots an inch, with what was filled into its boxes', async () => {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  pdf.addPage([595, 842]).drawText('One', { x: 50, y: 700, size: 40, font })
  const box = pdf.getForm().createTextField('name')
  box.setText('Filled in')
  box.addToPage(pdf.addPage([842, 595]), { x: 50, y: 300, width: 300, height: 60, borderWidth: 0 })
  const { pages, end } = await read(await put('a.pdf', await pdf.save()))
  expect(end).toEqual({ reason: 'stack-empty', files: [{ file: 'a.pdf', pages: 2, problem: null }] })
  expect(await Promise.all(pages.map(shapeOf))).toEqual([
    { format: 'png', width: 1653, height: 2339, dpi: 200, isPhoto: false }, { format: 'png', width: 2339, height: 1653, dpi: 200, isPhoto: false },
  ])
  expect(await Promise.all(pages.map(async ({ bytes }) => (await sharp(bytes).stats()).channels[0]?.min))).toEqual([0, 0])
})

test('a PDF page that is one scan is drawn at the scan\'s own resolution, up to 300', async () => {
  const pdf = await PDFDocument.create()
  for (const dpi of [250, 600]) {
    const scan = await pdf.embedJpg(await picture(Math.round(8 * dpi), Math.round(11 * dpi)).jpeg({ quality: 30 }).toBuffer())
    pdf.addPage([8 * 72, 11 * 72]).drawImage(scan, { x: 0, y: 0, width: 8 * 72, height: 11 * 72 })
  }
  const { pages } = await read(await put('scan.pdf', await pdf.save()))
  expect(pages.map(({ dpi }) => dpi)).toEqual([250, 300])
})

test('pictures go on as they are, whatever their names say', async () => {
  const jpeg = await picture(1654, 2339).withMetadata({ density: 200 }).jpeg({ progressive: true }).toBuffer()
  const png = await picture(100, 141).png().toBuffer()
  const webp = await picture(100, 141).webp().toBuffer()
  const plain = bmp(10, 14)
  const { pages, end } = await read(await put('a.pdf', jpeg), await put('b', png), await put('c.jpg', webp), await put('d.exe', plain))
  expect(end.files.map(file => [file.pages, file.problem])).toEqual([[1, null], [1, null], [1, null], [1, null]])
  expect(pages.map(({ bytes, dpi }) => [bytes.length, dpi])).toEqual(
    [[jpeg.length, 200], [png.length, null], [webp.length, null], [plain.length, 200]])
  expect(Buffer.compare(pages[0]?.bytes ?? Buffer.alloc(0), jpeg)).toBe(0)
})

test('a HEIC photograph comes as a JPEG', async () => {
  const { pages, end } = await read(await put('IMG_0001.HEIC', HEIC_SAMPLE))
  expect(end.files).toEqual([{ file: 'IMG_0001.HEIC', pages: 1, problem: null }])
  expect(await Promise.all(pages.map(shapeOf))).toEqual([{ format: 'jpeg', width: 96, height: 128, dpi: null, isPhoto: true }])
  const { data } = await sharp(pages[0]?.bytes).raw().toBuffer({ resolveWithObject: true })
  const colourAt = (row: number): string => [0, 1, 2].map(of => (data[(row * 96 + 48) * 3 + of] ?? 0) > 128 ? '1' : '0').join('')
  expect([colourAt(10), colourAt(110)]).toEqual(['100', '111'])
})

test('a photograph is told from a scan by its exposure or its shape', async () => {
  const exposed = await picture(1000, 1414).withExif({ IFD2: { ExposureTime: '1/60', FNumber: '18/10' } }).jpeg().toBuffer()
  const stripped = await picture(1200, 1600).jpeg().toBuffer()
  const scan = await picture(1654, 2339).withMetadata({ density: 200 }).jpeg().toBuffer()
  const { pages } = await read(await put('1.jpg', exposed), await put('2.jpg', stripped), await put('3.jpg', scan))
  expect(pages.map(({ isPhoto }) => isPhoto)).toEqual([true, true, false])
})

test('each page of a TIFF comes by itself', async () => {
  const { pages, end } = await read(await put('fax.tif', await manyPages([[200, 283], [300, 424], [100, 141]])))
  expect(end.files).toEqual([{ file: 'fax.tif', pages: 3, problem: null }])
  expect((await Promise.all(pages.map(shapeOf))).map(({ width, height, format }) => [width, height, format])).toEqual(
    [[200, 283, 'png'], [300, 424, 'png'], [100, 141, 'png']])
})

test('a bad file is told by its name and never holds back the others', async () => {
  const good = await put('good.png', await picture(100, 141).png().toBuffer())
  const whole = await sharp(noise(800, 1131), { raw: { width: 800, height: 1131, channels: 3 } }).jpeg({ quality: 95 }).toBuffer()
  const none = await PDFDocument.create()
  const locked = await PDFDocument.create()
  locked.addPage()
  locked.encrypt({ userPassword: 'secret', ownerPassword: 'more secret' })
  await mkdir(join(folder, 'folder'))
  const { pages, end } = await read(
    await put('cut.jpg', whole.subarray(0, whole.length / 2)), await put('cut.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<</Type /Catalog')),
    await put('locked.pdf', await locked.save()), await put('none.pdf', await none.save({ addDefaultPage: false })),
    await put('letter.docx', Buffer.from('PK\x03\x04 not a picture')), await put('drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    await put('nothing.jpg', new Uint8Array()), join(folder, 'folder'), join(folder, 'gone.jpg'), join('\\\\nowhere\\share', 'away.pdf'),
    await put('cut.png', (await picture(300, 300).png().toBuffer()).subarray(0, 200)), await put('cut.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')),
    await put('cut.bmp', bmp(1000, 1000).subarray(0, 500)), await put('cut.tif', (await picture(300, 300).tiff().toBuffer()).subarray(0, 400)),
    await put('noise', noise(40, 40)), good,
  )
  expect(end.files.map(({ file, problem }) => [file, problem?.code, problem?.file])).toEqual([
    ['cut.jpg', 'picture/broken', 'cut.jpg'], ['cut.pdf', 'picture/broken', 'cut.pdf'], ['locked.pdf', 'picture/locked', 'locked.pdf'],
    ['none.pdf', 'picture/empty', 'none.pdf'], ['letter.docx', 'picture/unknown-kind', 'letter.docx'],
    ['drawing.svg', 'picture/unknown-kind', 'drawing.svg'], ['nothing.jpg', 'picture/empty', 'nothing.jpg'],
    ['folder', 'picture/unknown-kind', 'folder'], ['gone.jpg', 'picture/gone', 'gone.jpg'], [expect.stringMatching(/away\.pdf$/), 'picture/gone', expect.anything()],
    ['cut.png', 'picture/broken', 'cut.png'], ['cut.heic', 'picture/broken', 'cut.heic'], ['cut.bmp', 'picture/broken', 'cut.bmp'],
    ['cut.tif', 'picture/broken', 'cut.tif'], ['noise', 'picture/unknown-kind', 'noise'], ['good.png', undefined, undefined],
  ])
  expect(pages).toHaveLength(1)
})

test('a bomb is refused before it is unfolded', async () => {
  const huge = await PDFDocument.create()
  huge.addPage([283_465, 283_465])
  huge.addPage([595, 842])
  const many = await PDFDocument.create()
  for (let nth = 0; nth < 600; nth += 1) many.addPage([100, 100])
  const flat = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: 'white' } }).png().toBuffer()
  const { pages, end } = await read(
    await put('100-metres.pdf', await huge.save()), await put('pages.pdf', await many.save()), await put('flat.png', flat),
    await put('claims.bmp', claiming(bmp(10, 10), 60_000, 60_000)))
  expect(end.files.map(({ pages: count, problem }) => [count, problem?.code])).toEqual(
    [[1, 'picture/too-large'], [0, 'picture/too-large'], [0, 'picture/too-large'], [0, 'picture/too-large']])
  expect(pages).toHaveLength(1)
})

test('stopping ends it at the page it is at, with what came', async () => {
  const pdf = await PDFDocument.create()
  for (let nth = 0; nth < 5; nth += 1) pdf.addPage([595, 842])
  const stop = new AbortController()
  const sides = readFiles([await put('five.pdf', await pdf.save()), await put('b.png', await picture(10, 14).png().toBuffer())], stop.signal)
  expect((await sides.next()).done).toBe(false)
  stop.abort()
  expect(await sides.next()).toEqual({ done: true, value: { ok: true, value: { reason: 'cancelled', files: [] } } })
})

async function read(...paths: readonly string[]): Promise<{ readonly pages: readonly RawPage[], readonly end: FilesEnd }> {
  const sides = readFiles(paths, new AbortController().signal)
  const pages: RawPage[] = []
  let turn = await sides.next()
  for (; turn.done !== true; turn = await sides.next()) pages.push(turn.value)
  if (!turn.value.ok) throw new Error(turn.value.problem.code)
  return { pages, end: turn.value.value }
}

async function put(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(join(folder, name), bytes)
  return join(folder, name)
}

function picture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#c8d0e0' } })
}

async function shapeOf({ bytes, dpi, isPhoto }: RawPage) {
  const { format, width, height } = await sharp(bytes).metadata()
  return { format, width, height, dpi, isPhoto }
}

function noise(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7919) % 251)
}

/** 24 bits a dot, 200 dots an inch. */
function bmp(width: number, height: number): Uint8Array {
  const row = Math.ceil(width * 3 / 4) * 4
  const bytes = Buffer.alloc(54 + row * height, 200)
  bytes.fill(0, 0, 54)
  bytes.write('BM', 'latin1')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt16LE(1, 26)
  bytes.writeInt16LE(24, 28)
  bytes.writeInt32LE(7874, 38)
  bytes.writeInt32LE(7874, 42)
  return claiming(bytes, width, height)
}

function claiming(bytes: Uint8Array, width: number, height: number): Uint8Array {
  const claimed = Buffer.from(bytes)
  claimed.writeInt32LE(width, 18)
  claimed.writeInt32LE(height, 22)
  return claimed
}

/** Pages of their own sizes, uncompressed and grey: one directory after another, each naming the next. */
async function manyPages(sizes: readonly (readonly [number, number])[]): Promise<Uint8Array> {
  const parts: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')]
  let [length, link] = [8, 4]
  const put32 = (at: number, value: number): void => {
    let start = 0
    const part = parts.find(one => (start += one.length) > at)
    part?.writeUInt32LE(value, at - (start - part.length))
  }
  for (const [width, height] of sizes) {
    const tags = [
      [256, 4, width], [257, 4, height], [258, 3, 8], [259, 3, 1], [262, 3, 1], [273, 4, length], [277, 3, 1], [278, 4, height],
      [279, 4, width * height],
    ] as const
    parts.push(Buffer.alloc(width * height, 128))
    const at = length + width * height
    const folderPart = Buffer.alloc(2 + tags.length * 12 + 4)
    folderPart.writeUInt16LE(tags.length, 0)
    tags.forEach(([tag, type, value], i) => {
      folderPart.writeUInt16LE(tag, 2 + i * 12)
      folderPart.writeUInt16LE(type, 4 + i * 12)
      folderPart.writeUInt32LE(1, 6 + i * 12)
      folderPart.writeUInt32LE(value, 10 + i * 12)
    })
    parts.push(folderPart)
    put32(link, at)
    length = at + folderPart.length
    link = length - 4
  }
  return Buffer.concat(parts)
}
