import { readFileSync } from 'node:fs'
import { failure } from '../../../shared/base/result.ts'
import { answerProgram, stepBack } from '../../processes/parent.ts'
import { readCard, type CardEyes } from '../id-card/read-card.ts'
import type { GreyPicture } from '../pipeline/picture.ts'
import { scaleToSize } from '../pipeline/scale.ts'
import { prepareCodes, readCodes, readCodesHarder } from '../qr/read-codes.ts'
import { ocrFiles } from './ocr-files.ts'
import { pagePicture } from './page-picture.ts'
import type { ReadingAnswers, ReadingWish } from './page-reader.ts'
import type { PageText } from './page-text.ts'
import { startEngine, type Engine } from './tesseract.ts'

// A page takes seconds, and a broken one may take the engine down: in a process of its own it takes nothing else with it.
const files = ocrFiles()
let engine: Promise<Engine> | undefined
let codes: Promise<void> | undefined

stepBack()
answerProgram(answer)

async function answer(wish: ReadingWish): Promise<ReadingAnswers[ReadingWish['kind']]> {
  const picture = await pagePicture(wish.bytes, wish.dpi)
  if (wish.kind === 'text') return picture === undefined ? undefined : readText(picture)
  if (picture === undefined) return failure({ code: 'card/not-seen' })
  await (codes ??= prepareCodes(readFileSync(files.codes)))
  return readCard(picture, EYES)
}

async function readText(picture: GreyPicture): Promise<PageText> {
  return (await (engine ??= startEngine(files))).read(picture)
}

const EYES: CardEyes = {
  readCodes, readCodesHarder,
  readText: async picture => (await readText(picture)).text,
  enlarge: (picture, by) => scaleToSize(picture, Math.round(picture.width * by), Math.round(picture.height * by)),
}
