import type { Act } from '../../shared/acts/act.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { pagesOf } from '../../shared/dossiers/pages-of.ts'
import type { PageOf } from '../../shared/papers/paper.ts'

/** Which images the window may be given: of ID cards only those whose look is on record since somebody signed in (rules U3, U5). */
export interface Covers {
  readonly mayShow: (page: PageOf) => boolean
  /** A page the dossier does not name is not shown as one of it. */
  readonly mayShowOf: (subject: string, sha256: string) => Promise<boolean>
  /** What the window asked for is on disk; a look at a card uncovers its image. */
  readonly hear: (acts: readonly Act[]) => void
  /** Somebody else may be at the desk. */
  readonly coverAll: () => void
}

export function openCovers(dossierOf: (subject: string) => Promise<Dossier | undefined>): Covers {
  const uncovered = new Set<unknown>()
  const asking = new Map<string, Promise<Dossier | undefined>>()
  const mayShow = ({ sha256, sensitive }: PageOf): boolean => sensitive !== true || uncovered.has(sha256)

  /** All small pictures of a dossier are asked for at once. */
  function ask(subject: string): Promise<Dossier | undefined> {
    const asked = asking.get(subject) ?? dossierOf(subject).finally(() => { asking.delete(subject) })
    asking.set(subject, asked)
    return asked
  }

  return {
    mayShow,
    mayShowOf: async (subject, sha256) => {
      const dossier = await ask(subject)
      const named = dossier === undefined ? [] : pagesOf(dossier).filter(page => page.sha256 === sha256)
      return named.length > 0 && named.every(mayShow)
    },
    hear: acts => { for (const { kind, body } of acts) if (LOOKS.has(kind)) uncovered.add(body['sha256']) },
    coverAll: () => { uncovered.clear() },
  }
}

const LOOKS: ReadonlySet<string> = new Set(['dossier/page-looked-at', 'tray/page-looked-at'])
