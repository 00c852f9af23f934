import type { KeyboardEvent, ReactNode } from 'react'
import { fieldsIn, focusField } from './focusable.ts'

export interface EnterMovesProps {
  readonly className?: string
  /** Where Enter goes from the last field; without it, the button marked as main inside. */
  readonly onEnd?: () => void
  readonly children: ReactNode
}

/**
 * Enter goes to the next field, Shift+Enter to the one before; from the last field to the main button.
 *
 * Fields marked `data-skip` (already filled and right) are passed over going forward only. A
 * control that uses Enter itself calls `preventDefault`. `data-enter-stop` on a field or row of
 * fields keeps Enter for its owner.
 */
export function EnterMoves({ className, onEnd, children }: EnterMovesProps) {
  return <div className={className} onKeyDown={event => { onEnter(event, onEnd) }}>{children}</div>
}

function onEnter(event: KeyboardEvent<HTMLElement>, onEnd: (() => void) | undefined): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.defaultPrevented || event.nativeEvent.isComposing) return
  const here = event.target instanceof HTMLElement ? event.target : null
  if (here === null || !here.matches('input, select, textarea, [role=combobox]') || here.closest('[data-enter-stop]') !== null) return
  event.preventDefault()
  const root = event.currentTarget
  const next = event.shiftKey ? fieldBefore(root, here) : fieldAfter(root, here)
  if (next !== undefined) focusField(next)
  else if (!event.shiftKey) (onEnd ?? (() => { root.querySelector<HTMLElement>('[data-main]')?.focus() }))()
}

function fieldAfter(root: HTMLElement, here: HTMLElement): HTMLElement | undefined {
  return fieldsIn(root).find(node => isAfter(node, here) && !isSameGroup(node, here) && node.closest('[data-skip]') === null)
}

function fieldBefore(root: HTMLElement, here: HTMLElement): HTMLElement | undefined {
  return fieldsIn(root).findLast(node => isAfter(here, node) && !isSameGroup(node, here))
}

function isAfter(node: Node, other: Node): boolean {
  return (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

function isSameGroup(node: HTMLElement, other: HTMLElement): boolean {
  return node instanceof HTMLInputElement && other instanceof HTMLInputElement
    && node.type === 'radio' && other.type === 'radio' && node.name === other.name
}
