import type { Act } from '../../shared/acts/act.ts'
import type { Fold } from '../journal/folds.ts'
import { applyNumber, type NumbersDrawn } from './numbers.ts'

/**
 * What must be known before the first clerk can receive: people, office, settings, numbers of each day.
 *
 * Kept in the journal's checkpoint, so that a start reads it instead of the whole history.
 */
export interface Standing {
  /** Acts about users, the office and devices that still matter. */
  readonly acts: readonly Act[]
  readonly drawn: NumbersDrawn
}

/** The journal's fold of it; `device` is this PC, whose receipts draw from this PC's range. */
export function standingOf(device: string): Fold<Standing> {
  return { name: 'standing', version: 1, initial: { acts: [], drawn: {} }, apply: (standing, act) => applyStanding(standing, act, device) }
}

function applyStanding(standing: Standing, act: Act, device: string): Standing {
  if (act.subject.startsWith('dossier:')) {
    const drawn = applyNumber(standing.drawn, act, device)
    return drawn === standing.drawn ? standing : { ...standing, drawn }
  }
  return { ...standing, acts: [...standing.acts.filter(earlier => !outdates(act, earlier)), act] }
}

/** A sign-in makes earlier tries of that name history; the newest settings make older ones so. */
function outdates(act: Act, earlier: Act): boolean {
  if (act.subject !== earlier.subject || act.device !== earlier.device) return false
  if (act.kind === 'user/signed-in') return earlier.kind === 'user/signed-in' || earlier.kind === 'user/pin-failed'
  return act.kind === earlier.kind && SETTINGS.has(act.kind)
}

const SETTINGS = new Set(['device/settings-set', 'office/header-set', 'office/hours-set'])
