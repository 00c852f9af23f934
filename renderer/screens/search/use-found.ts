import { useEffect, useState } from 'react'
import { addDays, type Day } from '../../../shared/base/day.ts'
import { NOTHING_ASKED, type Find } from '../../state/find.ts'
import { followChanges } from '../../store/queries/changes.ts'
import { findRecent } from '../../store/queries/recent.ts'
import { searchDossiers } from '../../store/queries/search.ts'
import { isNarrowed, type FoundRows } from '../../store/search-question.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { findToFilter } from './find-to-filter.ts'

export interface Found extends FoundRows {
  /** The question it answers; where nothing is asked, what was received lately. */
  readonly find: Find
  readonly isAsked: boolean
  /** The cursor stands in a row: every row is drawn at once, for the one it is in may be far down. */
  readonly isWalked: boolean
}

const RECENT_DAYS = 30
const changes = followChanges()

/** What fits, asked with every letter and whenever the index takes something over; a late answer is dropped. Null before the first. */
export function useFound(find: Find, limit: number, today: Day | null): Found | null {
  const change = useAnswer(changes, 0)
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (today === null) return undefined
    let isNewest = true
    void findFor(find, limit, today).then(answer => {
      if (isNewest) setFound({ ...answer, isWalked: document.activeElement?.closest('.results tr') != null })
    })
    return () => { isNewest = false }
  }, [find, limit, today, change])
  return found
}

/** How many fit each of several questions, by place; asked again whenever the index takes something over. */
export function useFoundCounts(finds: readonly Find[], today: Day | null): readonly number[] {
  const change = useAnswer(changes, 0)
  const [counts, setCounts] = useState<readonly number[]>([])
  useEffect(() => {
    if (today === null) return undefined
    let isNewest = true
    void Promise.all(finds.map(find => searchDossiers(find.text, 0, findToFilter(find, today))))
      .then(answers => { if (isNewest) setCounts(answers.map(({ count }) => count)) })
    return () => { isNewest = false }
  }, [finds, today, change])
  return counts
}

async function findFor(find: Find, limit: number, today: Day): Promise<Omit<Found, 'isWalked'>> {
  const filter = findToFilter(find, today)
  if (find.text.trim() !== '' || isNarrowed(filter)) return { find, isAsked: true, ...await searchDossiers(find.text, limit, filter) }
  const [rows, { choices }] = await Promise.all([findRecent(addDays(today, -RECENT_DAYS), limit), searchDossiers('', 0)])
  return { find: NOTHING_ASKED, isAsked: false, rows, count: rows.length, choices }
}
