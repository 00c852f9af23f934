import type { LimitDraft } from '../../state/intake-draft.ts'
import { changeDraft } from '../../state/intake.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { SourceWords } from './SourceWords.tsx'
import { needText } from './need-text.ts'
import type { Need } from '../../state/intake.ts'

/** Asked when the catalogue leaves the limit unclear, with the words it does say. */
export function LimitFields({ limit, words, need }: { readonly limit: LimitDraft; readonly words: string; readonly need: Need | null }) {
  const type = (change: Partial<LimitDraft>): void => { changeDraft({ limit: { ...limit, ...change } }) }
  return (
    <fieldset className="asked">
      <legend className="small">{t.limitAsked}</legend>
      {words === '' ? <p className="tiny muted">{t.limitEmpty}</p> : <SourceWords say={t.limitSource} words={words} />}
      <div className="limit-fields">
        <Field
          label={t.limitCount} data-field="limitCount" inputMode="numeric" maxLength={3} value={limit.count}
          problem={needText(need, 'limitCount')} onText={count => { type({ count: count.replace(/\D/g, '') }) }}
        />
        <div data-field="limitUnit">
          <Select label={t.limitUnit} value={limit.unit} choices={UNITS} problem={needText(need, 'limitUnit')} onChoose={unit => { type({ unit }) }} />
        </div>
      </div>
    </fieldset>
  )
}

const UNITS = (['', 'working-days', 'days', 'hours', 'same-day', 'none'] as const).map(value => ({ value, label: t.limitUnits[value] }))
