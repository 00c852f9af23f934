type TextControl = HTMLInputElement | HTMLTextAreaElement

/** What stood in a field, so that it can be put back. */
export interface FieldSnapshot {
  readonly control: TextControl
  readonly value: string
}

/** The field with the cursor and its text; undefined when the cursor is in none. */
export function focusedText(): FieldSnapshot | undefined {
  const control = focusedControl()
  return control === undefined ? undefined : { control, value: control.value }
}

/** Puts the text back as it was, as if typed, so that the screen's state follows. */
export function restoreText({ control, value }: FieldSnapshot): void {
  if (control.value !== value) writeText(control, value, value.length)
}

/** Types a text at the cursor of the focused field. */
export function insertText(text: string): void {
  const control = focusedControl()
  if (control === undefined) return
  const [from, until] = selectionOf(control)
  writeText(control, control.value.slice(0, from) + text + control.value.slice(until), from + text.length)
}

/** What Backspace does in the focused field. */
export function deleteBackward(): void {
  const control = focusedControl()
  if (control === undefined) return
  const [from, until] = selectionOf(control)
  const start = from === until ? Math.max(0, from - 1) : from
  writeText(control, control.value.slice(0, start) + control.value.slice(until), start)
}

function focusedControl(): TextControl | undefined {
  const control = document.activeElement
  if (control instanceof HTMLTextAreaElement) return control
  return control instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(control.type) ? control : undefined
}

function selectionOf(control: TextControl): readonly [number, number] {
  const end = control.value.length
  return [control.selectionStart ?? end, control.selectionEnd ?? end]
}

/** React listens to `input` events and compares with the value it set last; the prototype's setter goes past that memory. */
function writeText(control: TextControl, value: string, cursor: number): void {
  const prototype = control instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  const max = control.maxLength
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, max >= 0 ? value.slice(0, max) : value)
  control.setSelectionRange(cursor, cursor)
  control.dispatchEvent(new Event('input', { bubbles: true }))
}
