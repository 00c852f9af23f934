import type { IntakeDraft } from '../../state/intake-draft.ts'
import type { Need } from '../../state/intake.ts'
import type { CaseView } from './case-view.ts'
import { whatToComplete } from './draft-to-input.ts'
import { missingPapers } from './paper-state.ts'
import { feeOf, limitOf } from './promise.ts'

/** The first thing that truly blocks; undefined when the dossier can be saved as it stands. */
export function firstNeed(draft: IntakeDraft, view: CaseView | undefined, mustConfirmDay: boolean): Need | undefined {
  const { outcome, onBehalf, owner, applicant } = draft
  if (mustConfirmDay) return { field: 'clock', what: 'clock' }
  if (applicant.name.trim() === '') return { field: 'name', what: 'name' }
  if (onBehalf && owner.name.trim() === '') return { field: 'ownerName', what: 'owner' }
  if (onBehalf && owner.authorisation.trim() === '' && outcome === 'receive') return { field: 'authorisation', what: 'authorisation' }
  if (draft.procedureCode === null || view === undefined) return { field: 'procedure', what: 'procedure' }
  if (outcome === 'refuse') return draft.reason.trim() === '' ? { field: 'reason', what: 'refusal' } : undefined
  if (outcome === 'guidance') return whatToComplete(draft, view).length === 0 ? { field: 'reason', what: 'guidance' } : undefined
  if (view.stopped !== null) return { field: 'procedure', what: 'procedureStopped' }
  if (limitOf(draft, view) === undefined) return { field: draft.limit.unit === '' ? 'limitUnit' : 'limitCount', what: 'limit' }
  if (feeOf(draft, view) === undefined) return feeNeed(draft, view)
  if (missingPapers(draft, view).length > 0 && !draft.receiveIncomplete) return { field: 'missing', what: 'missing' }
  return undefined
}

function feeNeed({ fee }: IntakeDraft, view: CaseView): Need {
  if (fee.exempt) return { field: 'exemptionGround', what: 'exemption' }
  if (view.fee.kind === 'by-page') return { field: fee.pages === '' ? 'feePages' : 'feeCopies', what: 'fee' }
  return { field: 'feeAmount', what: 'fee' }
}
