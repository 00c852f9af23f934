import type { StoreApi } from 'zustand'

/** A draft is on disk within about a second of typing. */
const KEEP_AFTER_MS = 700

/**
 * Keeps the form in hand while its screen stands, a moment after each change; leaving the screen keeps it at once. The answer stops it.
 *
 * What is no longer in hand, saved or put aside, is not kept again.
 */
export function followDraftOf<Draft extends { readonly id: string }>(
  store: Pick<StoreApi<{ readonly draft: Draft }>, 'subscribe' | 'getState'>, keep: (draft: Draft) => void,
): () => void {
  let timer: number | undefined
  let pending: Draft | undefined
  const keepPending = (): void => {
    window.clearTimeout(timer)
    const draft = pending
    pending = undefined
    if (draft !== undefined && draft.id === store.getState().draft.id) keep(draft)
  }
  const stop = store.subscribe((now, before) => {
    if (now.draft === before.draft) return
    pending = now.draft
    window.clearTimeout(timer)
    timer = window.setTimeout(keepPending, KEEP_AFTER_MS)
  })
  return () => {
    stop()
    keepPending()
  }
}
