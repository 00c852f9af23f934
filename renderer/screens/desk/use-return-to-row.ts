import { useEffect, useRef, type RefObject } from 'react'
import { useDesk } from '../../state/desk.ts'
import type { DossierRow } from '../../store/row.ts'

/**
 * Puts the cursor into the row one left, or the first one, once the screen has rows; not if it was put outside the work meanwhile, nor
 * while somebody goes along the counts.
 */
export function useReturnToRow(rows: readonly DossierRow[] | null): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current || rows === null || rows.length === 0) return
    isDone.current = true
    const { activeElement } = document
    const isFree = activeElement === null || activeElement === document.body || (activeElement.closest('main') !== null && activeElement.closest('nav') === null)
    const place = Math.max(0, rows.findIndex(({ subject }) => subject === useDesk.getState().subject))
    if (isFree) body.current?.querySelector<HTMLElement>(`[data-stop="${String(place)}"]`)?.focus()
  }, [rows])
  return body
}
