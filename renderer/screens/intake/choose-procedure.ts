import { dayOfInstant } from '../../../shared/base/day.ts'
import { searchProcedures } from '../../../shared/procedures/search.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import { EMPTY_FEE, type IntakeDraft } from '../../state/intake-draft.ts'
import { changeDraft, useIntake } from '../../state/intake.ts'
import { useProgram } from '../../state/program.ts'
import type { CaseView } from './case-view.ts'
import { toCaseView } from './catalogue-to-case.ts'
import { papersFor } from './paper-state.ts'

/** What the first letters fit best is shown at once, before Enter. */
export function typeQuery(query: string, shown: number): void {
  const { catalogue } = useCatalogue.getState()
  const best = catalogue === null || query.trim() === '' ? undefined : searchProcedures(catalogue, query, { limit: shown, recent: useIntake.getState().recent })[0]
  changeDraft({ query })
  useIntake.setState({ activeCode: best?.code ?? null })
}

/** Takes a procedure: its papers, limit and fee begin anew; what was ticked for another one does not carry over. */
export function chooseProcedure(code: string): void {
  const view = viewOf(code, null)
  useIntake.setState({ activeCode: null })
  if (view !== undefined) changeDraft(draft => draft.procedureCode === code ? {} : { ...freshPromise(draft, view), procedureCode: code })
}

export function chooseCase(caseId: string): void {
  const { procedureCode } = useIntake.getState().draft
  const view = procedureCode === null ? undefined : viewOf(procedureCode, caseId)
  if (view !== undefined) changeDraft(({ papers }) => ({ caseId, papers: papersFor(view, papers), receiveIncomplete: false }))
}

/** The chosen case as it stands now; undefined until a procedure is taken. */
export function chosenView(): CaseView | undefined {
  const { procedureCode, caseId } = useIntake.getState().draft
  return procedureCode === null ? undefined : viewOf(procedureCode, caseId)
}

function viewOf(code: string, caseId: string | null): CaseView | undefined {
  const { catalogue } = useCatalogue.getState()
  const { now } = useProgram.getState()
  return catalogue === null ? undefined : toCaseView(catalogue, code, caseId, now === null ? undefined : dayOfInstant(now))
}

function freshPromise({ papers }: IntakeDraft, view: CaseView): Partial<IntakeDraft> {
  return {
    caseId: view.cases.length > 1 ? null : view.caseId,
    papers: papersFor(view, papers.filter(row => row.paperId === null)),
    limit: { count: view.limit.kind === 'asked' ? view.limit.figure : '', unit: '' }, fee: EMPTY_FEE, outcome: 'receive', reason: '', receiveIncomplete: false,
  }
}
