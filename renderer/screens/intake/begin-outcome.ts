import type { Outcome } from '../../state/intake-draft.ts'
import { changeDraft } from '../../state/intake.ts'

/** The visit will end without a receipt: the fourth part asks why. */
export function beginOutcome(outcome: Exclude<Outcome, 'receive'>): void {
  changeDraft(draft => ({ outcome, reason: draft.outcome === outcome ? draft.reason : '', receiveIncomplete: false }))
}
