import { dayOfInstant } from '../../../shared/base/day.ts'
import { changeDraft, useIntake } from '../../state/intake.ts'
import { useProgram } from '../../state/program.ts'
import { chooseCase, chosenView } from './choose-procedure.ts'
import { fieldStops, nextField, partField, previousField, type FieldStop, type PartNumber } from './next-field.ts'
import { findWarnings } from './warnings.ts'
import { withEnter } from './paper-state.ts'

/** The stops as they are this instant, also between two draws of the screen. */
export function currentStops(): readonly FieldStop[] {
  const { now } = useProgram.getState()
  return fieldStops(useIntake.getState().draft, chosenView(), now === null ? undefined : dayOfInstant(now))
}

/** Where the cursor goes after a card: to what the card could not say. Warnings wait beside their fields. */
export function stepAfterCard(): string {
  const { now } = useProgram.getState()
  const today = now === null ? undefined : dayOfInstant(now)
  const { draft } = useIntake.getState()
  const seenWarnings = findWarnings(draft, today).map(warning => warning.id)
  return nextField(fieldStops({ ...draft, seenWarnings }, chosenView(), today), undefined)
}

/** What Enter says about the field it leaves: the case is taken as chosen, the paper is here as counted. */
export function settleByEnter(id: string): void {
  const view = chosenView()
  if (view === undefined) return
  if (id === 'case') chooseCase(view.caseId)
  if (!id.startsWith('paper:')) return
  changeDraft(({ papers }) => ({
    papers: papers.map(row => `paper:${row.key}` === id ? withEnter(row, view.papers.find(paper => paper.id === row.paperId)) : row),
  }))
}

/** Where Enter (or Shift+Enter) goes from a field. */
export function stepFrom(id: string | undefined, isBack: boolean): string {
  const stops = currentStops()
  return isBack ? previousField(stops, id) ?? 'name' : nextField(stops, id)
}

export function partStart(part: PartNumber): string {
  return partField(currentStops(), part) ?? 'name'
}
