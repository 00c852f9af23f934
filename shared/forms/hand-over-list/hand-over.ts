import type { CountedCash } from '../../cash/last-count.ts'
import type { Dossier } from '../../dossiers/dossier.ts'

/** Who hands which dossiers to whom, and why. */
export interface HandOver {
  readonly kind: 'shift' | 'agency' | 'results'
  readonly from: string
  readonly to: string
  /** UTC, ms. */
  readonly at: string
  readonly dossiers: readonly Dossier[]
  /** Between shifts: the day's last count of whoever hands over. */
  readonly cash?: CountedCash
}
