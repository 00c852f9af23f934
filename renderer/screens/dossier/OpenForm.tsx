import { useEffect, useRef } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import { FIELD_LENGTH } from '../../parts/field-text.ts'
import { SaveFailed } from '../../parts/SaveFailed.tsx'
import { dossierText as t } from '../../text/dossier.ts'
import { problemText } from '../../text/problems.ts'
import { saving as savingText } from '../../text/saving.ts'
import { Button } from '../../ui/Button.tsx'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { fieldsIn, focusField } from '../../ui/focusable.ts'
import { Panel } from '../../ui/Panel.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import type { WritingId } from './allowed.ts'
import { AttachFields } from './AttachFields.tsx'
import { CorrectFields } from './CorrectFields.tsx'
import { placeOf, type DraftPlace } from './draft.ts'
import type { FormFieldsProps } from './form-fields.ts'

export interface OpenFormProps extends Omit<FormFieldsProps, 'problemAt'> {
  readonly id: WritingId
  readonly problem: Problem | null
  readonly busy: boolean
  readonly onSave: () => void
  readonly onLeave: () => void
}

/** The form of one act, open inside the page; F9 saves it, Esc leaves it with what was typed kept. */
export function OpenForm({ id, dossier, draft, problem, busy, onChange, onSave, onLeave }: OpenFormProps) {
  const body = useRef<HTMLDivElement>(null)
  const place = problem === null ? undefined : placeOf(problem)
  useEffect(() => {
    const first = body.current === null ? undefined : fieldsIn(body.current)[0]
    if (first !== undefined) focusField(first)
  }, [id])
  useEffect(() => { if (place !== undefined) body.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus() }, [place, problem])

  const problemAt = (at: DraftPlace): string | undefined => at === place && problem !== null ? problemText(problem) : undefined
  const fields: FormFieldsProps = { dossier, draft, onChange, problemAt }
  const isPrinted = (dossier.printed['receipt'] ?? 0) > 0
  const title = id === 'detach' ? t.detachTitle(dossier.papers.find(paper => paper.id === draft.paperId)?.name ?? '') : t.action[id]
  return (
    <Panel title={title} className="act-form" end={<Button size="small" kind="quiet" shortcut="Esc" onClick={onLeave}>{t.leave}</Button>}>
      <div ref={body}>
        <EnterMoves className="pad stack">
          {id === 'correct' && <CorrectFields {...fields} />}
          {id === 'attach' && <AttachFields {...fields} />}
          {id === 'detach' && <p className="small muted">{t.detachHint}</p>}
          {id === 'void' && <p className="small">{t.voidHint}</p>}
          {id === 'note'
            ? (
              <TextArea label={t.noteText} maxLength={FIELD_LENGTH.reason} value={draft.note} problem={fields.problemAt('note')}
                onText={note => { onChange({ note }) }} />
            )
            : (
              <Field
                label={id === 'void' ? t.voidReason : t.reason} maxLength={FIELD_LENGTH.reason} value={draft.reason} problem={fields.problemAt('reason')}
                hint={id === 'void' ? undefined : isPrinted ? t.reasonNeeded : t.reasonFree} onText={reason => { onChange({ reason }) }}
              />
            )}
          {problem !== null && place === undefined && <SaveFailed problem={problem} onRetry={onSave} />}
          <div className="row">
            <Button kind="main" shortcut="F9" onClick={onSave}>{t.saveAs[id]}</Button>
            <span className="small muted" role="status">{busy ? savingText.now : ''}</span>
          </div>
        </EnterMoves>
      </div>
    </Panel>
  )
}
