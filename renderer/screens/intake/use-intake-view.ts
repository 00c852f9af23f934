import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import type { IntakeDraft, PaperDraft } from '../../state/intake-draft.ts'
import { useIntake } from '../../state/intake.ts'
import { useOffice } from '../../state/office.ts'
import { useProgram } from '../../state/program.ts'
import type { CaseView } from './case-view.ts'
import { toCaseView } from './catalogue-to-case.ts'
import { fieldStops, type FieldStop } from './next-field.ts'
import { papersFor } from './paper-state.ts'
import { feeOf, limitOf, previewDue, type DuePreview, type FeeAnswer } from './promise.ts'

/** Everything the parts of the screen show, worked out once from what is typed and what the machine knows. */
export interface IntakeView {
  readonly draft: IntakeDraft
  readonly today: Day | undefined
  /** The chosen case, or the one the arrows stand on. */
  readonly view: CaseView | undefined
  /** Not taken by Enter yet. */
  readonly isPreview: boolean
  readonly papers: readonly PaperDraft[]
  readonly stops: readonly FieldStop[]
  readonly due: DuePreview | undefined
  readonly fee: FeeAnswer | undefined
}

export function useIntakeView(): IntakeView {
  const { draft, activeCode } = useIntake()
  const catalogue = useCatalogue(state => state.catalogue)
  const office = useOffice(state => state.view)
  const now = useProgram(state => state.now)

  const today = now === null ? undefined : dayOfInstant(now)
  const code = activeCode ?? draft.procedureCode
  const isPreview = code !== draft.procedureCode
  const view = catalogue === null || code === null ? undefined : toCaseView(catalogue, code, isPreview ? null : draft.caseId, today)
  return {
    draft, today, view, isPreview,
    papers: view === undefined ? [] : isPreview ? papersFor(view) : draft.papers,
    stops: fieldStops(draft, isPreview ? undefined : view, today),
    due: view !== undefined && now !== null && office !== null
      ? previewDue(limitOf(draft, view), now, office.calendar, office.hours)
      : undefined,
    fee: view === undefined ? undefined : feeOf(draft, view),
  }
}
