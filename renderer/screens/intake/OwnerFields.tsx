import { FIELD_LENGTH, showPersonalNumber, tidyText } from '../../parts/field-text.ts'
import type { OwnerDraft } from '../../state/intake-draft.ts'
import { tidyDraft, typeOwner } from '../../state/intake.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Field } from '../../ui/Field.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { needText } from './need-text.ts'
import type { Need } from '../../state/intake.ts'

/** Whom the dossier is for when another person brings it (nộp thay). */
export function OwnerFields({ owner, need }: { readonly owner: OwnerDraft; readonly need: Need | null }) {
  return (
    <div className="stack owner">
      <div data-field="ownerKind">
        <RadioGroup label={t.ownerKind} value={owner.kind} choices={KINDS} onChoose={kind => { typeOwner({ kind }) }} />
      </div>
      <Field
        label={t.ownerName} data-field="ownerName" value={owner.name} maxLength={FIELD_LENGTH.name} problem={needText(need, 'ownerName')}
        onText={name => { typeOwner({ name }) }}
        onBlur={() => { tidyDraft({ owner: { ...owner, name: tidyText(owner.name, FIELD_LENGTH.name) } }) }}
      />
      <Field
        label={owner.kind === 'person' ? t.ownerNumber : t.organisationNumber} data-field="ownerNumber" value={owner.personalNumber} maxLength={FIELD_LENGTH.personalNumber}
        onText={personalNumber => { typeOwner({ personalNumber }) }}
        onBlur={() => { tidyDraft({ owner: { ...owner, personalNumber: showPersonalNumber(owner.personalNumber) } }) }}
      />
      <Field
        label={t.authorisation} placeholder={t.authorisationHint} data-field="authorisation" value={owner.authorisation} maxLength={FIELD_LENGTH.authorisation}
        problem={needText(need, 'authorisation')}
        onText={authorisation => { typeOwner({ authorisation }) }}
        onBlur={() => { tidyDraft({ owner: { ...owner, authorisation: tidyText(owner.authorisation, FIELD_LENGTH.authorisation) } }) }}
      />
    </div>
  )
}

const KINDS = (['person', 'organisation'] as const).map(value => ({ value, label: t.ownerKinds[value] }))
