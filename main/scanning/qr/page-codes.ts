import { COVER_MARKS, isOfCoverSheet } from '../../../shared/papers/cover-sheet.ts'
import type { GreyPicture } from '../pipeline/picture.ts'
import type { QuarterTurn } from '../pipeline/turn.ts'
import { looksLikeCover } from './cover-marks.ts'
import { readTurnedCodes, textsOf } from './read-codes.ts'

export interface SideCodes {
  /** Each once; on a cover sheet whose codes cannot be read, `COVER_MARKS` stands for them. */
  readonly codes: readonly string[]
  /** Brings a cover sheet upright, clockwise: its codes know which way up they were printed. 0 for every other side. */
  readonly turn: QuarterTurn
}

/** The codes on a side, whichever way up it lies. */
export async function sideCodes(image: GreyPicture): Promise<SideCodes> {
  const usual = await readTurnedCodes(image, 'usual')
  const isCover = (codes: typeof usual): boolean => codes.some(({ text }) => isOfCoverSheet(text))
  if (isCover(usual) || !looksLikeCover(image)) return { codes: textsOf(usual), turn: turnOf(usual) }
  const all = [...usual, ...await readTurnedCodes(image, 'harder')]
  return { codes: isCover(all) ? textsOf(all) : [...textsOf(all), COVER_MARKS], turn: turnOf(all) }
}

/** The texts alone. */
export async function pageCodes(image: GreyPicture): Promise<readonly string[]> {
  return (await sideCodes(image)).codes
}

function turnOf(codes: Awaited<ReturnType<typeof readTurnedCodes>>): QuarterTurn {
  return codes.find(({ text }) => isOfCoverSheet(text))?.turn ?? 0
}
