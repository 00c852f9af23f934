import { failure, success, type Result } from '../../../shared/base/result.ts'
import type { PageImage } from '../pdf/page-image.ts'
import { sideCodes } from '../qr/page-codes.ts'
import { findBackground } from './background.ts'
import { chooseCoding } from './choose-coding.ts'
import { codePage } from './code-page.ts'
import { decode } from './decode.ts'
import type { Decoded, DecodeProblem } from './decoded.ts'
import { judgeInk } from './ink.ts'
import type { Picture } from './picture.ts'
import type { RawSide } from './pipeline.ts'
import { scaleTo } from './scale.ts'
import { shrink } from './shrink.ts'
import { straighten } from './straighten.ts'
import { toGrey } from './to-grey.ts'
import { turn } from './turn.ts'
import { whiten } from './whiten.ts'

export interface CleanSide {
  readonly image: PageImage
  readonly preview: Uint8Array
  readonly coding: 'black-white' | 'patches' | 'colour'
  readonly isBlank: boolean
  readonly isFaint: boolean
  readonly skew: number
  readonly codes: readonly string[]
}

/** One side from its bytes to the layers of its page, step by step; the same bytes give the same page. Problems: `picture/…`. */
export async function cleanSide(bytes: Uint8Array, raw: Omit<RawSide, 'path'>): Promise<Result<CleanSide, DecodeProblem>> {
  const decoded = await decode(bytes, raw.dpi)
  if (!decoded.ok) return failure(decoded.problem)
  const whole = await scaleTo(pictureOf(decoded.value), FINEST)
  const straight = straighten(whole, raw.isPhoto)
  const { codes, turn: byCode } = await sideCodes(toGrey(straight.picture))
  const picture = turn(turn(straight.picture, byCode), raw.turn)
  const shrunkBy = judgedBy(picture)
  const quarter = shrink(picture, shrunkBy)
  const background = straight.isCard ? null : findBackground(quarter, raw.isPhoto)
  const white = background === null ? quarter : whiten(quarter, background)
  const ink = judgeInk(white)
  const coding = straight.isCard ? { kind: 'colour' } as const : chooseCoding(white)
  const page = await codePage({ picture, background, coding, isFaint: ink.isFaint, isCard: straight.isCard, shrunkBy })
  return success({ ...page, ...ink, coding: coding.kind, skew: straight.skew, codes })
}

/** Finer than this no printer of an office prints. */
const FINEST = 300
/** Everything is judged at about fifty dots an inch: quick, and blind to grain. */
const JUDGED_AT = 50
/** The longer side of A4 in inches: what a picture shows that does not say its own size. */
const A4_INCHES = 11.69
/** No office's glass is longer: a file that says so says nonsense. */
const LONGEST_INCHES = 48

function pictureOf(decoded: Decoded): Picture {
  const longest = Math.max(decoded.width, decoded.height)
  const isSaid = decoded.dpi !== undefined && decoded.dpi > 20 && longest / decoded.dpi <= LONGEST_INCHES
  return { ...decoded, dpi: isSaid && decoded.dpi !== undefined ? decoded.dpi : longest / A4_INCHES }
}

function judgedBy({ dpi }: Picture): number {
  return Math.max(1, Math.round(dpi / JUDGED_AT))
}
