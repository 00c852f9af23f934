import { flushSync } from 'react-dom'
import { fieldsIn, focusableIn, focusField } from '../../ui/focusable.ts'

/** The stop an element belongs to, by the `data-field` around it. */
export function stopAt(node: EventTarget | null): string | undefined {
  return node instanceof Element ? node.closest<HTMLElement>('[data-field]')?.dataset['field'] : undefined
}

/** Changes what is on screen, then puts the cursor on a stop at once: a key pressed meanwhile must not be lost. */
export function focusAfter(change: () => void, stop: () => string): void {
  flushSync(change)
  focusStop(stop())
}

/** Puts the cursor on a stop: into its own control, the one marked `data-focus`, or the first inside. */
export function focusStop(id: string): void {
  const place = document.querySelector<HTMLElement>(`main [data-field="${CSS.escape(id)}"]`)
  if (place === null) return
  const folded = place.closest<HTMLDetailsElement>('details:not([open])')
  if (folded !== null) folded.open = true
  const control = place.matches('input, select, textarea, button')
    ? place
    : place.querySelector<HTMLElement>('[data-focus]') ?? fieldsIn(place)[0] ?? focusableIn(place)[0]
  if (control === undefined) return
  focusField(control)
  control.scrollIntoView({ block: 'nearest' })
}
