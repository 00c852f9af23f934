import { valueOf } from '../../../shared/dossiers/corrections.ts'
import { FIELD_LENGTH } from '../../parts/field-text.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { correctableFields } from '../../text/dossier-words.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { chooseField, fieldsOf } from './draft.ts'
import { showValue } from './field-value.ts'
import type { FormFieldsProps } from './form-fields.ts'

const SEXES = [{ value: '', label: t.blank }, { value: 'male', label: t.sexes.male }, { value: 'female', label: t.sexes.female }]
const PLACES = [{ value: 'counter', label: t.collectAt.counter }, { value: 'post', label: t.collectAt.post }]

/** Which field, what stands in it, and what shall stand there instead. */
export function CorrectFields({ dossier, draft, onChange, problemAt }: FormFieldsProps) {
  const { field, value } = draft
  const choices = fieldsOf(dossier).map(id => ({ value: id, label: capitalise(correctableFields[id]) }))
  const shared = { problem: problemAt('value'), hint: t.now(showValue(field, valueOf(dossier, field))) }
  const change = (text: string): void => { onChange({ value: text }) }
  return (
    <div className="correct-fields">
      <Select label={t.which} value={field} choices={choices} onChoose={chosen => { onChange(chooseField(draft, dossier, chosen)) }} />
      {field === 'applicant.sex' && <Select {...shared} label={t.newValue} value={value} choices={SEXES} onChoose={change} />}
      {field === 'collectAt' && <Select {...shared} label={t.newValue} value={value} choices={PLACES} onChoose={change} />}
      {field === 'content' && <TextArea {...shared} label={t.newValue} maxLength={FIELD_LENGTH.content} value={value} onText={change} />}
      {field === 'fee' && (
        <>
          <Field {...shared} label={t.newFee} inputMode="numeric" maxLength={FIELD_LENGTH.money} value={value} onText={change} />
          <Field label={t.ground} maxLength={FIELD_LENGTH.exemptionGround} value={draft.ground} problem={problemAt('ground')}
            onText={ground => { onChange({ ground }) }} />
        </>
      )}
      {!CHOSEN.has(field) && <Field {...shared} label={t.newValue} maxLength={FIELD_LENGTH.address} value={value} onText={change} />}
    </div>
  )
}

const CHOSEN: ReadonlySet<string> = new Set(['applicant.sex', 'collectAt', 'content', 'fee'])

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
