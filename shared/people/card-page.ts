import { failure, success, type Result } from '../base/result.ts'
import { parseCardQr, type CardFacts, type CardQrProblem } from './card-qr.ts'
import { classifyScan } from './scan.ts'

/** What an image of an ID card offers to the person at the counter: everything by its code, or only the number by its print. */
export type CardProposal =
  | { readonly source: 'qr'; readonly card: CardFacts }
  | { readonly source: 'printed'; readonly personalNumber: string }

/** What the cleaning of a side found out: millimetres, and the texts of its QR codes. */
export interface SeenPage {
  readonly width: number
  readonly height: number
  readonly codes: readonly string[]
}

/**
 * Whether a page shows an ID card, so that it is covered on the screen (rule U5): a side of a card's size, or any page that
 * bears a card's code, such as a copy of both sides on one sheet.
 */
export function isCardPage({ width, height, codes }: SeenPage): boolean {
  return isCardSize(width, height) || codes.some(text => classifyScan(text) === 'card')
}

/**
 * The facts of the card among the codes of a page; undefined when none of them is a card's.
 *
 * Two codes that tell of two persons are refused: nobody can say who stands at the counter.
 * Problems: `card/two-cards`, and those of the card's text.
 */
export function readCardCodes(codes: readonly string[]): Result<CardFacts, CardQrProblem> | undefined {
  const read = codes.filter(text => classifyScan(text) === 'card').map(parseCardQr)
  const cards = read.flatMap(one => one.ok ? [one.value] : [])
  if (new Set(cards.map(({ personalNumber }) => personalNumber)).size > 1) return failure({ code: 'card/two-cards' })
  const [card] = cards
  return card === undefined ? read[0] : success(card)
}

/** ISO/IEC 7810 ID-1 lying or standing; scans and crops are out by a few millimetres. */
const [LONG_MM, SHORT_MM, TOLERANCE_MM] = [85.6, 54, 6]

function isCardSize(width: number, height: number): boolean {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  return Math.abs(long - LONG_MM) <= TOLERANCE_MM && Math.abs(short - SHORT_MM) <= TOLERANCE_MM
}
