import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { CLEAN, scanned, someDirt, type Dirt } from '../../../tests/builders/made-dirt.ts'
import { drawPage, makeCover, makePage, type MadePage } from '../../../tests/builders/made-pages.ts'
import { seededRandom } from '../../../tests/builders/random.ts'
import { COVER_MARKS, coverSheetText, isOfCoverSheet, type CoverSheet } from '../../../shared/papers/cover-sheet.ts'
import type { GreyPicture } from '../pipeline/picture.ts'
import { looksLikeCover } from './cover-marks.ts'
import { turn } from '../pipeline/turn.ts'
import { pageCodes, sideCodes } from './page-codes.ts'
import { prepareCodes } from './read-codes.ts'

const cover: CoverSheet = { unit: '31186', code: 'H13.064-261120-0432', subject: 'dossier:00aa11bb22cc33dd', paper: 'p89', sheets: 3 }

beforeAll(async () => {
  await prepareCodes(await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')))
})

async function greyOf(page: MadePage, dirt: Dirt, seed: number): Promise<GreyPicture> {
  const png = await scanned(await drawPage(page), dirt, seededRandom(seed))
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: 1, pixels: new Uint8Array(data), dpi: 200 }
}

test('a cover sheet is read upright, upside down, askew, faint, in shadow, noisy and torn', async () => {
  const mishaps: readonly Partial<Dirt>[] = [
    {}, { isUpsideDown: true }, { skew: 5 }, { skew: -5, isUpsideDown: true }, { contrast: 0.3 }, { shadow: 0.45 }, { noise: 30 },
    { torn: 90, tornCorner: 0 }, { torn: 90, tornCorner: 3 },
  ]
  for (const mishap of mishaps) {
    for (const size of ['A4', 'A5'] as const) {
      const image = await greyOf(makeCover(cover, size), { ...CLEAN, ...mishap }, 1)
      expect([mishap, await pageCodes(image)]).toEqual([mishap, [coverSheetText(cover)]])
    }
  }
})

test('a cover sheet says which way up it was printed, every other side nothing', async () => {
  for (const skew of [0, 4, -4]) {
    const image = await greyOf(makeCover(cover), { ...CLEAN, skew }, 1)
    for (const [lies, back] of [[0, 0], [90, 270], [180, 180], [270, 90]] as const) {
      expect([skew, lies, (await sideCodes(turn(image, lies))).turn]).toEqual([skew, lies, back])
    }
  }
  expect((await sideCodes(turn(await greyOf(makePage('form', 1), CLEAN, 1), 180))).turn).toBe(0)
})

test('whatever happened to it, a cover sheet is read right or at least known as one', async () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const codes = await pageCodes(await greyOf(makeCover(cover, seed % 2 === 0 ? 'A4' : 'A5'), someDirt(seededRandom(seed)), seed))
    const wrong = codes.filter(code => code !== coverSheetText(cover) && code !== COVER_MARKS)
    expect([seed, wrong, codes.some(isOfCoverSheet)]).toEqual([seed, [], true])
  }
})

test('pages of papers are not taken for cover sheets', async () => {
  for (const kind of ['faint', 'form', 'id-card', 'letter', 'photo', 'table'] as const) {
    for (let seed = 1; seed <= 3; seed += 1) {
      const image = await greyOf(makePage(kind, seed), someDirt(seededRandom(seed)), seed)
      expect([kind, seed, await pageCodes(image), looksLikeCover(image)]).toEqual([kind, seed, [], false])
    }
  }
})
