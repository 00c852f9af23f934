import { FIELD_LENGTH, tidyLines } from '../../parts/field-text.ts'
import type { IntakeDraft, Outcome } from '../../state/intake-draft.ts'
import { changeDraft, tidyDraft } from '../../state/intake.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { CaseView } from './case-view.ts'
import { missingPapers } from './paper-state.ts'
import { needText } from './need-text.ts'
import type { Need } from '../../state/intake.ts'

export interface OutcomeFieldsProps {
  readonly outcome: Exclude<Outcome, 'receive'>
  readonly draft: IntakeDraft
  readonly view: CaseView | undefined
  readonly need: Need | null
}

/** Why the dossier is refused (form 03), or what is still to be brought (form 02). */
export function OutcomeFields({ outcome, draft, view, need }: OutcomeFieldsProps) {
  const toBring = outcome === 'guidance' && view !== undefined ? missingPapers(draft, view) : []
  const { reason } = draft
  return (
    <>
      {toBring.length > 0 && (
        <div className="small">
          <p className="muted">{t.toBring}</p>
          <ul className="to-bring">{toBring.map(paper => <li key={paper.id}>{paper.title}</li>)}</ul>
        </div>
      )}
      <TextArea
        label={t.reasonOf[outcome]} hint={t.reasonHint[outcome]} data-field="reason" rows={6} className="reason" maxLength={FIELD_LENGTH.reason} value={reason}
        problem={needText(need, 'reason')}
        onText={text => { changeDraft({ reason: text }) }}
        onBlur={() => { tidyDraft({ reason: tidyLines(reason, FIELD_LENGTH.reason) }) }}
      />
      <p><Button kind="quiet" size="small" onClick={() => { changeDraft({ outcome: 'receive' }) }}>{t.backToReceive}</Button></p>
    </>
  )
}
