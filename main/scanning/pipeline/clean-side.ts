import { failure, success, type Result } from '../../../shared/base/result.ts'
import type { PageImage } from '../pdf/page-image.ts'
import { findBackground } from './background.ts'
import { chooseCoding } from './choose-coding.ts'
import { codePage } from './code-page.ts'
import { decode } from './decode.ts'
import type { Decoded, DecodeProblem } from './decoded.ts'
import { judgeInk } from './ink.ts'
import type { Picture } from './picture.ts'
import { shrink } from './shrink.ts'
import { whiten } from './whiten.ts'

export interface CleanSide {
  readonly image: PageImage
  readonly preview: Uint8Array
  readonly coding: 'black-white' | 'patches' | 'colour'
  readonly isBlank: boolean
  readonly isFaint: boolean
  readonly skew: number
}

/** Everything is judged at about fifty dots an inch: quick, and blind to grain. */
const JUDGED_AT = 50

/** One side from its bytes to the layers of its page, step by step; the same bytes give the same page. Problems: `picture/…`. */
export async function cleanSide(bytes: Uint8Array, dpi: number | null, isPhoto: boolean): Promise<Result<CleanSide, DecodeProblem>> {
  const decoded = await decode(bytes, dpi)
  if (!decoded.ok) return failure(decoded.problem)
  const picture = pictureOf(decoded.value)
  const shrunkBy = Math.max(1, Math.round(picture.dpi / JUDGED_AT))
  const quarter = shrink(picture, shrunkBy)
  const background = findBackground(quarter, isPhoto)
  const white = whiten(quarter, background)
  const ink = judgeInk(white)
  const coding = chooseCoding(white)
  const page = await codePage({ picture, background, coding, isFaint: ink.isFaint, isCard: false, shrunkBy })
  return success({ ...page, coding: coding.kind, ...ink, skew: 0 })
}

function pictureOf(decoded: Decoded): Picture {
  return { ...decoded, dpi: decoded.dpi ?? Math.max(decoded.width, decoded.height) / 11.69 }
}
