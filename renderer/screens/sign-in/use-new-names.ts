import { useEffect } from 'react'
import { report } from '../../ask.ts'
import { onMain } from '../../main-api.ts'
import { loadSession } from '../../state/session.ts'

const SETTLED_MS = 400

/** People the city appoints or withdraws arrive as lines: the names are asked for again once such a burst is over (rule U4). */
export function useNewNames(): void {
  useEffect(() => {
    let timer: number | undefined
    const stop = onMain('journal.grew', () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => { loadSession().catch((reason: unknown) => { void report(reason) }) }, SETTLED_MS)
    })
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [])
}
