import type { Dossier } from '../../../../shared/dossiers/dossier.ts'
import { promiseAfterPause } from '../../../../shared/dossiers/promise-after.ts'
import { dueSentences, dueText } from '../../../text/due.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { StepClock, StepField } from './step.ts'

/**
 * The due day once the clock runs again, and why it is that day, before the step is saved (rules T10, T11, T14).
 *
 * Counted by what the act itself is counted by; only the moment of saving may be later. Nothing while that cannot be known.
 */
export function dueSaid(dossier: Dossier, then: 'restart' | 'resume', clock: StepClock | null): readonly StepField[] {
  const pause = dossier.pauses.at(-1)
  if (clock === null || dossier.due === undefined || pause === undefined || pause.until !== undefined) return []
  const { limit, steps, dueOn, dueAt, provisional } = promiseAfterPause(dossier, then, clock)
  if (dueOn === null) return [{ name: 'due', kind: 'say', label: t.noDueAgain }]
  const why = [...dueSentences(limit, steps, dueOn), ...(provisional ? [dueText.provisional] : [])].join(' ')
  return [{ name: 'due', kind: 'told', label: t.dueAgain(dueOn, dueAt) }, { name: 'why', kind: 'say', label: why }]
}
