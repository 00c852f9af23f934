import { map, type Observable } from 'rxjs'
import type { Day } from '../../../shared/base/day.ts'
import { fold } from '../../../shared/base/text.ts'
import type { CertificationRow } from '../certification-row.ts'
import { askShelf, followShelf } from '../ask-shelf.ts'

/** One visit to the express lane with its rows, one a number. */
export interface CertifiedVisit {
  readonly subject: string
  readonly rows: readonly CertificationRow[]
}

/** What a desk certified and refused on a day, newest first, kept in step; null before the index is open. */
export function followCertifiedOn(day: Day, device: string): Observable<readonly CertifiedVisit[] | null> {
  return followShelf<readonly CertifiedVisit[] | null>((_, { certifications }) =>
    certifications.find({ selector: { day }, index: ['day', 'at'] }).$.pipe(map(found =>
      toVisits(found.map(row => row.toJSON()).filter(row => row.device === device)))), null)
}

/** The rows of one visit, kept in step. */
export function followVisit(subject: string): Observable<readonly CertificationRow[]> {
  return followShelf<readonly CertificationRow[]>((_, { certifications }) =>
    certifications.find({ selector: { id: { $gt: `${subject} `, $lt: `${subject}!` } } }).$.pipe(map(found => found.map(row => row.toJSON()))), [])
}

export interface CertifiedQuestion {
  readonly text: string
  readonly today: Day
  /** Books in which a number is looked for. */
  readonly books: readonly string[]
}

/**
 * Visits for what somebody asks with: of today by words of name, paper or number; of any day by a personal number, or by the
 * number in one of the books. Newest first.
 */
export function findCertified({ text, today, books }: CertifiedQuestion): Promise<readonly CertifiedVisit[]> {
  return askShelf(async (_, { certifications }) => {
    const words = fold(text).split(' ').filter(word => word !== '')
    const bare = text.replace(/\s/g, '')
    if (words.length === 0) return []
    const ofToday = await certifications.find({ selector: { day: today }, index: ['day', 'at'] }).exec()
    const found = ofToday.map(row => row.toJSON()).filter(({ searchText }) => words.every(word => searchText.includes(word)))
    if (/^\d{9,12}$/.test(bare)) {
      const ofPerson = await certifications.find({ selector: { personalNumber: bare }, index: ['personalNumber'] }).exec()
      found.push(...ofPerson.map(row => row.toJSON()))
    } else if (/^\d{1,7}$/.test(bare)) {
      const ofBooks = await Promise.all(books.map(book =>
        certifications.find({ selector: { book, number: Number(bare) }, index: ['book', 'number'] }).exec()))
      found.push(...ofBooks.flat().map(row => row.toJSON()))
    }
    return toVisits([...new Map(found.map(row => [row.id, row])).values()])
  }, [])
}

/** Rows gathered to the visits they belong to, newest first. */
export function toVisits(rows: readonly CertificationRow[]): readonly CertifiedVisit[] {
  const bySubject = Map.groupBy(rows, ({ subject }) => subject)
  return [...bySubject].map(([subject, ofVisit]) => ({ subject, rows: ofVisit }))
    .sort((one, other) => ((one.rows[0]?.at ?? '') < (other.rows[0]?.at ?? '') ? 1 : -1))
}
