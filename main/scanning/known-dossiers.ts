import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import type { Act } from '../../shared/acts/act.ts'
import type { KnownDossier } from '../../shared/papers/stack.ts'

/** The dossiers that pages of the tray are about; asked of the journal once each, and again when something happened to them. */
export interface KnownDossiers {
  readonly all: () => readonly KnownDossier[]
  /** Resolves when everything about them is known; those nobody has are unknown until they arrive. */
  readonly learn: (subjects: Iterable<string>) => Promise<void>
  /** These were touched: what was known about them is old. */
  readonly forget: (subjects: Iterable<string>) => void
}

export function openKnownDossiers(actsOf: (subject: string) => Promise<readonly Act[]>): KnownDossiers {
  const known = new Map<string, KnownDossier | null>()
  const learning = new Map<string, Promise<void>>()
  const touched = new Set<string>()

  /** Read again when it was touched meanwhile: what was read before that would be kept for good. */
  async function learnOne(subject: string): Promise<void> {
    let dossier: Dossier | undefined
    do {
      touched.delete(subject)
      dossier = fold(await actsOf(subject))
    } while (touched.has(subject))
    known.set(subject, dossier?.code === undefined || dossier.state !== 'received'
      ? null
      : { subject, code: dossier.code, papers: dossier.papers.map(({ id, name }) => ({ id, name })) })
  }

  function learnOnce(subject: string): Promise<void> {
    const asked = learning.get(subject) ?? learnOne(subject).finally(() => { learning.delete(subject) })
    learning.set(subject, asked)
    return asked
  }

  return {
    all: () => [...known.values()].filter(dossier => dossier !== null),
    learn: async subjects => { await Promise.all([...new Set(subjects)].filter(subject => !known.has(subject)).map(learnOnce)) },
    forget: subjects => {
      for (const subject of subjects) {
        known.delete(subject)
        if (learning.has(subject)) touched.add(subject)
      }
    },
  }
}
