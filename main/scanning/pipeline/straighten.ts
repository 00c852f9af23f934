import { findBackground } from './background.ts'
import { findSheet, type Sheet } from './find-sheet.ts'
import type { Picture } from './picture.ts'
import { rectify } from './rectify.ts'
import { shrink } from './shrink.ts'
import { toGrey } from './to-grey.ts'
import { turn } from './turn.ts'
import { findUpright } from './upright.ts'
import { combine, forShrunk, turnBack, UNMOVED, warp, type Size, type Warp } from './warp.ts'
import { whiten } from './whiten.ts'

export interface Straight {
  readonly picture: Picture
  readonly isCard: boolean
  /** Degrees the writing was turned back by. */
  readonly skew: number
}

/** Lines are looked at with about a hundred dots an inch. */
const LOOKED_AT = 100
const SURE = 12
/** Less is not worth the softness of a new drawing. */
const LEAST_DEGREES = 0.12

/** Cuts a side to its sheet, levels its writing and turns it upright; drawn anew at most once. */
export function straighten(picture: Picture, isPhoto: boolean): Straight {
  const by = Math.max(1, Math.round(picture.dpi / LOOKED_AT))
  const half = shrink(picture, by)
  const sheet = findSheet(shrink(half, 2), isPhoto)
  const flat = sheet === undefined ? undefined : rectify(sheet, 2 * by, isPhoto, picture.dpi)
  const size: Size = flat ?? picture
  const whole: Warp = flat?.warp ?? UNMOVED
  const view = flat === undefined ? half : { ...warp(half, forShrunk(whole, by), shrunkSize(size, by)), dpi: flat.dpi / by }
  const { turn: quarters, skew } = findUpright(toGrey(whiten(view, findBackground(shrink(view, 2), isPhoto))))
  const isSkewed = !isCardOf(sheet) && skew.confidence > SURE && Math.abs(skew.degrees) >= LEAST_DEGREES
  if (flat === undefined && !isSkewed) return { picture: turn(picture, quarters), isCard: false, skew: 0 }

  const degrees = isSkewed ? skew.degrees : 0
  const drawn = warp(picture, combine(whole, turnBack(degrees, size)), size)
  const straight = { ...drawn, dpi: flat?.dpi ?? picture.dpi }
  return { picture: turn(straight, quarters), isCard: isCardOf(sheet), skew: degrees }
}

function isCardOf(sheet: Sheet | undefined): boolean {
  return sheet?.isCard === true
}

function shrunkSize({ width, height }: Size, by: number): Size {
  return { width: Math.max(1, Math.floor(width / by)), height: Math.max(1, Math.floor(height / by)) }
}
