import { formatTime } from '../../../shared/base/day.ts'
import type { JournalState } from '../../../shared/bridge/main-api.ts'
import type { TrayPage } from '../../../shared/bridge/scanning-api.ts'
import { findProcedure, type Catalogue } from '../../../shared/procedures/catalogue.ts'
import { readDraft } from '../../state/intake-draft.ts'
import type { DeskListId } from '../../store/desk-list.ts'
import type { StoredDraft } from '../../store/drafts.ts'
import type { DeskCounts } from '../../store/queries/desk-counts.ts'
import type { StoreState } from '../../store/store-state.ts'
import { desk } from '../../text/desk.ts'

/** One thing not to forget: what, in a sentence, and where it leads. */
export interface Reminder {
  readonly title: string
  readonly note: string
  readonly opens?: { readonly place: 'intake' | 'scan' } | { readonly list: DeskListId }
}

export interface Remindable {
  readonly store: StoreState
  readonly journal: JournalState | null
  readonly counts: DeskCounts
  readonly drafts: readonly StoredDraft[]
  readonly catalogue: Catalogue | null
  /** What lies in the scan tray. */
  readonly pages: readonly TrayPage[]
}

const SHOWN_DRAFTS = 3

/** What the desk reminds of, the gravest first. */
export function findReminders({ store, journal, counts, drafts, catalogue, pages }: Remindable): readonly Reminder[] {
  return [
    ...(store.draftsUnwritten ? [{ title: desk.draftsUnwritten, note: desk.draftsUnwrittenNote }] : []),
    ...(journal?.endedAbruptly === true ? [{ title: desk.abrupt, note: desk.abruptNote(drafts.length) }] : []),
    ...(journal !== null && journal.tornLines > 0 ? [{ title: desk.torn(journal.tornLines), note: desk.tornNote }] : []),
    ...(journal !== null && journal.healedLines > 0 ? [{ title: desk.healed(journal.healedLines), note: desk.healedNote }] : []),
    ...(store.draftsLost ? [{ title: desk.draftsLost, note: desk.draftsLostNote }] : []),
    ...ofDrafts(drafts, catalogue),
    ...trayReminders(pages),
    ...(counts.disputed > 0 ? [{ title: desk.disputed(counts.disputed), note: desk.disputedNote, opens: { list: 'disputed' } as const }] : []),
    ...(counts.provisional > 0
      ? [{ title: desk.provisional(counts.provisional), note: desk.provisionalNote, opens: { list: 'provisional' } as const }]
      : []),
    ...(store.place === 'memory' ? [{ title: desk.inMemory, note: desk.inMemoryNote }] : []),
  ]
}

/** Pages nobody has filed yet: unclear ones, and those whose paper is known. Those of a draft go with it. */
export function trayReminders(pages: readonly TrayPage[]): readonly Reminder[] {
  const waiting = pages.filter(({ aside, cover, place }) => aside === null && cover === null && place?.kind !== 'draft')
  const unclear = waiting.filter(({ place }) => place === null).length
  const placed = waiting.length - unclear
  const opens = { place: 'scan' } as const
  return [
    ...(unclear > 0 ? [{ title: desk.unclearPages(unclear), note: desk.unclearPagesNote, opens }] : []),
    ...(placed > 0 ? [{ title: desk.placedPages(placed), note: desk.placedPagesNote, opens }] : []),
  ]
}

function ofDrafts(drafts: readonly StoredDraft[], catalogue: Catalogue | null): readonly Reminder[] {
  const opens = { place: 'intake' } as const
  const shown = drafts.slice(0, SHOWN_DRAFTS).map(({ savedAt, value }): Reminder => {
    const draft = readDraft(value)
    const code = draft?.procedureCode ?? ''
    const procedure = catalogue === null || code === '' ? undefined : findProcedure(catalogue, code)
    const time = savedAt === '' ? '' : formatTime(savedAt)
    return { title: desk.draft(time), note: desk.draftOf(draft?.applicant.name ?? '', procedure?.name ?? ''), opens }
  })
  const rest = drafts.length - shown.length
  return rest > 0 ? [...shown, { title: desk.moreDrafts(rest), note: '', opens }] : shown
}
