import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import type { FormName } from '../../../shared/bridge/main-api.ts'
import { isOpen } from '../../../shared/dossiers/lifecycle.ts'
import type { DossierForm } from '../../../shared/dossiers/print-form.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { rolesWhoMay } from '../../text/roles.ts'
import { stepNames } from '../../text/steps.ts'
import { Button } from '../../ui/Button.tsx'
import type { Allowed, NextAct, Obstacle, WritingId } from './allowed.ts'
import { CoverButtons } from './CoverButtons.tsx'
import type { StepId } from './steps/steps.ts'

export interface ActionBarProps {
  readonly dossier: Dossier
  readonly allowed: Allowed
  /** A form stands open below: it holds the one filled button. */
  readonly isFormOpen: boolean
  readonly onNext: (next: NextAct) => void
  readonly onOpen: (id: WritingId) => void
  readonly onStep: (id: StepId) => void
  readonly onPrint: (form: FormName, sheets?: number) => void
  readonly onPreview: () => void
}

/** What may be done now, the likeliest first; what may not is named with who may. */
export function ActionBar({ dossier, allowed, isFormOpen, onNext, onOpen, onStep, onPrint, onPreview }: ActionBarProps) {
  const { writing, forms, printing, next } = allowed
  const isNext = (id: NextAct['id'], form?: DossierForm): boolean => next?.id === id && (next.id !== 'print' || next.form === form)
  const mine = writing.filter(({ id, obstacle }) => obstacle === null && id !== 'detach' && !isNext(id as NextAct['id']))
  return (
    <div className="do" role="group" aria-label={t.actions}>
      {next !== undefined && (
        <Button kind={isFormOpen ? 'plain' : 'main'} shortcut={isFormOpen ? undefined : 'F9'} onClick={() => { onNext(next) }}>{nextLabel(next, dossier)}</Button>
      )}
      {otherSteps(allowed).map((id, i) => (
        <Button key={id} shortcut={stepKey(i)} onClick={() => { onStep(id) }}>{stepNames[id].action}</Button>
      ))}
      {mine.map(({ id }) => <Button key={id} onClick={() => { onOpen(id) }}>{t.action[id]}</Button>)}
      {printing === null && forms.filter(form => !isNext('print', form)).map(form => (
        <Button key={form} shortcut={form === forms[0] ? 'Control+P' : undefined} onClick={() => { onPrint(form) }}>
          {t.print(form, dossier.printed[form] ?? 0)}
        </Button>
      ))}
      {printing === null && dossier.state === 'received' && <CoverButtons onPrint={onPrint} />}
      <Button onClick={onPreview}>{t.action.preview}</Button>
      {sentences(allowed, dossier).map(sentence => <span key={sentence} className="small muted">{sentence}</span>)}
    </div>
  )
}

/** The steps that may be done beside the one F9 does, in the order of their keys. */
export function otherSteps({ steps, next }: Allowed): readonly StepId[] {
  return steps.filter(({ id, obstacle }) => obstacle === null && !(next?.id === 'step' && next.step === id)).map(({ id }) => id)
}

/** Control and a digit, as far as digits go. */
export function stepKey(place: number): string | undefined {
  return place < 9 ? `Control+${String(place + 1)}` : undefined
}

/** What the filled button says. */
export function nextLabel(next: NextAct, dossier: Dossier): string {
  switch (next.id) {
    case 'print': return t.print(next.form, dossier.printed[next.form] ?? 0)
    case 'take-missing': return t.takeMissing
    case 'correct': return t.action.correct
    case 'return': return t.action.returnResult
    case 'step': return stepNames[next.step].action
  }
}

/** Why the rest may not be done, one sentence for each reason. */
function sentences({ writing, steps, printing }: Allowed, dossier: Dossier): readonly string[] {
  const why = [
    ...writing.flatMap(({ id, obstacle }) => obstacle === null || isPast(id, obstacle, dossier) ? [] : [{ name: t.action[id], obstacle }]),
    ...steps.flatMap(({ id, obstacle }) => obstacle === null ? [] : [{ name: stepNames[id].action, obstacle }]),
  ]
  const all = printing === null || printing.kind === 'read-only' ? why : [...why, { name: t.print('receipt', 0), obstacle: printing }]
  const grouped = new Map<string, { readonly obstacle: Obstacle; readonly names: string[] }>()
  for (const { name, obstacle } of all) {
    const key = JSON.stringify(obstacle)
    const known = grouped.get(key)
    if (known === undefined) grouped.set(key, { obstacle, names: [name] })
    else known.names.push(name.charAt(0).toLowerCase() + name.slice(1))
  }
  return [...grouped.values()].map(({ obstacle, names }) => sentenceOf(obstacle, names.join(', '), dossier))
}

/** Voiding belongs to the counter: further on nobody looks for it. */
function isPast(id: WritingId, { kind }: Obstacle, { state }: Dossier): boolean {
  return id === 'void' && kind === 'state' && isOpen(state)
}

function sentenceOf(obstacle: Obstacle, names: string, dossier: Dossier): string {
  switch (obstacle.kind) {
    case 'role': return t.whose(names, rolesWhoMay(obstacle.holders))
    case 'holder': return t.heldBy(names, obstacle.name)
    case 'state': return t.closed(dossier.state)
    case 'too-late': return t.tooLate(obstacle.receivedOn)
    case 'read-only': return t.readOnly
  }
}
