import type { Dossier } from './dossier.ts'
import type { DossierPart, DossierResult } from './progress.ts'

/** Where one part of a linked dossier stands. */
export type PartState = 'waiting' | 'at-work' | 'before-leader' | 'resolved'

/** Where each part stands, in the order they are resolved. */
export function partStates(dossier: Pick<Dossier, 'parts' | 'state' | 'drafts'>): readonly PartState[] {
  const { parts = [], state } = dossier
  const atWork = state === 'processing' || state === 'awaitingSupplement' || state === 'awaitingPayment'
    ? parts.findIndex(({ resolved }) => resolved === undefined) : -1
  return parts.map(({ id, resolved }, i) => {
    if (resolved !== undefined) return 'resolved'
    if (isBeforeLeader(dossier, id)) return 'before-leader'
    return i === atWork ? 'at-work' : 'waiting'
  })
}

/** The parts whose result is not there, in the order they are resolved. */
export function openParts({ parts = [] }: Pick<Dossier, 'parts'>): readonly DossierPart[] {
  return parts.filter(({ resolved }) => resolved === undefined)
}

/** Whether it is a part whose result is not there. */
export function isOpenPart(dossier: Pick<Dossier, 'parts'>, part: string): boolean {
  return openParts(dossier).some(({ id }) => id === part)
}

/** Whether the draft result of this part lies before a leader (rule L9). */
export function isBeforeLeader({ state, drafts }: Pick<Dossier, 'state' | 'drafts'>, part: string): boolean {
  return state === 'awaitingSignature' && drafts.some(draft => draft.part === part)
}

/** The parts whose result may come now: open, and not before a leader. */
export function awaitedParts(dossier: Pick<Dossier, 'parts' | 'state' | 'drafts'>): readonly DossierPart[] {
  return openParts(dossier).filter(({ id }) => !isBeforeLeader(dossier, id))
}

/** Every result of the parts, in their order. */
export function resultsOfParts(parts: readonly DossierPart[]): readonly DossierResult[] {
  return parts.flatMap(({ resolved }) => resolved?.results ?? [])
}

/** The results that are there: of the whole, or of those parts of a linked dossier that are resolved. */
export function resultsThere({ results, parts = [] }: Pick<Dossier, 'results' | 'parts'>): readonly DossierResult[] {
  return results.length > 0 ? results : resultsOfParts(parts)
}

/** The parts once these results are signed, each part with those that name it. */
export function partsSigned(
  parts: readonly DossierPart[], results: readonly DossierResult[], signed: Omit<NonNullable<DossierPart['resolved']>, 'results'>,
): readonly DossierPart[] {
  return parts.map(part => {
    const own = results.filter(result => result.part === part.id)
    return own.length === 0 ? part : { ...part, resolved: { results: own, ...signed } }
  })
}
