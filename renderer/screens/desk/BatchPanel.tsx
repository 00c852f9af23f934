import { useEffect, useRef } from 'react'
import { mayDo } from '../../../shared/users/role.ts'
import { FIELD_LENGTH } from '../../parts/field-text.ts'
import { useSession } from '../../state/session.ts'
import { batchText as t } from '../../text/batch.ts'
import { identities } from '../../text/identities.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { fieldsIn, focusField } from '../../ui/focusable.ts'
import { Message } from '../../ui/Message.tsx'
import { Select } from '../../ui/Select.tsx'
import type { BatchId, BatchTyped } from './batches.ts'
import type { Batch } from './use-batch.ts'

export interface BatchPanelProps {
  readonly batch: Batch
  /** What may be done to rows of this list. */
  readonly ids: readonly BatchId[]
}

/** Above the list: how many are marked and what may be done to all of them; what is asked once; what came of each row. */
export function BatchPanel({ batch, ids }: BatchPanelProps) {
  const { marked, open, outcome } = batch
  return (
    <>
      {outcome !== null && (
        <Message tone={outcome.failed.length === 0 ? 'plain' : 'soon'} role="status">
          {t.told(t.actions[outcome.id].done, outcome.well, outcome.failed.length)} {outcome.paper}
          {outcome.failed.map(({ row, problem }) => <span key={row.subject} className="row-failed"><b>{row.code} {row.name}:</b> {problemText(problem)}</span>)}
        </Message>
      )}
      {marked.size > 0 && open === null && (
        <div className="batch row" role="group" aria-label={t.marked(marked.size)}>
          <b>{t.marked(marked.size)}</b>
          {ids.map((id, i) => (
            <Button key={id} kind={i === 0 ? 'main' : 'plain'} size="small" shortcut={i === 0 ? 'F9' : 'Shift+F9'} onClick={() => { beginBatch(batch, id) }}>
              {t.actions[id].title(marked.size)}
            </Button>
          ))}
          <Button size="small" kind="quiet" shortcut="Esc" onClick={batch.clear}>{t.clear}</Button>
        </div>
      )}
      {open !== null && <BatchForm batch={batch} id={open} />}
    </>
  )
}

/** Opens the form of a batch with the first person it could go to. */
export function beginBatch(batch: Batch, id: BatchId): void {
  const { names, who } = useSession.getState()
  const others = names.filter(({ id: user }) => user !== who?.id)
  const first = id === 'forward' ? others.find(({ roles }) => mayDo(roles, 'dossier/process')) : others[0]
  batch.openForm(id, { to: first?.id ?? '' })
}

function BatchForm({ batch, id }: { readonly batch: Batch; readonly id: BatchId }) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = body.current === null ? undefined : fieldsIn(body.current)[0]
    if (first !== undefined) focusField(first)
  }, [id])
  return (
    <div className="batch" ref={body}>
      <EnterMoves className="batch-fields">
        <b>{t.actions[id].title(batch.marked.size)}</b>
        <Fields id={id} typed={batch.typed} onChange={batch.change} />
        <div className="row">
          <Button kind="main" shortcut="F9" onClick={batch.run}>{t.actions[id].title(batch.marked.size)}</Button>
          <Button size="small" kind="quiet" shortcut="Esc" onClick={batch.leave}>{t.leave}</Button>
          <span className="small muted" role="status">{batch.done === null ? '' : t.busy(batch.done, batch.marked.size)}</span>
        </div>
      </EnterMoves>
    </div>
  )
}

interface FieldsProps {
  readonly id: BatchId
  readonly typed: BatchTyped
  readonly onChange: (typed: Partial<BatchTyped>) => void
}

function Fields({ id, typed, onChange }: FieldsProps) {
  switch (id) {
    case 'forward': return <><ToWhom right="dossier/process" label={t.to} typed={typed} onChange={onChange} />
      <Field label={t.note} maxLength={FIELD_LENGTH.reason} value={typed.note} onText={note => { onChange({ note }) }} /></>
    case 'sign': return <Select label={t.how} value={typed.how} onChoose={how => { onChange({ how }) }}
      choices={[{ value: 'wet-ink', label: t.wetInk }, { value: 'digital', label: t.digital }]} />
    case 'return': return <Collecting typed={typed} onChange={onChange} />
    case 'hand-over': return <>
      <Select label={t.kind} value={typed.kind} onChoose={kind => { onChange({ kind, ...(kind === 'agency' && { to: '' }) }) }}
        choices={(['shift', 'agency', 'results'] as const).map(kind => ({ value: kind, label: t.kinds[kind] }))} />
      <ToWhom label={t.handOverTo} typed={typed} onChange={onChange} />
    </>
  }
}

/** Somebody of this office, or another agency by its name. */
function ToWhom({ right, label, typed, onChange }: Omit<FieldsProps, 'id'> & { readonly right?: 'dossier/process'; readonly label: string }) {
  const { names, who } = useSession()
  const people = names.filter(({ id, roles }) => id !== who?.id && (right === undefined || mayDo(roles, right)))
  return (
    <>
      <Select label={label} value={typed.to} onChoose={to => { onChange({ to }) }}
        choices={[...people.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: t.otherAgency }]} />
      {typed.to === '' && <Field label={t.agency} maxLength={200} value={typed.agency} onText={agency => { onChange({ agency }) }} />}
    </>
  )
}

function Collecting({ typed, onChange }: Omit<FieldsProps, 'id'>) {
  return (
    <>
      <Select label={t.who} value={typed.collectedBy} onChoose={collectedBy => { onChange({ collectedBy }) }}
        choices={[{ value: 'applicant', label: t.each }, { value: 'proxy', label: t.proxy }]} />
      {typed.collectedBy === 'proxy' && <>
        <Field label={t.name} maxLength={FIELD_LENGTH.name} value={typed.name} onText={name => { onChange({ name }) }} />
        <Field label={t.authorisation} maxLength={FIELD_LENGTH.authorisation} value={typed.authorisation}
          onText={authorisation => { onChange({ authorisation }) }} />
      </>}
      <Select label={t.identity} value={typed.identitySeen} onChoose={identitySeen => { onChange({ identitySeen }) }}
        choices={(['id-card', 'vneid', 'passport', 'other-paper'] as const).map(value => ({ value, label: identities[value] }))} />
      <p className="small muted">{t.originalsAll}</p>
    </>
  )
}
