import { formatTime } from '../../../shared/base/day.ts'
import { FIELD_LENGTH, showDate, showPersonalNumber, showPhone, tidyText } from '../../parts/field-text.ts'
import { hasContent, type PersonFieldName } from '../../state/intake-draft.ts'
import { changeDraft, tidyDraft, typePerson, useIntake } from '../../state/intake.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { problemText } from '../../text/problems.ts'
import { CardImageButton, CardImageProposal, useCardImage } from './CardFromImage.tsx'
import { EarlierDossiers } from './EarlierDossiers.tsx'
import { OwnerFields } from './OwnerFields.tsx'
import { needText } from './need-text.ts'
import type { IntakeView } from './use-intake-view.ts'
import { WarningNote, warningElementId } from './WarningNote.tsx'
import { openWarnings } from './warnings.ts'

/** 1 Người nộp: filled by the card in one beep, or typed. */
export function ApplicantPart({ intake, state }: { readonly intake: IntakeView; readonly state: 'now' | 'done' | 'ahead' }) {
  const { draft, today } = intake
  const { cardProblem, need } = useIntake()
  const image = useCardImage()
  const warnings = openWarnings(draft, today)

  /** What every field of the person has: its text, where it came from, its warnings. */
  function person(name: PersonFieldName) {
    const source = draft.sources[name]
    const doubts = warnings.filter(warning => warning.fields.includes(name)).map(warningElementId)
    const isNarrow = name === 'personalNumber' || name === 'bornOn'
    const ids = source !== undefined && isNarrow ? [`from-${source}`, ...doubts] : doubts
    return {
      'value': draft.applicant[name],
      'onText': (text: string) => { typePerson(name, text) },
      'from': source === undefined || isNarrow ? undefined : t.from[source],
      'warn': doubts.length > 0,
      'describedBy': ids.length === 0 ? undefined : ids.join(' '),
      'maxLength': FIELD_LENGTH[name],
      'data-field': name,
    }
  }
  const tidy = (name: PersonFieldName, show: (text: string) => string) => () => {
    const shown = show(draft.applicant[name])
    if (shown !== draft.applicant[name]) tidyDraft({ applicant: { ...draft.applicant, [name]: shown } })
  }
  const beside = (...names: readonly PersonFieldName[]) => warnings
    .filter(warning => warning.fields.some(field => names.includes(field)))
    .map(warning => <WarningNote key={warning.id} warning={warning} />)

  return (
    <Panel
      title={t.parts.applicant}
      step={{ number: 1, state }}
      end={(
        <>
          {draft.cardReadAt !== null && <span className="tiny muted nowrap">{t.cardReadAt(formatTime(draft.cardReadAt))}</span>}
          <CardImageButton image={image} />
        </>
      )}
    >
      <div className="pad stack person">
        {cardProblem !== null && <Message tone="soon" title={t.cardRefused} role="status" className="tight">{problemText(cardProblem)}</Message>}
        <CardImageProposal image={image} />
        <Field
          label={t.name} big {...person('name')} problem={needText(need, 'name')}
          {...(hasContent(draft) ? {} : { hint: t.emptyHint })}
          onBlur={tidy('name', text => tidyText(text, FIELD_LENGTH.name))}
        />
        <span hidden id="from-card">{t.from.card}</span>
        <div className="number-and-day">
          <Field label={t.personalNumber} inputMode="numeric" {...person('personalNumber')} onBlur={tidy('personalNumber', showPersonalNumber)} />
          <Field label={t.bornOn} inputMode="numeric" {...person('bornOn')} onBlur={tidy('bornOn', showDate)} />
        </div>
        {beside('personalNumber', 'bornOn', 'sex')}
        <div className="sex-and-phone">
          <div data-field="sex">
            <Select
              label={t.sex} value={draft.applicant.sex as keyof typeof t.sexes} choices={SEXES}
              onChoose={sex => { typePerson('sex', sex) }}
            />
          </div>
          <Field label={t.phone} inputMode="tel" {...person('phone')} onBlur={tidy('phone', showPhone)} />
        </div>
        {beside('phone')}
        <TextArea label={t.address} rows={2} {...person('address')} onBlur={tidy('address', text => tidyText(text, FIELD_LENGTH.address))} />
        <div data-field="forWhom">
          <RadioGroup
            label={t.forWhom} value={draft.onBehalf ? 'other' : 'self'} choices={FOR_WHOM}
            onChoose={whom => { changeDraft({ onBehalf: whom === 'other' }) }}
          />
        </div>
        {draft.onBehalf && <OwnerFields owner={draft.owner} need={need} />}
        <EarlierDossiers personalNumber={draft.applicant.personalNumber} />
      </div>
    </Panel>
  )
}

const SEXES = (['', 'male', 'female'] as const).map(value => ({ value, label: t.sexes[value] }))
const FOR_WHOM = [{ value: 'self', label: t.forSelf }, { value: 'other', label: t.onBehalf }] as const
