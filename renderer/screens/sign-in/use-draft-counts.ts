import { useEffect, useState } from 'react'
import { loadDrafts } from '../../store/drafts.ts'

/** How many half-typed intakes each person left on this PC, by user id; nobody without one. */
export function useDraftCounts(): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map())
  useEffect(() => {
    let isHere = true
    // Who may sign in is painted first.
    const idle = requestIdleCallback(() => {
      void loadDrafts().then(drafts => {
        const next = new Map<string, number>()
        for (const { clerk } of drafts) next.set(clerk, (next.get(clerk) ?? 0) + 1)
        if (isHere) setCounts(next)
      })
    }, { timeout: 2_000 })
    return () => {
      isHere = false
      cancelIdleCallback(idle)
    }
  }, [])
  return counts
}
