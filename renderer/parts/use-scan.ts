import { useEffect, useRef } from 'react'
import { cardLeftIn, classifyScan, type ScanKind } from '../../shared/people/scan.ts'
import { feedWedge, quietWedge, type KeyStroke, type Wedge } from '../../shared/people/wedge.ts'
import { deleteBackward, focusedText, insertText, restoreText, type FieldSnapshot } from './field-writing.ts'

/** What a reader has read, for whoever on the screen can use it. */
export interface Scan {
  readonly text: string
  /** An input method stood between: letters with marks may be wrong. */
  readonly throughInputMethod: boolean
}
export type ScanListeners = Readonly<Partial<Record<Exclude<ScanKind, 'unknown'>, (scan: Scan) => void>>>

/**
 * Listens to card and QR readers, wherever the cursor is. A burst never types into the focused field;
 * keys that only looked like one are given back to it.
 *
 * The listener mounted last hears a scan first, so a screen may take what the frame would take.
 */
export function useScan(listeners: ScanListeners): void {
  const current = useRef(listeners)
  useEffect(() => { current.current = listeners })
  useEffect(() => listen(kind => current.current[kind]), [])
}

type FindListener = (kind: Exclude<ScanKind, 'unknown'>) => ((scan: Scan) => void) | undefined

const finders: FindListener[] = []
/** Keys that only looked like a reader's are given back this much later than the pause that ends a burst. */
const GIVE_BACK_AFTER_MS = 10

let wedge: Wedge = quietWedge
let held: KeyStroke[] = []
let before: FieldSnapshot | undefined
let giveBackTimer: number | undefined

function listen(find: FindListener): () => void {
  finders.push(find)
  if (finders.length === 1) {
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('beforeinput', onBeforeInput, { capture: true })
  }
  return () => {
    finders.splice(finders.indexOf(find), 1)
    if (finders.length > 0) return
    window.removeEventListener('keydown', onKeyDown, { capture: true })
    window.removeEventListener('beforeinput', onBeforeInput, { capture: true })
  }
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const { key, code, shiftKey, isComposing } = event
  onStroke(event, { key, code, shiftKey, atMs: event.timeStamp, isComposing })
}

/**
 * Readers send letters no key has (Ễ) past the keyboard: in the middle of a burst they belong to it, also when the window stood still so
 * long that the keys before were given back already. A letter that ends what looked like a burst is written here, behind the keys given
 * back: the browser would put it where the cursor was before them.
 */
function onBeforeInput(event: InputEvent): void {
  if (wedge.outcome.kind !== 'suspected' || event.inputType !== 'insertText' || event.data === null) return
  const hadHeld = held.length > 0
  for (const key of event.data) onStroke(event, { key, code: '', shiftKey: false, atMs: event.timeStamp, isComposing: false })
  if (!hadHeld || event.defaultPrevented) return
  event.preventDefault()
  insertText(event.data)
}

function onStroke(event: Event, stroke: KeyStroke): void {
  const next = feedWedge(wedge, stroke)
  if (next.strokes.length === 1) {
    giveBack()
    before = focusedText()
  }
  wedge = next
  switch (next.outcome.kind) {
    case 'typing':
      giveBack()
      return
    case 'suspected':
      hold(event, stroke, next.outcome.maxPauseMs)
      return
    case 'burst':
      takeBurst(event, next.outcome)
  }
}

function hold(event: Event, stroke: KeyStroke, maxPauseMs: number): void {
  event.preventDefault()
  event.stopImmediatePropagation()
  held.push(stroke)
  window.clearTimeout(giveBackTimer)
  giveBackTimer = window.setTimeout(giveBack, maxPauseMs + GIVE_BACK_AFTER_MS)
}

/** A burst nobody knows is somebody typing very fast: the keys and the Enter go where they were meant to go. */
function takeBurst(event: Event, burst: Scan): void {
  const begun = cardBegunIn(before?.value ?? '', burst.text)
  const scan = { ...burst, text: begun ?? burst.text }
  const kind = classifyScan(scan.text)
  const listener = kind === 'unknown' ? undefined : finders.toReversed().map(find => find(kind)).find(found => found !== undefined)
  if (listener === undefined) {
    giveBack()
    return
  }
  event.preventDefault()
  event.stopImmediatePropagation()
  window.clearTimeout(giveBackTimer)
  held = []
  if (before !== undefined) restoreText({ ...before, value: (before.value + burst.text).slice(0, -scan.text.length) })
  listener(scan)
}

/** A card whose beginning stands in the field already, because the reader or the PC stood still in the middle of it. */
function cardBegunIn(value: string, rest: string): string | undefined {
  const kind = classifyScan(rest)
  const whole = kind === 'card' || kind === 'unknown' ? cardLeftIn(value + rest) : undefined
  return whole !== undefined && whole.length > rest.length ? whole : undefined
}

function giveBack(): void {
  window.clearTimeout(giveBackTimer)
  const strokes = held
  held = []
  for (const { key } of strokes) {
    if (key === 'Backspace') deleteBackward()
    else if ([...key].length === 1) insertText(key)
  }
}
