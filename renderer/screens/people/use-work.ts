import { useCallback, useEffect, useRef, useState } from 'react'
import type { Day } from '../../../shared/base/day.ts'
import type { Problem } from '../../../shared/base/result.ts'
import type { WorkDone } from '../../../shared/bridge/people-api.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'

export interface ShownWork {
  readonly done: readonly WorkDone[] | null
  readonly problem: Problem | null
}

/** What a person did on a day, asked once for each day that is opened: each look at another's day is on record. Null asks nothing. */
export function useWork(userId: string, day: Day | null): ShownWork {
  const [shown, setShown] = useState<ShownWork>({ done: null, problem: null })
  const asked = useRef('')
  const read = useCallback(async (): Promise<void> => {
    const name = `${userId} ${day ?? ''}`
    if (day === null || asked.current === name) return
    asked.current = name
    setShown({ done: null, problem: null })
    const answer = await ask(() => main.people.work(userId, day))
    if (asked.current !== name) return
    setShown(answer.ok ? { done: answer.value, problem: null } : { done: null, problem: answer.problem })
  }, [userId, day])
  useEffect(() => { void read() }, [read])
  return shown
}
