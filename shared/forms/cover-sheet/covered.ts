import type { Dossier } from '../../dossiers/dossier.ts'
import type { ReceivedPaper } from '../../papers/paper.ts'

/** What a cover sheet stands on top of: one paper of a dossier, or all of them. */
export interface Covered {
  readonly dossier: Dossier
  readonly paper: ReceivedPaper | null
  /** Sheets behind it, as a person counted them; null when nobody did. */
  readonly sheets: number | null
}
