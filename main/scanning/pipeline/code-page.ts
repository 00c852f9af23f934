import type { Box, Layer, PageImage } from '../pdf/page-image.ts'
import { inGrey, type Background } from './background.ts'
import type { Coding } from './choose-coding.ts'
import { packBits, toOneBit } from './one-bit.ts'
import { toMm, type Area, type Picture } from './picture.ts'
import { makePreview, previewOneBit, type Patch } from './preview.ts'
import { rawSharp, scaleTo } from './scale.ts'
import { toGrey } from './to-grey.ts'
import { whiten } from './whiten.ts'

export interface SideToCode {
  /** Upright and cut to its sheet, as it was photographed or scanned. */
  readonly picture: Picture
  /** The paper of it, or null for what must not be whitened: a card, a photograph without paper. */
  readonly background: Background | null
  readonly coding: Coding
  readonly isFaint: boolean
  readonly isCard: boolean
  /** How much smaller the picture is in which the coding's areas are told. */
  readonly shrunkBy: number
}

export interface CodedPage {
  readonly image: PageImage
  readonly preview: Uint8Array
}

/** A colour page is read, a card is examined. */
const PAGE = { dpi: 150, quality: 60 }
const CARD = { dpi: 200, quality: 70 }
const PATCH = { dpi: 200, quality: 60 }

/** Codes a side as the layers of its page, and draws the preview from what is kept, not from what was lost. */
export async function codePage(side: SideToCode): Promise<CodedPage> {
  const { picture, coding, background } = side
  const whole = boxOf(picture, { left: 0, top: 0, width: picture.width, height: picture.height })
  if (coding.kind === 'colour' || background === null) {
    const target = side.isCard ? CARD : PAGE
    const small = await scaleTo(picture, target.dpi)
    const shown = background === null ? small : whiten(small, background)
    const layer = await jpegLayer(shown, target.quality, whole)
    return { image: pageOf(whole, [layer]), preview: await makePreview(shown) }
  }

  const { width, height } = picture
  const black = toOneBit(whiten(toGrey(picture), inGrey(background)), side.isFaint)
  const patches: Patch[] = []
  const layers: Layer[] = []
  for (const area of coding.kind === 'patches' ? coding.areas.map(at => enlarge(at, side.shrunkBy, picture)) : []) {
    clear(black, width, area)
    const patch = await scaleTo(whiten(picture, background, area), PATCH.dpi)
    patches.push({ picture: patch, area })
    layers.push(await jpegLayer(patch, PATCH.quality, boxOf(picture, area)))
  }
  layers.unshift({ kind: 'black-white', width, height, bits: packBits(black, width, height), box: whole })
  return { image: pageOf(whole, layers), preview: await previewOneBit(black, picture, patches) }
}

function pageOf(whole: Box, layers: readonly Layer[]): PageImage {
  return { widthMm: whole.width, heightMm: whole.height, layers }
}

async function jpegLayer(picture: Picture, quality: number, box: Box): Promise<Layer> {
  const { width, height, channels } = picture
  const bytes = await rawSharp(picture).toColourspace(channels === 1 ? 'b-w' : 'srgb').jpeg({ quality, mozjpeg: true }).toBuffer()
  return { kind: 'jpeg', width, height, bytes, colours: channels, box }
}

function boxOf({ dpi }: Picture, { left, top, width, height }: Area): Box {
  return { x: toMm(left, dpi), y: toMm(top, dpi), width: toMm(width, dpi), height: toMm(height, dpi) }
}

function enlarge({ left, top, width, height }: Area, by: number, picture: Picture): Area {
  return {
    left: left * by,
    top: top * by,
    width: Math.min(picture.width - left * by, width * by),
    height: Math.min(picture.height - top * by, height * by),
  }
}

/** What a patch shows is not coded twice. */
function clear(black: Uint8Array, width: number, area: Area): void {
  for (let y = area.top; y < area.top + area.height; y += 1) black.fill(0, y * width + area.left, y * width + area.left + area.width)
}
