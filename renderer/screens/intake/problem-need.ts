import type { Problem } from '../../../shared/base/result.ts'
import type { Need } from '../../state/intake.ts'

/** Where the cursor goes when the desk itself asks for something more; undefined for what no field can put right. */
export function problemNeed(problem: Problem): Need | undefined {
  switch (problem.code) {
    case 'dossier/name-missing':
      return 'whom' in problem && problem.whom === 'owner' ? { field: 'ownerName', what: 'owner' } : { field: 'name', what: 'name' }
    case 'dossier/paper-missing':
      return { field: 'missing', what: 'missing' }
    case 'dossier/limit-needed':
      return { field: 'limitUnit', what: 'limit' }
    case 'dossier/fee-needed':
      return { field: 'feeAmount', what: 'fee' }
    case 'dossier/exemption-ground-missing':
      return { field: 'exemptionGround', what: 'exemption' }
    case 'dossier/reason-missing':
      return { field: 'reason', what: 'refusal' }
    case 'dossier/missing-papers-unnamed':
      return { field: 'reason', what: 'guidance' }
    case 'dossier/clock-behind':
      return { field: 'clock', what: 'clock' }
    case 'procedure/suspended':
    case 'procedure/withdrawn':
    case 'procedure/not-yet-valid':
    case 'procedure/unknown':
      return { field: 'procedure', what: 'procedureStopped' }
    default:
      return undefined
  }
}
