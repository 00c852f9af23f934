import type { Result } from '../../../shared/base/result.ts'
import type { ExportRequest } from '../../../shared/bridge/main-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import type { PageOf, ReceivedPaper } from '../../../shared/papers/paper.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { Button } from '../../ui/Button.tsx'
import { PageStrip } from '../../parts/PageStrip.tsx'
import { ScanForRow } from '../../parts/ScanForRow.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Mark } from '../../ui/Badge.tsx'
import { useRoving } from '../../ui/use-roving.ts'
import { ExportButtons } from './ExportButtons.tsx'

export interface PapersPanelProps {
  readonly dossier: Dossier
  readonly mayAttach: boolean
  /** A form stands open: F9 is its own. */
  readonly isFormOpen: boolean
  readonly mayDetach: boolean
  readonly onTake: (paper: ReceivedPaper) => void
  readonly onDetach: (paper: ReceivedPaper) => void
  readonly onAddPages: (paper: ReceivedPaper) => void
  /** Pages scanned for it are ready to be kept with it. */
  readonly onScanned: (paper: ReceivedPaper, pages: readonly PageOf[]) => void
  readonly onLook: (page: PageOf, reason: string) => Promise<Result<unknown>>
  /** Undefined where nobody at this desk may give pages out. */
  readonly onExport: ((paper: string | null, to: ExportRequest['to']) => void) | undefined
}

/** The papers with their counts, the missing ones said to be missing; ↑ ↓ walk them. */
export function PapersPanel({
  dossier, mayAttach, isFormOpen, mayDetach, onTake, onDetach, onAddPages, onScanned, onLook, onExport,
}: PapersPanelProps) {
  const { papers, setCount, state } = dossier
  const listed = dossier.code === undefined ? [] : papers
  const missing = listed.filter(({ received }) => !received)
  const roving = useRoving(listed.length, 'rows')
  const note = listed.length === 0 ? undefined : [t.papersNote(listed.length - missing.length, missing.length), setCount > 1 ? t.sets(setCount) : ''].filter(part => part !== '').join(' · ')
  return (
    <Panel
      title={t.papers} note={note} className="papers-panel"
      end={onExport === undefined ? undefined : <ExportButtons paper={null} onExport={onExport} />}
    >
      {listed.length === 0 && <p className="pad muted small">{state === 'guided' || state === 'refused' ? t.keptNoPapers : t.noPapers}</p>}
      <ul {...roving.group}>
        {listed.map((paper, i) => (
          <li key={paper.id} className="paper-row">
            <div>
              <b>{paper.name}</b>
              <p className="small muted">{line(paper)}</p>
              <PageStrip subject={dossier.subject} pages={paper.pages ?? []} paperName={paper.name} onLook={onLook} />
              {mayAttach && (
                <ScanForRow
                  place={{ kind: 'paper', subject: dossier.subject, paper: paper.id }} paperName={paper.name} isBeside={isFormOpen}
                  onSave={pages => { onScanned(paper, pages) }}
                />
              )}
            </div>
            <div className="paper-end">
              {onExport !== undefined && (paper.pages ?? []).length > 0 && <ExportButtons paper={paper} onExport={onExport} />}
              {!paper.received && <Mark tone="soon">{t.missing}</Mark>}
              {paper.received && mayAttach && (
                <Button size="small" aria-label={t.addPagesTo(paper.name)} onClick={() => { onAddPages(paper) }}>{t.addPages}</Button>
              )}
              {paper.received
                ? mayDetach && <Button size="small" {...roving.stop(i)} aria-label={t.detachOf(paper.name)} onClick={() => { onDetach(paper) }}>{t.action.detach}</Button>
                : mayAttach && <Button size="small" {...roving.stop(i)} aria-label={t.takeOf(paper.name)} onClick={() => { onTake(paper) }}>{t.take}</Button>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function line({ received, originals, copies, kind, missingNote }: ReceivedPaper): string {
  return [received ? t.counts(originals, copies) : missingNote ?? '', t.kind[kind]].filter(part => part !== '').join(' · ')
}
