import { join } from 'node:path'
import type { Act, Position } from '../../shared/acts/act.ts'
import { upcast } from '../../shared/acts/upcast.ts'
import type { SubjectActs } from '../../shared/bridge/main-api.ts'
import { bookSubject } from '../../shared/certification/book.ts'
import type { Certification } from '../../shared/certification/certification.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import { foldBook, type Book } from '../../shared/certification/fold-book.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { foldUsers } from '../../shared/users/fold-users.ts'
import { LOG_START, walkLog } from '../journal/walk-log.ts'

/** Everything books and figures are read from, folded and held in memory without its acts, which are most of the weight. */
export interface Library {
  /** Reads the logs anew, at least as far as the heads; tells how many lines of how many are read. */
  readonly read: (heads: Position, tell: (read: number, total: number) => void) => Promise<void>
  /** Folds subjects anew, each from all its acts. */
  readonly renew: (subjects: readonly SubjectActs[]) => void
  /** Counts up whenever something was folded. */
  readonly revision: () => number
  readonly dossiers: () => readonly Dossier[]
  readonly dossier: (subject: string) => Dossier | undefined
  readonly visits: () => readonly Certification[]
  readonly visit: (subject: string) => Certification | undefined
  readonly books: () => readonly Book[]
  readonly nameOf: (userId: string) => string
}

/** Whether books or figures may change by what happened to a subject. */
export function isOfLibrary(subject: string): boolean {
  return WANTED.some(domain => subject.startsWith(domain))
}

const WANTED = ['dossier:', 'certification:', 'book:', 'user:']

export function openLibrary(root: string): Library {
  const dossiers = new Map<string, Dossier>()
  const visits = new Map<string, Certification>()
  const otherActs = new Map<string, readonly Act[]>()
  let revision = 0
  let made: { dossiers?: readonly Dossier[], books?: readonly Book[], names?: ReadonlyMap<string, string> } = {}

  function renew(subjects: Iterable<SubjectActs>): void {
    for (const { subject, acts } of subjects) {
      if (subject.startsWith('dossier:')) keep(dossiers, subject, fold(acts))
      else if (subject.startsWith('certification:')) keep(visits, subject, foldCertification(acts))
      else if (isOfLibrary(subject)) otherActs.set(subject, acts)
    }
    made = {}
    revision += 1
  }

  async function read(heads: Position, tell: (read: number, total: number) => void): Promise<void> {
    const total = Object.values(heads).reduce((sum, { seq }) => sum + seq, 0)
    const actsBySubject = new Map<string, Act[]>()
    let count = 0
    for (const map of [dossiers, visits, otherActs]) map.clear()
    for (const device of Object.keys(heads)) {
      for await (const lines of walkLog(join(root, 'journal', device), LOG_START)) {
        for (const { chained, fault } of lines) {
          if (chained !== undefined && fault !== 'line/not-ended' && isOfLibrary(chained.act.subject)) push(actsBySubject, upcast(chained.act))
        }
        count += lines.length
        tell(Math.min(count, total), total)
      }
    }
    renew(takeOut(actsBySubject))
  }

  return {
    read, renew,
    revision: () => revision,
    dossiers: () => made.dossiers ??= [...dossiers.values()],
    dossier: subject => dossiers.get(subject),
    visits: () => [...visits.values()],
    visit: subject => visits.get(subject),
    books: () => made.books ??= booksOf([...visits.values()], otherActs),
    nameOf: userId => (made.names ??= namesOf(otherActs)).get(userId) ?? userId,
  }
}

function keep<T extends { readonly acts: readonly Act[] }>(map: Map<string, T>, subject: string, folded: T | undefined): void {
  if (folded !== undefined) map.set(subject, { ...folded, acts: [] })
}

/** One after the other, so that acts which are folded need not be held until the last. */
function* takeOut(actsBySubject: Map<string, readonly Act[]>): Generator<SubjectActs> {
  for (const [subject, acts] of actsBySubject) {
    actsBySubject.delete(subject)
    yield { subject, acts }
  }
}

function booksOf(visits: readonly Certification[], acts: ReadonlyMap<string, readonly Act[]>): readonly Book[] {
  const written = visits.flatMap(({ device, papers }) => papers.map(({ book: { kind, year } }) => bookSubject({ device, kind, year })))
  const opened = [...acts.keys()].filter(subject => subject.startsWith('book:'))
  return [...new Set([...opened, ...written])].sort().flatMap(subject => foldBook(subject, acts.get(subject) ?? [], visits) ?? [])
}

function namesOf(acts: ReadonlyMap<string, readonly Act[]>): ReadonlyMap<string, string> {
  return new Map(foldUsers([...acts.values()].flat(), '').map(({ user }) => [user.id, user.name]))
}

function push(actsBySubject: Map<string, Act[]>, act: Act): void {
  const acts = actsBySubject.get(act.subject)
  if (acts === undefined) actsBySubject.set(act.subject, [act])
  else acts.push(act)
}
