import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { Position } from '../../shared/acts/act.ts'
import type { JournalApi } from '../../shared/bridge/main-api.ts'
import type { Journal } from '../journal/journal.ts'

const Question = Type.Tuple([Position, Type.Integer({ minimum: 0, maximum: 1000 })])
const Subject = Type.String({ minLength: 1, maxLength: 100 })

/** What the screens are about; people, PINs and settings have doors of their own. */
const SHOWN = ['dossier', 'certification']

/** What the window may read of the journal. Its questions are checked here; a malformed one is a bug of ours. */
export function openJournalDoor(journal: Journal): JournalApi {
  return {
    state: () => Promise.resolve(journal.state()),
    subjectsAfter: async (position, limit) => {
      if (!Value.Check(Question, [position, limit])) throw new Error('journal.subjectsAfter asked with other than a position and a limit')
      const page = await journal.subjectsAfter(position, limit, SHOWN)
      return { ...page, subjects: JSON.stringify(page.subjects) }
    },
    actsOf: async subject => {
      if (!Value.Check(Subject, subject) || !SHOWN.some(domain => subject.startsWith(`${domain}:`))) {
        throw new Error('journal.actsOf asked about neither a dossier nor a certification')
      }
      return journal.actsOf(subject)
    },
  }
}
