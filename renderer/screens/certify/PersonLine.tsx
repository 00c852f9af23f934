import { formatDay } from '../../../shared/base/day.ts'
import { FIELD_LENGTH, showPersonalNumber, showPhone, tidyText } from '../../parts/field-text.ts'
import { hasCertifyContent, type CertifyPersonField } from '../../state/certify-draft.ts'
import { changeCertify, tidyCertifyPerson, typeCertifyPerson, useCertify } from '../../state/certify.ts'
import { certifyText as t } from '../../text/certify.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { useLastTime } from './last-time.ts'
import type { CertifyView } from './use-certify-view.ts'

export interface PersonLineProps {
  readonly view: CertifyView
  readonly onLastTime: () => void
}

/** Who asks: filled by the card in one beep, or typed; a copy needs no more than a name. */
export function PersonLine({ view: { draft, needsIdentity }, onLastTime }: PersonLineProps) {
  const { need, cardProblem } = useCertify()
  const lastTime = useLastTime(draft)
  const { person, isFromCard, isShown, isExempt, exemptionGround, isRefusal } = draft
  const field = (name: CertifyPersonField, show: (text: string) => string) => ({
    'value': person[name],
    'maxLength': FIELD_LENGTH[name],
    'data-field': name,
    'onText': (text: string) => { typeCertifyPerson(name, text) },
    'onBlur': () => { tidyCertifyPerson(name, show(person[name])) },
    'problem': need?.field === name ? t.need[need.what] : undefined,
  })
  return (
    <section className="panel" aria-labelledby="certify-person" data-part="">
      <h2 className="sr" id="certify-person">{t.person}</h2>
      <div className="pad stack">
        {cardProblem !== null && <Message tone="soon" title={t.cardRefused} role="status" className="tight">{problemText(cardProblem)}</Message>}
        <div className="who-line">
          <Field
            label={t.name} big {...field('name', text => tidyText(text, FIELD_LENGTH.name))} from={isFromCard ? t.fromCard : undefined}
            {...(hasCertifyContent(draft) ? {} : { placeholder: t.emptyHint })}
          />
          <Field label={t.personalNumber} inputMode="numeric" {...field('personalNumber', showPersonalNumber)} />
          <Field label={t.phone} inputMode="tel" {...field('phone', showPhone)} />
          {!isRefusal && <Checkbox label={t.exempt} checked={isExempt} onTick={ticked => { changeCertify({ isExempt: ticked }) }} />}
        </div>
        {lastTime[0] !== undefined && (
          <p className="row small last-time" role="status">
            <span>{t.lastTime(formatDay(lastTime[0].day), lastTime.map(({ paperName, copyCount }) => t.lastTimePaper(paperName, copyCount)).join(', '))}</span>
            <Button size="small" shortcut="Control+L" onClick={onLastTime}>{t.takeLastTime}</Button>
          </p>
        )}
        {isExempt && !isRefusal && (
          <Field
            label={t.exemptionGround} hint={t.exemptionHint} value={exemptionGround} maxLength={FIELD_LENGTH.exemptionGround} data-field="exemptionGround"
            problem={need?.what === 'exemption' ? t.need.exemption : undefined} onText={text => { changeCertify({ exemptionGround: text }) }}
          />
        )}
        {needsIdentity && !isFromCard && !isRefusal && (
          <div data-field="shown">
            <Checkbox label={t.shown} checked={isShown} onTick={ticked => { changeCertify({ isShown: ticked }) }} />
            {need?.field === 'shown' && <p className="trouble" role="status">{t.need[need.what]}</p>}
          </div>
        )}
      </div>
    </section>
  )
}
