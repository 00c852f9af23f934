import type { Dossier } from './dossier.ts'
import type { DossierPart, DossierResult } from './progress.ts'

/** Where one part of a linked dossier stands. */
export type PartState = 'waiting' | 'at-work' | 'resolved'

/** Where each part stands, in the order they are resolved. */
export function partStates({ parts = [], state }: Pick<Dossier, 'parts' | 'state'>): readonly PartState[] {
  const atWork = state === 'processing' || state === 'awaitingSupplement' || state === 'awaitingPayment'
    ? parts.findIndex(({ resolved }) => resolved === undefined) : -1
  return parts.map(({ resolved }, i) => (resolved !== undefined ? 'resolved' : i === atWork ? 'at-work' : 'waiting'))
}

/** The parts whose result is not there, in the order they are resolved. */
export function openParts({ parts = [] }: Pick<Dossier, 'parts'>): readonly DossierPart[] {
  return parts.filter(({ resolved }) => resolved === undefined)
}

/** Every result of the parts, in their order. */
export function resultsOfParts(parts: readonly DossierPart[]): readonly DossierResult[] {
  return parts.flatMap(({ resolved }) => resolved?.results ?? [])
}
