import type { KeyboardEvent } from 'react'
import { FIELD_LENGTH, tidyText } from '../../parts/field-text.ts'
import { ScanForRow } from '../../parts/ScanForRow.tsx'
import type { PaperDraft } from '../../state/intake-draft.ts'
import { intakeText as t } from '../../text/intake.ts'
import type { AskedPaper } from './case-view.ts'
import { withCount, withReceived } from './paper-state.ts'

export interface PaperRowProps {
  readonly row: PaperDraft
  readonly draftId: string
  /** Undefined for a paper the clerk added. */
  readonly asked: AskedPaper | undefined
  readonly onBehalf: boolean
  readonly onChange: (row: PaperDraft) => void
  /** The cursor left; nothing was decided. */
  readonly onTidy: (row: PaperDraft) => void
}

/** One paper: is it here, how many originals, how many copies. */
export function PaperRow({ row, draftId, asked, onBehalf, onChange, onTidy }: PaperRowProps) {
  const isLookedAt = asked?.demand === 'present'
  const name = asked?.title ?? row.name
  const demand = asked?.demand ?? 'added'
  const tick = (received: boolean): void => { onChange(withReceived(row, received, asked)) }

  function onSpace(event: KeyboardEvent): void {
    if (event.key !== ' ') return
    event.preventDefault()
    tick(!row.received)
  }
  const count = (which: 'originals' | 'copies', label: string) => (
    <input
      className="in n"
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={3}
      data-column={which}
      data-focus={which === 'originals' && asked !== undefined ? '' : undefined}
      value={row[which]}
      onFocus={event => { event.currentTarget.select() }}
      onChange={event => { onChange(withCount(row, which, event.currentTarget.value)) }}
      onBlur={() => { if (row[which] === '') onTidy(withCount(row, which, '0')) }}
      onKeyDown={onSpace}
    />
  )

  return (
    <tr data-field={`paper:${row.key}`} className={demand === 'proxy' && !onBehalf ? 'off' : undefined}>
      <td>
        <label className="choice">
          <input type="checkbox" checked={row.received} data-column="tick" data-focus={isLookedAt ? '' : undefined} onChange={event => { tick(event.currentTarget.checked) }} />
          <span className="sr">{isLookedAt ? t.seenLabel(name) : t.receivedLabel(name)}</span>
        </label>
      </td>
      <td className="name">
        {asked === undefined
          ? (
            <input
              className="in" aria-label={t.addedName} placeholder={t.addedName} autoComplete="off" spellCheck={false} maxLength={FIELD_LENGTH.paperName} data-focus=""
              value={row.name}
              onChange={event => { onChange({ ...row, name: event.currentTarget.value }) }}
              onBlur={() => { onTidy({ ...row, name: tidyText(row.name, FIELD_LENGTH.paperName) }) }}
            />
          )
          : <><b>{asked.title}</b>{asked.name !== asked.title && <span className="whole">{asked.name}</span>}</>}
        <span>{t.demand[demand]}</span>
        <ScanForRow
          place={{ kind: 'draft', draft: draftId, paper: row.key }} paperName={name} isHere={row.received}
          onBegin={() => { if (!row.received) tick(true) }}
        />
      </td>
      <td className="mid">{isLookedAt ? <span className="muted">{row.originals}</span> : count('originals', t.originalsOf(name))}</td>
      <td className="mid">{isLookedAt ? <span className="muted">–</span> : count('copies', t.copiesOf(name))}</td>
    </tr>
  )
}
