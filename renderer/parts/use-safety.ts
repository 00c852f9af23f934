import { useEffect, useState } from 'react'
import { report } from '../ask.ts'
import { main } from '../main-api.ts'
import { hasCity, useSync } from '../state/sync.ts'

/** Which of the dossiers on the screen are safe (rule S8): null on a PC without a city, and before the machine has said so. */
export type Safety = ((subject: string) => boolean) | null

/** Asks the machine about these dossiers, again whenever something may have become safe or was written. */
export function useSafety(subjects: readonly string[]): Safety {
  const told = useSync(state => state.told)
  const isAsked = useSync(state => hasCity(state.state))
  const [safe, setSafe] = useState<ReadonlySet<string>>(new Set())
  const key = subjects.join(' ')
  useEffect(() => {
    const asked = key === '' ? [] : key.split(' ')
    if (!isAsked || asked.length === 0) return undefined
    let isHere = true
    main.sync.areSafe(asked).then(
      answers => { if (isHere) setSafe(new Set(asked.filter((_, i) => answers[i] === true))) },
      (reason: unknown) => { void report(reason) },
    )
    return () => { isHere = false }
  }, [key, told, isAsked])
  return isAsked ? subject => safe.has(subject) : null
}
