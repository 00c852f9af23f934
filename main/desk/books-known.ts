import type { BookView } from '../../shared/bridge/certification-api.ts'
import type { Calendar } from '../../shared/calendar/working-days.ts'
import { byKind, parseBookSubject } from '../../shared/certification/book.ts'
import { countLentOut, type BooksWritten } from '../../shared/certification/books.ts'
import { closableFrom } from '../../shared/certification/close-book.ts'
import type { OfficeState } from '../../shared/offices/fold-office.ts'

/** Every book this PC knows, the newest year first, and when each can be closed from here (rules N5, N6). */
export function booksKnown(books: BooksWritten, { office, desks, gone }: OfficeState, calendar: Calendar): readonly BookView[] {
  return Object.entries(books).flatMap(([subject, state]): readonly BookView[] => {
    const of = parseBookSubject(subject)
    if (of === undefined) return []
    const { device } = of
    const { label, last, voidedCount, closedAt } = state
    return [{
      ...of, label, last, voidedCount, closedAt, lentCount: countLentOut(state), subject, desk: desks[device] ?? '', isOwn: device === office.device,
      closableFrom: closableFrom(of, { office, goneDevices: gone, calendar }) ?? null,
    }]
  }).sort((one, other) => other.year - one.year || byKind(one.kind, other.kind) || (one.label < other.label ? -1 : 1))
}
