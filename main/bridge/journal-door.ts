import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { Position } from '../../shared/acts/act.ts'
import type { JournalApi } from '../../shared/bridge/main-api.ts'
import type { Journal } from '../journal/journal.ts'

const Question = Type.Tuple([Position, Type.Integer({ minimum: 0, maximum: 1000 })])
const Subject = Type.String({ minLength: 1, maxLength: 100 })

/** What the window may read of the journal. Its questions are checked here; a malformed one is a bug of ours. */
export function openJournalDoor(journal: Journal): JournalApi {
  return {
    state: () => Promise.resolve(journal.state()),
    subjectsAfter: async (position, limit) => {
      if (!Value.Check(Question, [position, limit])) throw new Error('journal.subjectsAfter asked with other than a position and a limit')
      const page = await journal.subjectsAfter(position, limit, 'dossier')
      return { ...page, subjects: JSON.stringify(page.subjects) }
    },
    actsOf: async subject => {
      if (!Value.Check(Subject, subject) || !subject.startsWith('dossier:')) throw new Error('journal.actsOf asked about other than a dossier')
      return journal.actsOf(subject)
    },
  }
}
