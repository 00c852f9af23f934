import { useEffect, useRef } from 'react'
import { SaveFailed } from '../../parts/SaveFailed.tsx'
import { dossierText as t } from '../../text/dossier.ts'
import { problemText } from '../../text/problems.ts'
import { saving as savingText } from '../../text/saving.ts'
import { stepNames, stepText } from '../../text/steps.ts'
import { Button } from '../../ui/Button.tsx'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { fieldsIn, focusField } from '../../ui/focusable.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { fieldOf, type StepField, type Typed } from './steps/step.ts'
import type { StepWork } from './use-step.ts'

/** The form of one step, open inside the page: F9 writes it and prints its paper, Shift+F9 writes it alone, Esc leaves it. */
export function StepForm({ work }: { readonly work: StepWork }) {
  const { open, step, facts, problem, busy } = work
  const body = useRef<HTMLDivElement>(null)
  const fields = step?.fields(facts) ?? []
  const place = problem === null || step === null ? undefined : fieldOf(step, problem, fields)
  useEffect(() => {
    const first = body.current === null ? undefined : fieldsIn(body.current)[0]
    if (first !== undefined) focusField(first)
  }, [open])
  useEffect(() => { if (place !== undefined) body.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus() }, [place, problem])
  if (open === null || step === null) return null
  const stands = fields.some(({ name }) => name === place)
  return (
    <Panel title={stepNames[open].action} className="act-form" end={<Button size="small" kind="quiet" shortcut="Esc" onClick={work.leave}>{t.leave}</Button>}>
      <div ref={body}>
        <EnterMoves className="pad stack step-fields">
          {fields.map(field => (
            <StepControl key={field.name} field={field} value={facts.typed[field.name] ?? ''} onChange={work.change}
              problem={stands && field.name === place && problem !== null ? problemText(problem) : undefined} />
          ))}
          {problem !== null && !stands && <SaveFailed problem={problem} onRetry={() => { work.save(true) }} />}
          <div className="row">
            <Button kind="main" shortcut="F9" onClick={() => { work.save(true) }}>{stepNames[open].save}</Button>
            {step.paper !== undefined && <Button shortcut="Shift+F9" onClick={() => { work.save(false) }}>{stepText.withoutPaper}</Button>}
            <span className="small muted" role="status">{busy ? savingText.now : ''}</span>
          </div>
        </EnterMoves>
      </div>
    </Panel>
  )
}

interface StepControlProps {
  readonly field: StepField
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (typed: Typed) => void
}

/** Enter begins a new line where one stands, and moves on from an empty one. */
function StepControl({ field: { name, kind, label, hint, choices = [], max = 1000 }, value, problem, onChange }: StepControlProps) {
  const onText = (text: string): void => { onChange({ [name]: text }) }
  switch (kind) {
    case 'say': return <p className="small wide">{label}</p>
    case 'told': return <p className="wide" role="status"><b>{label}</b></p>
    case 'choice': return <Select label={label} value={value} choices={choices} hint={hint} problem={problem} onChoose={onText} />
    case 'lines': return <TextArea className="wide" label={label} hint={hint} rows={3} maxLength={max} value={value} problem={problem}
      data-enter-stop={value === '' || value.endsWith('\n') ? undefined : ''} onText={onText} />
    case 'area': return <TextArea className="wide" label={label} hint={hint} maxLength={max} value={value} problem={problem} onText={onText} />
    case 'line': return <Field label={label} hint={hint} maxLength={max} value={value} problem={problem} onText={onText} />
    case 'money':
    case 'count':
    case 'day': return <Field label={label} hint={hint} inputMode="numeric" maxLength={max} value={value} problem={problem} onText={onText} />
  }
}
