import { useState } from 'react'
import { formatDay, parseDay } from '../../../shared/base/day.ts'
import { showDate } from '../../parts/field-text.ts'
import { useIntake } from '../../state/intake.ts'
import { useProgram } from '../../state/program.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { isClockConfirmed } from './save-intake.ts'
import { needText } from './need-text.ts'

/** The clock is behind the journal: today's day is asked once, instead of refusing (rule T16). */
export function ClockQuestion() {
  const behind = useProgram(state => state.state?.clockBehind ?? null)
  const { confirmedDay, need } = useIntake()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  if (behind === null) return null
  if (isClockConfirmed(confirmedDay)) return <Message tone="soon" className="tight">{t.clockConfirmed(formatDay(behind.today))}</Message>

  const { today } = behind
  function confirm(): void {
    const typed = parseDay(text.trim())
    if (typed === today) useIntake.setState({ confirmedDay: today, need: null })
    else setWrong(typed === undefined ? t.clockUnread : t.clockDiffers(formatDay(typed), formatDay(today)))
  }
  return (
    <Message
      tone="late" role="status" className="tight"
      acts={(
        <div className="clock-question" data-enter-stop="" onKeyDown={event => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          confirm()
        }}>
          <Field
            label={t.clockToday} data-field="clock" inputMode="numeric" maxLength={10} value={text} problem={wrong ?? needText(need, 'clock')}
            onText={typed => {
              setText(typed)
              setWrong(undefined)
            }}
            onBlur={() => { setText(showDate(text)) }}
          />
          <Button onClick={confirm}>{t.clockConfirm}</Button>
        </div>
      )}
    >
      {t.clockBehind(formatDay(today), formatDay(behind.newestDay))}
    </Message>
  )
}
