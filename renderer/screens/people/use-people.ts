import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import type { OfficePerson } from '../../../shared/bridge/people-api.ts'
import { ask } from '../../ask.ts'
import { inAskedOrder } from '../../in-asked-order.ts'
import { main, onMain } from '../../main-api.ts'

/** Everybody of the unit; asked again when something arrived that may change them. */
export function usePeople(isAllowed: boolean) {
  const [people, setPeople] = useState<readonly OfficePerson[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const answers = useMemo(inAskedOrder, [])
  const reload = useCallback(async (): Promise<void> => {
    if (!isAllowed) return
    await answers.ask(() => ask(() => main.people.list()), answer => {
      setProblem(answer.ok ? null : answer.problem)
      if (answer.ok) setPeople(answer.value)
    })
  }, [answers, isAllowed])
  useEffect(() => { void reload() }, [reload])
  useEffect(() => onMain('program.changed', () => { void reload() }), [reload])
  return { people, problem, reload }
}
