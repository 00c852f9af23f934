import type { Dossier } from '../../dossiers/dossier.ts'
import { receivedPapers } from '../../papers/paper.ts'
import type { Form } from '../form.ts'
import type { Covered } from './covered.ts'
import { layoutCoverSheet } from './layout.ts'

/**
 * The cover sheet (tờ bìa quét) that tells the scanner where the sheets behind it belong.
 *
 * An aid of the office that nobody is handed: its codes speak to the scanner only and its printing is no act.
 */
export const coverSheet: Form<'cover-sheet', Covered> = {
  name: 'cover-sheet',
  number: null,
  title: 'Tờ bìa quét',
  layout: (covered, print) => layoutCoverSheet(coverSheet, covered, print),
}

/** One for the whole dossier, or one for each paper that stays with it or is shown. */
export function coveredBy(dossier: Dossier, by: 'dossier' | 'paper', sheets: number | null = null): readonly Covered[] {
  return by === 'dossier' ? [{ dossier, paper: null, sheets }] : receivedPapers(dossier.papers).map(paper => ({ dossier, paper, sheets }))
}
