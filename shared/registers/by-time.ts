import type { BookedDossier } from '../dossiers/booked-dossier.ts'
import type { RegisterRow } from './register.ts'

/** In the order things happened; of one moment by subject, so that any order of arrival gives the same book. */
export function byTime(one: Pick<RegisterRow, 'at' | 'subject'>, other: Pick<RegisterRow, 'at' | 'subject'>): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  return one.subject < other.subject ? -1 : one.subject > other.subject ? 1 : 0
}

/** Whose dossier it is. */
export function ownerName({ owner, applicant }: Pick<BookedDossier, 'owner' | 'applicant'>): string {
  return (owner ?? applicant).name
}

/** What it is about, as books put it. */
export function contentOf({ procedure, content }: Pick<BookedDossier, 'procedure' | 'content'>): string {
  return content === '' ? procedure.name : `${procedure.name}. ${content}`
}
