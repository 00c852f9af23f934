import { type KeyboardEvent } from 'react'
import { countOf, FIELD_LENGTH, tidyText } from '../../parts/field-text.ts'
import type { PaperDraft } from '../../state/intake-draft.ts'
import { changeDraft, tidyDraft } from '../../state/intake.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { focusAfter, focusStop } from './focus-stop.ts'
import { PaperRow } from './PaperRow.tsx'
import { addedRow, countPapers } from './paper-state.ts'
import type { IntakeView } from './use-intake-view.ts'

/** 3 Giấy tờ: Space is here, digits count the originals, Tab goes to the copies, ↑ ↓ the rows. */
export function PapersPart({ intake, state }: { readonly intake: IntakeView; readonly state: 'now' | 'done' | 'ahead' }) {
  const { draft, view, papers, isPreview } = intake
  const counted = view === undefined ? undefined : countPapers({ papers, onBehalf: draft.onBehalf }, view)

  const withRow = (row: PaperDraft) => draft.papers.map(other => other.key === row.key ? row : other)
  const change = (row: PaperDraft): void => { changeDraft({ papers: withRow(row), receiveIncomplete: false }) }
  function add(): void {
    const row = addedRow(draft.papers)
    focusAfter(() => { changeDraft({ papers: [...draft.papers, row] }) }, () => `paper:${row.key}`)
  }

  return (
    <Panel
      title={t.parts.papers}
      className="papers-part"
      step={{ number: 3, state }}
      note={counted !== undefined && counted.asked > 0 && t.papersHere(counted.received, counted.asked)}
    >
      {view === undefined
        ? <p className="pad muted small">{t.papersNone}</p>
        : (
          <div className="papers-body">
            {papers.length === 0 && <p className="pad muted small">{t.papersNotListed}</p>}
            {papers.length > 0 && (
              <table className="list papers" onKeyDown={moveBetweenRows} inert={isPreview}>
                <caption className="sr">{t.parts.papers}</caption>
                <colgroup><col className="tick" /><col /><col className="count" /><col className="count" /></colgroup>
                <thead>
                  <tr>
                    <th scope="col">{t.columns.received}</th>
                    <th scope="col">{t.columns.paper}</th>
                    <th scope="col" className="mid">{t.columns.originals}</th>
                    <th scope="col" className="mid">{t.columns.copies}</th>
                  </tr>
                </thead>
                <tbody>
                  {papers.map(row => (
                    <PaperRow
                      key={row.key} row={row} draftId={draft.id}
                      asked={view.papers.find(paper => paper.id === row.paperId)} onBehalf={draft.onBehalf}
                      onChange={change} onTidy={tidied => { tidyDraft({ papers: withRow(tidied) }) }}
                    />
                  ))}
                </tbody>
              </table>
            )}
          </div>
        )}
      {view !== undefined && (
        <div className="pad papers-foot" inert={isPreview}>
          {view.notes.length > 0 && (
            <details className="small">
              <summary>{t.notes(view.notes.length)}</summary>
              <ul>{view.notes.map(note => <li key={note}>{note}</li>)}</ul>
            </details>
          )}
          <details className="small" open={draft.content !== '' || draft.setCount !== '1' ? true : undefined}>
            <summary>{t.contentAndSets}</summary>
            <div className="content-and-sets">
            <Field
              label={t.content} data-field="content" placeholder={view.procedureName} value={draft.content} maxLength={FIELD_LENGTH.content}
              onText={content => { changeDraft({ content }) }}
              onBlur={() => { tidyDraft({ content: tidyText(draft.content, FIELD_LENGTH.content) }) }}
            />
            <Field
              label={t.setCount} data-field="setCount" inputMode="numeric" value={draft.setCount} maxLength={3}
              onText={setCount => { changeDraft({ setCount: setCount.replace(/\D/g, '') }) }}
              onBlur={() => { if ((countOf(draft.setCount) ?? 0) < 1) tidyDraft({ setCount: '1' }) }}
            />
            </div>
          </details>
          <Button size="small" kind="quiet" onClick={add}>{t.addPaper}</Button>
        </div>
      )}
    </Panel>
  )
}

/** ↑ ↓ go to the same column of the row above or below. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  const here = event.target instanceof HTMLElement ? event.target : null
  const row = here?.closest('tr')
  const other = event.key === 'ArrowUp' ? row?.previousElementSibling : row?.nextElementSibling
  const id = other instanceof HTMLElement ? other.dataset['field'] : undefined
  if (id === undefined) return
  event.preventDefault()
  const column = here?.dataset['column']
  const same = column === undefined ? null : other?.querySelector<HTMLInputElement>(`[data-column="${column}"]`)
  if (same == null) {
    focusStop(id)
    return
  }
  same.focus()
  if (same.type !== 'checkbox') same.select()
}
