import { FIELD_LENGTH } from '../../parts/field-text.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import type { FormFieldsProps } from './form-fields.ts'

/** Which paper, the missing ones first, or one more by its name; and how many sheets. */
export function AttachFields({ dossier, draft, onChange, problemAt }: FormFieldsProps) {
  const missing = dossier.papers.filter(({ received }) => !received)
  const here = dossier.papers.filter(({ received }) => received)
  const choices = [
    ...missing.map(({ id, name }) => ({ value: id, label: t.paperMissing(name) })),
    { value: '', label: t.otherPaper },
    ...here.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      <Select label={t.paper} value={draft.paperId} choices={choices} onChoose={paperId => { onChange({ paperId }) }} />
      {draft.paperId === '' && (
        <Field label={t.paperName} maxLength={FIELD_LENGTH.paperName} value={draft.paperName} problem={problemAt('paperName')}
          onText={paperName => { onChange({ paperName }) }} />
      )}
      <div className="grid2">
        <Field label={t.originals} inputMode="numeric" maxLength={3} value={draft.originals} problem={problemAt('counts')}
          onText={originals => { onChange({ originals }) }} />
        <Field label={t.copies} inputMode="numeric" maxLength={3} value={draft.copies} onText={copies => { onChange({ copies }) }} />
      </div>
    </>
  )
}
