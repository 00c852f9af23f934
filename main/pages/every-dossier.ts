import type { Act } from '../../shared/acts/act.ts'
import { pagesNamedIn } from '../../shared/dossiers/pages-of.ts'
import type { PageOf } from '../../shared/papers/paper.ts'
import type { Journal } from '../journal/journal.ts'

/** A dossier with every page any act of it names. */
export interface DossierPages {
  readonly subject: string
  readonly pages: readonly PageOf[]
}

/** Walks the whole journal a piece at a time, for work that nobody waits for; dossiers without pages are left out. */
export async function* everyDossier(journal: Pick<Journal, 'subjectsAfter'>): AsyncGenerator<DossierPages> {
  for await (const { subject, acts } of actsOfEveryDossier(journal)) {
    const pages = acts.flatMap(pagesNamedIn)
    if (pages.length > 0) yield { subject, pages }
  }
}

/** The same walk, with all that happened to each. */
export async function* actsOfEveryDossier(
  journal: Pick<Journal, 'subjectsAfter'>,
): AsyncGenerator<{ readonly subject: string, readonly acts: readonly Act[] }> {
  let position = {}
  for (;;) {
    const piece = await journal.subjectsAfter(position, AT_ONCE)
    yield* piece.subjects
    if (piece.done) return
    position = piece.position
  }
}

const AT_ONCE = 100
