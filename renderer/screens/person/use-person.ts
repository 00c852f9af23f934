import { useEffect, useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { followChanges } from '../../store/queries/changes.ts'
import { findPerson, type PersonAtOffice } from '../../store/queries/person.ts'
import { useAnswer } from '../../store/use-answer.ts'

/** A person's page as far as it may be shown: not before it is written down who looks (rule U3). */
export interface ShownPerson {
  readonly person: PersonAtOffice | null
  readonly problem: Problem | null
  readonly isRecorded: boolean
  /** Of the dossiers, some more than are shown now. */
  readonly showMore: () => void
}

const FIRST_ROWS = 200
const MORE_ROWS = 500
const changes = followChanges()

/** Writes down the look, then follows what this number has brought. */
export function usePerson(personalNumber: string, screen: string): ShownPerson {
  const change = useAnswer(changes, 0)
  const [look, setLook] = useState<Pick<ShownPerson, 'problem' | 'isRecorded'>>({ problem: null, isRecorded: false })
  const [limit, setLimit] = useState(FIRST_ROWS)
  const [person, setPerson] = useState<PersonAtOffice | null>(null)
  useEffect(() => {
    let isHere = true
    void ask(() => main.desk.do({ verb: 'person/look', input: { personalNumber, screen } })).then(answer => {
      if (isHere) setLook(answer.ok ? { problem: null, isRecorded: true } : { problem: answer.problem, isRecorded: false })
    })
    return () => { isHere = false }
  }, [personalNumber, screen])
  useEffect(() => {
    if (!look.isRecorded) return undefined
    let isNewest = true
    void findPerson(personalNumber, limit).then(found => { if (isNewest) setPerson(found) })
    return () => { isNewest = false }
  }, [look.isRecorded, personalNumber, limit, change])
  return { person, ...look, showMore: () => { setLimit(shown => shown + MORE_ROWS) } }
}
