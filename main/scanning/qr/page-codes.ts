import { COVER_MARKS, isOfCoverSheet } from '../../../shared/papers/cover-sheet.ts'
import type { GreyPicture } from '../pipeline/picture.ts'
import { looksLikeCover } from './cover-marks.ts'
import { readCodes, readCodesHarder } from './read-codes.ts'

/** The texts of the codes on a side; on a cover sheet whose codes cannot be read, `COVER_MARKS` stands for them. */
export async function pageCodes(image: GreyPicture): Promise<readonly string[]> {
  const codes = await readCodes(image)
  if (codes.some(isOfCoverSheet) || !looksLikeCover(image)) return codes
  const more = [...codes, ...await readCodesHarder(image)]
  return more.some(isOfCoverSheet) ? more : [...more, COVER_MARKS]
}
