import { failure, success, type Result } from '../../../shared/base/result.ts'
import { readCardCodes, type CardProposal } from '../../../shared/people/card-page.ts'
import { findPrintedNumber } from '../../../shared/people/card-print.ts'
import type { CardQrProblem } from '../../../shared/people/card-qr.ts'
import type { GreyPicture } from '../pipeline/picture.ts'

export interface CardEyes {
  readonly readCodes: (picture: GreyPicture) => Promise<readonly string[]>
  /** With more tries: seconds. */
  readonly readCodesHarder: (picture: GreyPicture) => Promise<readonly string[]>
  /** The words of a picture, lines apart. */
  readonly readText: (picture: GreyPicture) => Promise<string>
  readonly enlarge: (picture: GreyPicture, by: number) => Promise<GreyPicture>
}

/**
 * What a photograph or scan of an ID card says: by its code, on cards of every generation; else the printed number alone.
 *
 * A printed number counts only when two readings at different sizes agree on it. Nothing else of the card leaves here (rule U5).
 * Problems: `card/…`; `card/not-seen` where nothing sure can be read.
 */
export async function readCard(picture: GreyPicture, eyes: CardEyes): Promise<Result<CardProposal, CardQrProblem>> {
  const byCode = readCardCodes(await eyes.readCodes(picture)) ?? readCardCodes(await eyes.readCodesHarder(picture)) ??
    readCardCodes(await eyes.readCodes(await eyes.enlarge(picture, 2)))
  if (byCode !== undefined) return byCode.ok ? success({ source: 'qr', card: byCode.value }) : byCode
  const first = findPrintedNumber(await eyes.readText(picture))
  const second = first === undefined ? undefined : findPrintedNumber(await eyes.readText(await eyes.enlarge(picture, 1.5)))
  return first !== undefined && first === second ? success({ source: 'printed', personalNumber: first }) : failure({ code: 'card/not-seen' })
}
