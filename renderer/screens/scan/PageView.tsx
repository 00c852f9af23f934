import { useState } from 'react'
import { formatTime } from '../../../shared/base/day.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { CoveredPage } from '../../parts/CoveredPage.tsx'
import { addressOf } from '../../state/scan-tray.ts'
import { pagesText } from '../../text/pages.ts'
import { scanText as t } from '../../text/scan.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { TrayWork } from './use-tray-work.ts'

/** The page in focus, large, with its four tools. */
export function PageView({ work }: { readonly work: TrayWork }) {
  const [uncovered, setUncovered] = useState<string | null>(null)
  const page = work.current
  if (page === undefined) return <Panel title={t.picture(1)} className="view-panel"><p className="pad muted small">{t.nothingChosen}</p></Panel>
  const sha256 = page.page?.sha256 ?? null
  const isCovered = page.page?.sensitive === true && uncovered !== sha256
  return (
    <Panel title={t.view(page.sheet)} note={t.viewNote(formatTime(page.at), t.scannerName(page.scanner))} className="view-panel">
      <div className="view">
        {isCovered && (
          <CoveredPage
            key={sha256} why={pagesText.coveredInTray} takesFocus={false} onUncovered={() => { setUncovered(sha256) }}
            onLook={reason => ask(() => main.desk.do({ verb: 'tray/look-at-page', input: { sha256, reason } }))}
          />
        )}
        {page.page !== null && !isCovered && <img src={addressOf(page)} alt={t.picture(page.sheet)} />}
        {page.page === null && <p className="muted small">{page.problem === null ? t.noPicture : problemText(page.problem)}</p>}
      </div>
      <div className="tools" role="group" aria-label={t.tools}>
        <Button aria-keyshortcuts="Control+ArrowLeft" onClick={() => { work.turn(-90) }}>{t.turnLeft} <kbd aria-hidden="true">Ctrl←</kbd></Button>
        <Button aria-keyshortcuts="Control+ArrowRight" onClick={() => { work.turn(90) }}>{t.turnRight} <kbd aria-hidden="true">Ctrl→</kbd></Button>
        <Button shortcut="F8" onClick={work.scanAgain}>{t.again}</Button>
        {page.state === 'broken' && <Button onClick={work.cleanAgain}>{t.cleanAgain}</Button>}
        {page.aside === null
          ? <Button aria-keyshortcuts="Delete" onClick={work.takeOut}>{t.takeOut} <kbd aria-hidden="true">Del</kbd></Button>
          : <Button shortcut="Control+Z" onClick={work.bringBack}>{t.bringBack}</Button>}
      </div>
    </Panel>
  )
}
