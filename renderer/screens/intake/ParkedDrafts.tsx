import { formatTime, isInstant } from '../../../shared/base/day.ts'
import { findProcedure } from '../../../shared/procedures/catalogue.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import { takeUp, useIntake, type KeptDraft } from '../../state/intake.ts'
import { useProgram } from '../../state/program.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Button } from '../../ui/Button.tsx'
import { dropParked, takeBackDropped } from './keep-draft.ts'

/** Half-typed intakes put aside (hồ sơ nhập dở), each taken up again or thrown away. */
export function ParkedDrafts({ onTakenUp }: { readonly onTakenUp: () => void }) {
  const { parked, dropped } = useIntake()
  const catalogue = useCatalogue(state => state.catalogue)
  const now = useProgram(state => state.now)
  if (parked.length === 0 && dropped === null) return null

  function rowOf({ draft, savedAt }: KeptDraft): string {
    const procedure = catalogue === null || draft.procedureCode === null ? undefined : findProcedure(catalogue, draft.procedureCode)
    return t.draftRow(draft.applicant.name, procedure?.shortName ?? '', isInstant(savedAt) ? formatTime(savedAt) : '')
  }

  return (
    <details className="panel parked" data-part="">
      <summary>{t.draftsCount(parked.length)}</summary>
      <ul>
        {parked.map(kept => (
          <li key={kept.draft.id} className="row">
            <span>{rowOf(kept)}</span>
            <span className="end">
              <Button size="small" onClick={() => {
                takeUp(kept.draft.id, now ?? kept.savedAt)
                onTakenUp()
              }}>{t.takeUp}</Button>{' '}
              <Button size="small" kind="quiet" onClick={() => { dropParked(kept.draft.id) }}>{t.drop}</Button>
            </span>
          </li>
        ))}
        {dropped !== null && (
          <li className="row">
            <span role="status">{t.dropped}</span>
            <span className="end"><Button size="small" onClick={takeBackDropped}>{t.undo}</Button></span>
          </li>
        )}
      </ul>
    </details>
  )
}
