import { useEffect, useState } from 'react'
import { useSession } from '../../state/session.ts'
import { loadDrafts, type StoredDraft } from '../../store/drafts.ts'

/** The half-typed intakes of whoever sits here, newest first. */
export function useDrafts(): readonly StoredDraft[] {
  const clerk = useSession(state => state.who?.id)
  const [drafts, setDrafts] = useState<readonly StoredDraft[]>([])
  useEffect(() => {
    let isHere = true
    void loadDrafts().then(loaded => { if (isHere) setDrafts(loaded.filter(draft => draft.clerk === clerk)) })
    return () => { isHere = false }
  }, [clerk])
  return drafts
}
