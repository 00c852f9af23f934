import { useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import { ask } from '../../ask.ts'
import { openUnit } from '../../state/first-start.ts'
import { firstStartWords as words } from '../../text/first-start.ts'
import { draftProblems, draftToInput, emptyPerson, type Draft, type DraftProblems, type PersonDraft } from './draft.ts'

const START: Draft = {
  unit: null, unitText: '', deskNumber: '1', desk: words.deskNameOf('1'), people: [emptyPerson(1, 'director'), emptyPerson(2, 'clerk')],
}

/** What is typed at first start, what must be put right, and what the machine said. */
export function useFirstStart() {
  const [draft, setDraft] = useState(START)
  const [problems, setProblems] = useState<DraftProblems>({})
  const [failed, setFailed] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)

  function change(changes: Partial<Draft>): void {
    const next = { ...draft, ...changes }
    setDraft(next)
    // What was found is taken back as soon as it is put right; new problems wait for F9.
    setProblems(keepStanding(problems, draftProblems(next)))
  }

  return {
    draft, problems, failed, busy, change,
    changeDeskNumber: (text: string) => {
      const isUntouched = draft.desk === words.deskNameOf(draft.deskNumber)
      change({ deskNumber: text, ...(isUntouched && { desk: words.deskNameOf(text) }) })
    },
    changePerson: (key: number, changes: Partial<PersonDraft>) => {
      change({ people: draft.people.map(person => person.key === key ? { ...person, ...changes } : person) })
    },
    addPerson: () => { change({ people: [...draft.people, emptyPerson(Math.max(...draft.people.map(({ key }) => key)) + 1, 'clerk')] }) },
    removePerson: (key: number) => {
      setProblems({})
      setDraft({ ...draft, people: draft.people.filter(person => person.key !== key) })
    },
    /** True when it may be sent; otherwise the problems stand next to their fields. */
    check: (): boolean => {
      const found = draftProblems(draft)
      setProblems(found)
      return Object.keys(found).length === 0
    },
    open: async (): Promise<void> => {
      if (busy) return
      setBusy(true)
      setFailed(null)
      const answer = await ask(() => openUnit(draftToInput(draft)))
      setBusy(false)
      if (!answer.ok) setFailed(answer.problem)
    },
  }
}

function keepStanding(shown: DraftProblems, found: DraftProblems): DraftProblems {
  return Object.fromEntries(Object.entries(found).filter(([field]) => shown[field] !== undefined))
}
