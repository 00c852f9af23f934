import { useEffect, useState } from 'react'
import type { TextHit } from '../../../shared/bridge/reading-api.ts'
import { report } from '../../ask.ts'
import { main } from '../../main-api.ts'

/** What the scanned papers hold of the text, asked once nobody has typed for a moment; none while the text is short. */
export function useInPapers(text: string): readonly TextHit[] {
  const [hits, setHits] = useState<readonly TextHit[]>([])
  useEffect(() => {
    let isNewest = true
    const timer = window.setTimeout(() => {
      const asked = text.trim().length < SHORTEST ? Promise.resolve([]) : main.reading.searchTexts(text)
      asked.then(found => { if (isNewest) setHits(found) }, (reason: unknown) => { void report(reason) })
    }, QUIET_MS)
    return () => {
      isNewest = false
      window.clearTimeout(timer)
    }
  }, [text])
  return hits
}

const QUIET_MS = 300
const SHORTEST = 3
