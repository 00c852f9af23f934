import { useEffect, useState } from 'react'
import { addDays, type Day } from '../../../shared/base/day.ts'
import { followAllCount } from '../../store/queries/all-count.ts'
import { findRecent } from '../../store/queries/recent.ts'
import { searchDossiers, type SearchResult } from '../../store/queries/search.ts'
import { useAnswer } from '../../store/use-answer.ts'

export interface Found extends SearchResult {
  /** The question it answers; empty for what was received lately. */
  readonly text: string
}

const SHOWN = 50
const RECENT_DAYS = 30
const allCount = followAllCount()

/** What fits the text, asked with every letter and whenever a dossier arrives; a late answer is dropped. Null before the first. */
export function useFound(text: string, today: Day | null): Found | null {
  const all = useAnswer(allCount, 0)
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (today === null) return undefined
    let isNewest = true
    void findFor(text, today).then(answer => { if (isNewest) setFound(answer) })
    return () => { isNewest = false }
  }, [text, today, all])
  return found
}

async function findFor(text: string, today: Day): Promise<Found> {
  const asked = text.trim()
  if (asked !== '') return { text: asked, ...await searchDossiers(asked, SHOWN) }
  const rows = await findRecent(addDays(today, -RECENT_DAYS), SHOWN)
  return { text: '', rows, count: rows.length }
}
