import { useEffect, useState } from 'react'
import type { Day } from '../../shared/base/day.ts'
import type { DayClose } from '../../shared/bridge/main-api.ts'
import { report } from '../ask.ts'
import { main } from '../main-api.ts'
import { useSync } from '../state/sync.ts'

/** The day's figures as the machine counts them, asked again when something was sent or written; null before the first answer. */
export function useDayClose(day: Day | null): DayClose | null {
  const told = useSync(state => state.told)
  const [close, setClose] = useState<DayClose | null>(null)
  useEffect(() => {
    if (day === null) return undefined
    let isHere = true
    main.sync.dayClose(day).then(answer => { if (isHere) setClose(answer) }, (reason: unknown) => { void report(reason) })
    return () => { isHere = false }
  }, [day, told])
  return close
}
