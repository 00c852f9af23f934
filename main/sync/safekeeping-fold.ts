import type { Act } from '../../shared/acts/act.ts'
import { applySafekeeping, NO_SAFEKEEPING, type Safekeeping } from '../../shared/sync/safekeeping.ts'
import type { Fold } from '../journal/folds.ts'
import { isGenuineConfirmation } from './city-signature.ts'

/**
 * The journal's fold of what is safe at the city (rule S8).
 *
 * It is named after the pinned key: with another city everything is folded anew, and what the first confirmed counts no more.
 */
export function safekeepingOf(cityKey: () => string | undefined, pagesIn: (act: Act) => readonly string[]): Fold<Safekeeping> {
  const rules = { isGenuine: (act: Act) => isGenuineConfirmation(act, cityKey()), pagesIn }
  return {
    name: `safekeeping-${(cityKey() ?? 'none').slice(0, 8)}`,
    version: 2,
    initial: NO_SAFEKEEPING,
    apply: (state, act) => applySafekeeping(state, act, rules),
  }
}
