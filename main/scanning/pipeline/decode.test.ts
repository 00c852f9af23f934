import sharp from 'sharp'
import { expect, test } from 'vitest'
import { decode } from './decode.ts'
import { bmpOf } from './made-images.fixture.ts'

const [width, height] = [40, 24]

/** Red on the left half, blue on the right, the last row black. */
function colours(): Buffer {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    const isLast = at >= width * (height - 1)
    pixels.set(isLast ? [0, 0, 0] : at % width < width / 2 ? [220, 30, 40] : [20, 40, 200], at * 3)
  }
  return pixels
}

const drawn = () => sharp(colours(), { raw: { width, height, channels: 3 } })

async function pixelsOf(bytes: Uint8Array, dpi: number | null = null) {
  const decoded = await decode(bytes, dpi)
  if (!decoded.ok) throw new Error(decoded.problem.code)
  return decoded.value
}

function at({ pixels, width, channels }: { pixels: Uint8Array, width: number, channels: number }, x: number, y: number): number[] {
  return [...pixels.subarray((y * width + x) * channels, (y * width + x + 1) * channels)]
}

test('every kind a scanner may answer in gives the same colours', async () => {
  const head = Buffer.from(`P6 # by a scanner\n${String(width)} ${String(height)}\n255\n`)
  const files = {
    pnm: Buffer.concat([head, colours()]),
    bmp: bmpOf(colours(), width, height),
    png: await drawn().png().toBuffer(),
    palette: await drawn().png({ palette: true }).toBuffer(),
    tiff: await drawn().tiff({ compression: 'lzw' }).toBuffer(),
    webp: await drawn().webp({ lossless: true }).toBuffer(),
    jpeg: await drawn().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer(),
    progressive: await drawn().jpeg({ quality: 100, chromaSubsampling: '4:4:4', progressive: true }).toBuffer(),
    sixteenBits: await drawn().toColourspace('rgb16').png().toBuffer(),
    cmyk: await drawn().toColourspace('cmyk').tiff({ compression: 'lzw' }).toBuffer(),
    transparent: await drawn().ensureAlpha().png().toBuffer(),
  }
  for (const [name, file] of Object.entries(files)) {
    const picture = await pixelsOf(file)
    expect([name, picture.width, picture.height, picture.channels]).toEqual([name, width, height, 3])
    const [red, blue] = [at(picture, 3, 3), at(picture, width - 4, 3)]
    expect([name, red[0]! > red[2]! + 120, blue[2]! > blue[0]! + 60]).toEqual([name, true, true])
  }
})

test('grey comes as one channel, of 1, 8 and 16 bits', async () => {
  const sixteen = Buffer.concat([Buffer.from('P5\n16 16\n65535\n'), Buffer.alloc(512, Buffer.from([0x80, 0x80]))])
  expect(at(await pixelsOf(sixteen), 5, 5)).toEqual([128])
  const bits = Buffer.concat([Buffer.from('P4\n20 16\n'), Buffer.alloc(48, Buffer.from([0xf0, 0, 0]))])
  const spread = await pixelsOf(bits)
  expect([0, 3, 4, 19].map(x => at(spread, x, 9)[0])).toEqual([0, 0, 255, 255])
  const png = await sharp(Buffer.alloc(400, 77), { raw: { width: 20, height: 20, channels: 1 } }).toColourspace('b-w').png().toBuffer()
  expect(at(await pixelsOf(png), 5, 5)).toEqual([77])
})

test('a photograph stands upright by its EXIF', async () => {
  const lying = await drawn().jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer()
  const picture = await pixelsOf(lying)
  expect([picture.width, picture.height]).toEqual([height, width])
  expect(at(picture, height - 3, 3)[0]).toBeGreaterThan(150)
  expect(at(picture, height - 3, width - 4)[2]).toBeGreaterThan(150)
  expect(Math.max(...at(picture, 0, 20))).toBeLessThan(80)
})

test('what the scanner was asked for beats what the file says of its dots', async () => {
  const file = await drawn().png().withMetadata({ density: 300 }).toBuffer()
  expect((await pixelsOf(file)).dpi).toBeCloseTo(300)
  expect((await pixelsOf(file, 200)).dpi).toBe(200)
  expect((await pixelsOf(await drawn().jpeg().withMetadata({ density: 72 }).toBuffer())).dpi).toBeUndefined()
})

test('more dots than A3 has at 300 an inch are made fewer, and their measure with them', async () => {
  const pixels = Buffer.alloc(7016 * 496, 200)
  const picture = await pixelsOf(Buffer.concat([Buffer.from('P5\n7016 496\n255\n'), pixels]), 600)
  expect([picture.width, picture.channels, Math.round(picture.dpi ?? 0)]).toEqual([4961, 1, 424])
})

test('broken, empty, huge and foreign files are problems', async () => {
  const jpeg = await sharp(Buffer.alloc(300 * 300 * 3, 90), { raw: { width: 300, height: 300, channels: 3 } })
    .composite([{ input: await drawn().png().toBuffer() }]).jpeg().toBuffer()
  const png = await drawn().png({ compressionLevel: 0 }).toBuffer()
  const bomb = Buffer.from(png)
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  const files = {
    'picture/empty': [Buffer.alloc(0), Buffer.from('P5\n0 0\n255\n'), Buffer.from('P6\n100 3\n255\n'), await drawn().resize(4, 4).png().toBuffer()],
    'picture/broken': [
      jpeg.subarray(0, jpeg.length * 0.6), png.subarray(0, png.length / 2), Buffer.from('P6\n100 100\n255\n'), Buffer.from('P5\nmany lines\n'),
      Buffer.from('BM and nothing else'), Buffer.concat([png.subarray(0, 60), Buffer.alloc(900, 7)]), bmpOf(colours(), width, height).subarray(0, 900),
    ],
    'picture/too-large': [Buffer.from('P6\n40000 40000\n255\n'), bomb, hugeBmp()],
    'picture/unknown-kind': [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.from('%PDF-1.4'), Buffer.from('GIF89a')],
  }
  for (const [code, list] of Object.entries(files)) {
    const answers = await Promise.all(list.map(file => decode(file, null)))
    expect(answers).toEqual(list.map(() => ({ ok: false, problem: { code } })))
  }
})

function hugeBmp(): Buffer {
  const file = bmpOf(colours(), width, height)
  file.writeInt32LE(2_000_000_000, 18)
  return file
}
