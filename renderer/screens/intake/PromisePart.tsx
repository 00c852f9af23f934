import type { ReactNode } from 'react'
import { partsOf } from '../../../shared/procedures/linked.ts'
import { dueDays } from '../../parts/due-days.ts'
import { DueStrip } from '../../parts/DueStrip.tsx'
import { changeDraft, useIntake } from '../../state/intake.ts'
import { useOffice } from '../../state/office.ts'
import { dayAsHeading, dueSentences, dueText } from '../../text/due.ts'
import { intakeText as t } from '../../text/intake.ts'
import { partWords } from '../../text/parts.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Select } from '../../ui/Select.tsx'
import { FeeFields } from './FeeFields.tsx'
import { focusAfter } from './focus-stop.ts'
import { LimitFields } from './LimitFields.tsx'
import { OutcomeFields } from './OutcomeFields.tsx'
import { beginOutcome } from './begin-outcome.ts'
import type { IntakeView } from './use-intake-view.ts'

/** 4 Hẹn trả và lệ phí; or, when it is not received, why. The main button stands below. */
export function PromisePart({ intake, state, children }: { readonly intake: IntakeView; readonly state: 'now' | 'done' | 'ahead'; readonly children: ReactNode }) {
  const { draft, view } = intake
  const need = useIntake(all => all.need)
  const linked = partsOf(view?.procedureCode ?? '')
  return (
    <Panel title={draft.outcome === 'receive' ? t.parts.promise : t.outcomeTitle[draft.outcome]} step={{ number: 4, state }} className="promise-part">
      <div className="pad stack promise" inert={intake.isPreview}>
        {draft.outcome !== 'receive' ? <OutcomeFields outcome={draft.outcome} draft={draft} view={view} need={need} /> : (
          <>
            <DueDay intake={intake} />
            {linked.length > 0 && <p className="small">{partWords.atIntake(linked.map(({ name }) => name).join('; '))}</p>}
            {view?.limit.kind === 'asked' && <LimitFields limit={draft.limit} words={view.limit.words} need={need} />}
            {view !== undefined && <hr />}
            {view !== undefined && <FeeFields draft={draft} view={view} fee={intake.fee} need={need} />}
            {view !== undefined && (
              <>
                <div data-field="collectAt">
                  <Select
                    label={t.collectAt} value={draft.collectAt} choices={PLACES}
                    onChoose={collectAt => { changeDraft({ collectAt }) }}
                  />
                </div>
                <p className="small other-ways">
                  {t.otherWays}{' '}
                  {(['guidance', 'refuse'] as const).map(outcome => (
                    <Button key={outcome} kind="quiet" size="small" onClick={() => {
                      focusAfter(() => { beginOutcome(outcome) }, () => 'reason')
                    }}>{t.otherWay[outcome]}</Button>
                  ))}
                </p>
              </>
            )}
          </>
        )}
      </div>
      {children}
    </Panel>
  )
}

/** The day, the strip and the sentence, spoken politely on every change. */
function DueDay({ intake }: { readonly intake: IntakeView }) {
  const calendar = useOffice(state => state.view?.calendar)
  const { due, view } = intake
  if (view === undefined) return <p className="muted small">{t.dueNone}</p>
  if (due === undefined) return <p className="due-big" role="status">{t.dueAsked}</p>
  const sentences = dueSentences(due.limit, due.due.steps, due.due.dueOn)
  if (due.due.dueOn === null || due.due.dueAt === null) {
    return (
      <div role="status">
        <p className="due-big">{t.dueNoLimit}</p>
        <p className="small muted">{t.dueNoLimitWhy}</p>
      </div>
    )
  }
  return (
    <>
      <div role="status">
        <p className="due-big">{dayAsHeading(due.due.dueOn)}</p>
        <p className="muted small">{dueText.before(due.due.dueAt)}</p>
      </div>
      {calendar !== undefined && <DueStrip days={dueDays({ ...due, calendar })} how={sentences.join(' ')} />}
      <p className="small">{sentences.join(' ')}{due.due.provisional && <> <b>{dueText.provisional}</b></>}</p>
    </>
  )
}

const PLACES = (['counter', 'post'] as const).map(value => ({ value, label: t.collectPlaces[value] }))
