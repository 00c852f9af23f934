import { formatMoney } from '../../../shared/base/money.ts'
import { COPY_TARIFF, copyFee } from '../../../shared/procedures/page-fee.ts'
import { countOf, FIELD_LENGTH, showMoney, tidyText } from '../../parts/field-text.ts'
import type { IntakeDraft } from '../../state/intake-draft.ts'
import { tidyDraft, typeFee } from '../../state/intake.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import type { CaseView } from './case-view.ts'
import { needText } from './need-text.ts'
import type { Need } from '../../state/intake.ts'
import { SourceWords } from './SourceWords.tsx'
import type { FeeAnswer } from './promise.ts'

export interface FeeFieldsProps {
  readonly draft: IntakeDraft
  readonly view: CaseView
  readonly fee: FeeAnswer | undefined
  readonly need: Need | null
}

/** What is to be paid and why; asked where it is unclear, counted by the page for certified copies. */
export function FeeFields({ draft, view, fee, need }: FeeFieldsProps) {
  const typed = draft.fee
  const isFree = view.fee.kind === 'known' && view.fee.amount === 0
  return (
    <div className="stack fee">
      <div className="row" role="status">
        <span>{t.fee}</span>
        <b className="end sum">{fee === undefined ? t.feeNotYet : fee.amount === 0 ? t.free : formatMoney(fee.amount)}</b>
      </div>
      <div className="why">
        {view.fee.kind === 'asked' && view.fee.words !== '' && <SourceWords say={t.feeSource} words={view.fee.words} />}
        <p className="tiny muted">{whyOf(draft, view)}</p>
      </div>
      {view.fee.kind === 'by-page' && !typed.exempt && (
        <div className="grid2">
          <Field
            label={t.feePages} data-field="feePages" inputMode="numeric" maxLength={4} value={typed.pages} problem={needText(need, 'feePages')}
            onText={text => { typeFee({ pages: text.replace(/\D/g, '') }) }}
          />
          <Field
            label={t.feeCopies} data-field="feeCopies" inputMode="numeric" maxLength={3} value={typed.copies} problem={needText(need, 'feeCopies')}
            onText={text => { typeFee({ copies: text.replace(/\D/g, '') }) }}
          />
        </div>
      )}
      {view.fee.kind === 'asked' && !typed.exempt && (
        <Field
          label={t.feeAsked} data-field="feeAmount" inputMode="numeric" maxLength={FIELD_LENGTH.money} value={typed.amount} problem={needText(need, 'feeAmount')}
          onText={amount => { typeFee({ amount: showMoney(amount) }) }}
        />
      )}
      {!isFree && (
        <div data-field="exempt"><Checkbox label={t.exempt} checked={typed.exempt} onTick={exempt => { typeFee({ exempt }) }} /></div>
      )}
      {!isFree && typed.exempt && (
        <Field
          label={t.exemptionGround} placeholder={t.exemptionHint}
          data-field="exemptionGround" maxLength={FIELD_LENGTH.exemptionGround} value={typed.exemptionGround}
          problem={needText(need, 'exemptionGround')}
          onText={exemptionGround => { typeFee({ exemptionGround }) }}
          onBlur={() => {
            tidyDraft({ fee: { ...typed, exemptionGround: tidyText(typed.exemptionGround, FIELD_LENGTH.exemptionGround) } })
          }}
        />
      )}
    </div>
  )
}

function whyOf({ fee }: IntakeDraft, view: CaseView): string {
  switch (view.fee.kind) {
    case 'known':
      return t.feeFromCatalogue
    case 'asked':
      return view.fee.words === '' ? t.feeUnknown : t.feeUnknownShort
    case 'by-page': {
      const pages = countOf(fee.pages) ?? 0
      const copies = countOf(fee.copies) ?? 0
      if (pages === 0 || copies === 0) return t.feeByPage
      const one = copyFee(pages, 1)
      return `${t.feePerCopy(pages, copies)}${one.ok && one.value === COPY_TARIFF.atMostPerCopy ? ` ${t.feeCapped}` : ''}`
    }
  }
}
