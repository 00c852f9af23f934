import { physicalCharacter } from './keyboard-layout.ts'

/** One key going down, as the window's event tells it; `atMs` is the event's own time stamp. */
export interface KeyStroke {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly atMs: number
  readonly isComposing: boolean
}

/** What the strokes so far are. */
export type WedgeOutcome =
  | { readonly kind: 'typing' }
  /** So fast that no person types it, and not ended yet: the screen holds these keys back from the field. A longer pause (ms) ends it. */
  | { readonly kind: 'suspected'; readonly maxPauseMs: number }
  /** A reader's text. When it went through an input method, letters with marks may be wrong and the screen says so. */
  | { readonly kind: 'burst'; readonly text: string; readonly throughInputMethod: boolean }

/** Strokes that may be the beginning of a burst, and what they are so far. */
export interface Wedge {
  readonly strokes: readonly KeyStroke[]
  readonly outcome: WedgeOutcome
}

/** Before any key: nothing is suspected. */
export const quietWedge: Wedge = { strokes: [], outcome: { kind: 'typing' } }

/** Readers send a key every 1–20 ms; the fastest people need more than twice this between keys. */
const MAX_MEDIAN_GAP_MS = 35
/** A pause this long ends whatever was typed before. */
const MAX_PAUSE_MS = 150
const MIN_BURST_LENGTH = 10
/** No person has typed so many keys so fast: a reader that stops for a moment, or a PC that does, breaks no text in two. */
const MAX_PAUSE_OF_READER_MS = 800
/** The speed of the newest keys counts: somebody who types on after a reader is a person again. */
const NEWEST_GAPS = 12
/** From here on fast strokes are held back from the field. */
const MIN_SUSPECTED_LENGTH = 4
/** A held-down key repeats as fast as a reader types, but it is one and the same. */
const MIN_DIFFERENT_KEYS = 3

/**
 * Recognises a keyboard wedge: a QR reader that types its text and ends with Enter.
 *
 * A burst is at least ten characters with a median gap of at most 35 ms, ended by Enter; once that many have come so fast, a pause of
 * up to 800 ms belongs to it. The text is rebuilt from the physical keys wherever an input method (UniKey, EVKey, ibus, Windows' own)
 * stood between.
 */
export function feedWedge(wedge: Wedge, stroke: KeyStroke): Wedge {
  if (MODIFIERS.has(stroke.key)) return wedge
  const last = wedge.strokes.at(-1)
  const maxPauseMs = wedge.outcome.kind === 'suspected' ? wedge.outcome.maxPauseMs : MAX_PAUSE_MS
  const continues = last !== undefined && stroke.atMs - last.atMs >= 0 && stroke.atMs - last.atMs <= maxPauseMs
  const strokes = continues ? wedge.strokes : []
  if (stroke.key === 'Enter' || stroke.code === 'Enter' || stroke.code === 'NumpadEnter') return { strokes: [], outcome: endBurst(strokes) }
  if (strokes.length >= MAX_STROKES || !isWriting(stroke)) return quietWedge

  const grown = [...strokes, stroke]
  if (!isFast(grown, MIN_SUSPECTED_LENGTH)) return { strokes: grown, outcome: { kind: 'typing' } }
  return { strokes: grown, outcome: { kind: 'suspected', maxPauseMs: grown.length >= MIN_BURST_LENGTH ? MAX_PAUSE_OF_READER_MS : MAX_PAUSE_MS } }
}

const MODIFIERS = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph'])
const MAX_STROKES = 3000

function endBurst(strokes: readonly KeyStroke[]): WedgeOutcome {
  const text = strokesToText(strokes)
  if ([...text].length < MIN_BURST_LENGTH || !isFast(strokes, MIN_BURST_LENGTH)) return { kind: 'typing' }
  return { kind: 'burst', text, throughInputMethod: strokes.some(isAltered) }
}

function isFast(strokes: readonly KeyStroke[], minLength: number): boolean {
  if (strokes.length < minLength) return false
  const newest = strokes.slice(-NEWEST_GAPS - 1)
  const gaps = newest.slice(1).map((stroke, i) => stroke.atMs - (newest[i]?.atMs ?? 0)).toSorted((a, b) => a - b)
  const median = gaps[Math.floor(gaps.length / 2)] ?? Infinity
  return median <= MAX_MEDIAN_GAP_MS && new Set(strokes.map(stroke => stroke.code + stroke.key)).size >= MIN_DIFFERENT_KEYS
}

/** Backspace belongs to the text: input methods send it to take back a letter they are about to change. */
function isWriting(stroke: KeyStroke): boolean {
  return stroke.key === 'Backspace' || strokeToCharacter(stroke) !== undefined
}

function strokesToText(strokes: readonly KeyStroke[]): string {
  const characters: string[] = []
  for (const stroke of strokes) {
    if (stroke.key === 'Backspace') characters.pop()
    else characters.push(strokeToCharacter(stroke) ?? '')
  }
  return characters.join('').normalize('NFC')
}

function strokeToCharacter(stroke: KeyStroke): string | undefined {
  const physical = physicalCharacter(stroke.code, stroke.shiftKey)
  if (isPrintableAscii(stroke.key) && !isSameLetter(stroke.key, physical)) return stroke.key
  if (physical !== undefined) return physical
  return [...stroke.key].length === 1 ? stroke.key : undefined
}

/** CapsLock turns the case of what the reader sends; the physical key and Shift say what it meant. */
function isSameLetter(key: string, physical: string | undefined): boolean {
  return physical !== undefined && key.toLowerCase() === physical.toLowerCase()
}

function isPrintableAscii(key: string): boolean {
  return /^[\x20-\x7e]$/.test(key)
}

/** The window never saw the plain letter: something between the reader and us was writing Vietnamese. */
function isAltered(stroke: KeyStroke): boolean {
  if (stroke.isComposing || stroke.key === 'Backspace' || stroke.key === 'Process' || stroke.key === 'Unidentified' || stroke.key === 'Dead') return true
  return physicalCharacter(stroke.code, stroke.shiftKey) !== undefined && !isPrintableAscii(stroke.key)
}
