import { focusableIn } from '../ui/focusable.ts'

/** Puts the cursor into the next (1) or the previous (−1) part of the screen: whatever carries `data-part`, in reading order. */
export function moveToPart(by: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')].filter(part => part.getClientRects().length > 0)
  const here = parts.findIndex(part => part.contains(document.activeElement))
  const next = here < 0 ? (by === 1 ? 0 : parts.length - 1) : (here + by + parts.length) % parts.length
  const part = parts[next]
  if (part === undefined) return
  const stop = part.querySelector<HTMLElement>('[data-stop][tabindex="0"]') ?? focusableIn(part)[0]
  if (stop === undefined) part.tabIndex = -1
  ;(stop ?? part).focus()
}
