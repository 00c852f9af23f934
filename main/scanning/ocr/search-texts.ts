import { fold as foldText } from '../../../shared/base/text.ts'
import type { TextHit } from '../../../shared/bridge/reading-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import type { Texts } from './texts.ts'

/**
 * Dossiers whose scanned papers hold every word of the query, in any order, without regard to marks; newest first.
 *
 * What was read is a guess and the list only grows, so each hit is checked against the dossier as it is now.
 */
export async function searchTexts(
  query: string, texts: Pick<Texts, 'find'>, dossierOf: (subject: string) => Promise<Dossier | undefined>,
): Promise<readonly TextHit[]> {
  const words = foldText(query).split(' ').filter(word => word.length >= SHORTEST)
  const pages = await texts.find(words, MOST_PAGES)
  const hits = new Map<string, TextHit>()
  for (const { sha256, subject } of pages.toReversed()) {
    if (hits.size >= MOST_HITS) break
    if (hits.has(subject)) continue
    const hit = hitOf(await dossierOf(subject), sha256)
    if (hit !== undefined) hits.set(subject, { subject, ...hit })
  }
  return [...hits.values()]
}

/** One letter is in every paper. */
const SHORTEST = 2
const MOST_PAGES = 500
const MOST_HITS = 20

function hitOf(dossier: Dossier | undefined, sha256: string): Omit<TextHit, 'subject'> | undefined {
  for (const paper of dossier?.papers ?? []) {
    const at = paper.pages?.findIndex(page => page.sha256 === sha256) ?? -1
    if (at >= 0 && dossier !== undefined) {
      return { code: dossier.code ?? '', applicantName: dossier.applicant.name, paperName: paper.name, page: at + 1 }
    }
  }
  return undefined
}
