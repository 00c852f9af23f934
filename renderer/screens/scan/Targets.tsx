import { useState } from 'react'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { shortCode } from '../../../shared/dossiers/code.ts'
import { useOffice } from '../../state/office.ts'
import { searchDossiers } from '../../store/queries/search.ts'
import { scanText as t } from '../../text/scan.ts'
import { Field } from '../../ui/Field.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { MOST_DIGITS } from './heaps.ts'
import type { TrayWork } from './use-tray-work.ts'

export interface TargetsProps {
  readonly dossier: Dossier | undefined
  readonly work: TrayWork
  readonly isAsking: boolean
  readonly onAsk: () => void
  /** Another dossier was found, or none after all. */
  readonly onFound: (subject: string | null) => void
  /** Pages of the tray at each paper. */
  readonly countOf: (paper: string) => number
}

/** The papers of one dossier, each with the digit that puts the chosen pages into it. */
export function Targets({ dossier, work, isAsking, onAsk, onFound, countOf }: TargetsProps) {
  const pattern = useOffice(state => state.view?.office.codePattern)
  const suggested = work.current?.place === null && work.current.suggestion?.kind === 'paper' ? work.current.suggestion : null
  return (
    <Panel title={t.targets} className="targets-panel">
      {dossier === undefined
        ? <p className="pad small muted">{t.noTarget}</p>
        : (
          <div className="pad of-dossier">
            <b>{dossier.code === undefined || pattern === undefined ? '' : shortCode(dossier.code, pattern)}</b>
            <span className="muted small"> · {dossier.applicant.name}</span><br />
            <span className="small">{dossier.procedure.name}</span>
          </div>
        )}
      <ul className="targets">
        {dossier?.papers.slice(0, MOST_DIGITS).map((paper, i) => {
          const isSuggested = suggested?.subject === dossier.subject && suggested.paper === paper.id
          return (
            <li key={paper.id}>
              <button
                type="button" className={isSuggested ? 'target on' : 'target'} aria-keyshortcuts={String(i + 1)}
                onClick={() => { work.place({ kind: 'paper', subject: dossier.subject, paper: paper.id }, paper.name) }}
              >
                <KeyCap>{String(i + 1)}</KeyCap>
                <span>
                  <b>{paper.name}</b>
                  <span className="small muted">{isSuggested && work.current !== undefined ? t.suggestedFor(work.current.sheet) : t.pages(countOf(paper.id) + (paper.pages?.length ?? 0))}</span>
                </span>
              </button>
            </li>
          )
        })}
        <li>
          {isAsking
            ? <div className="pad"><AskCode onFound={onFound} /></div>
            : (
              <button type="button" className="target" aria-keyshortcuts="9" onClick={onAsk}>
                <KeyCap>9</KeyCap><span>{t.otherDossier}<span className="small muted">{t.otherHint}</span></span>
              </button>
            )}
        </li>
      </ul>
      <p className="small pad muted no-covers">{t.noCovers}</p>
    </Panel>
  )
}

/** The last four digits of a dossier's code; the newest one that ends so. */
function AskCode({ onFound }: { readonly onFound: (subject: string | null) => void }) {
  const [digits, setDigits] = useState('')
  const [problem, setProblem] = useState('')
  async function find(text: string): Promise<void> {
    setDigits(text)
    setProblem('')
    if (text.length < 4) return
    const { rows } = await searchDossiers(text, 50)
    const found = rows.find(({ code }) => code.endsWith(text))
    if (found === undefined) setProblem(t.notFound(text))
    else onFound(found.subject)
  }
  return (
    <Field
      label={t.otherField} value={digits} inputMode="numeric" maxLength={4} autoFocus {...(problem === '' ? {} : { problem })}
      onText={text => { void find(text.replace(/\D/g, '')) }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onFound(null)
      }}
    />
  )
}
