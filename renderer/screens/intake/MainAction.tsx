import { formatTime } from '../../../shared/base/day.ts'
import { SaveFailed } from '../../parts/SaveFailed.tsx'
import { changeDraft, useIntake } from '../../state/intake.ts'
import { useOffice } from '../../state/office.ts'
import { intakeText as t } from '../../text/intake.ts'
import { saving as savingText } from '../../text/saving.ts'
import { Button } from '../../ui/Button.tsx'
import { focusStop } from './focus-stop.ts'
import { MissingPapers } from './MissingPapers.tsx'
import type { Hindrance } from './may-save.ts'
import { needSentence } from './need-text.ts'
import { missingPapers } from './paper-state.ts'
import type { IntakeView } from './use-intake-view.ts'
import { openWarnings } from './warnings.ts'

export interface MainActionProps {
  readonly intake: IntakeView
  readonly hindrance: Hindrance | undefined
  /** The cursor has come to the button by keyboard: what is missing is told before it is pressed. */
  readonly isHere: boolean
  readonly onSave: () => void
}

/** The one filled button, what stands in its way, and what will happen when it is pressed. */
export function MainAction({ intake, hindrance, isHere, onSave }: MainActionProps) {
  const { draft, view, isPreview } = intake
  const { need, failure, saving, keptAt, keepFailed } = useIntake()
  const paper = useOffice(state => state.view?.device.paperSize) ?? 'A5'
  const missing = view === undefined || isPreview || draft.outcome !== 'receive' ? [] : missingPapers(draft, view)
  const [firstWarning] = openWarnings(draft, intake.today)
  const warningCount = openWarnings(draft, intake.today).length

  return (
    <div className="pad main-action">
      {missing.length > 0 && (need?.what === 'missing' || isHere || draft.receiveIncomplete) && <MissingPapers missing={missing} isChosen={draft.receiveIncomplete} />}
      {need !== null && need.what !== 'missing' && <p className="small need" role="status">{needSentence(need)}</p>}
      {failure !== null && <SaveFailed problem={failure} onRetry={onSave} />}
      {firstWarning !== undefined && (
        <p className="small">
          <button type="button" className="link" onClick={() => { focusStop(firstWarning.fields[0] ?? 'name') }}>{t.review(warningCount)}</button>{t.reviewStillSaves}
        </p>
      )}
      <div data-field="main">
        <Button kind="main" size="large" wide shortcut="F9" unavailable={hindrance !== undefined} onClick={onSave}>
          {hindrance === undefined ? t.save[draft.outcome] : t.hindrance[hindrance]}
        </Button>
      </div>
      <p className="tiny muted">
        {saving && <b role="status">{savingText.now} </b>}
        {draft.outcome === 'receive' && `${t.codeNote} `}{t.printNote[draft.outcome](paper)}{' '}
        {keepFailed ? t.draftNotKept : keptAt !== null && t.draftKeptAt(formatTime(keptAt))}
      </p>
      {draft.outcome === 'receive' && draft.receiveIncomplete && missing.length > 0 && (
        <p className="tiny"><button type="button" className="link" onClick={() => { changeDraft({ receiveIncomplete: false }) }}>{t.chooseAgain}</button></p>
      )}
    </div>
  )
}
