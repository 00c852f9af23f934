import { formatTime } from '../../../shared/base/day.ts'
import { addressOf } from '../../state/scan-tray.ts'
import { pagesText } from '../../text/pages.ts'
import { scanText as t } from '../../text/scan.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { TrayWork } from './use-tray-work.ts'

/** The page in focus, large, with its four tools. */
export function PageView({ work }: { readonly work: TrayWork }) {
  const page = work.current
  if (page === undefined) return <Panel title={t.picture(1)} className="view-panel"><p className="pad muted small">{t.nothingChosen}</p></Panel>
  return (
    <Panel title={t.view(page.sheet)} note={t.viewNote(formatTime(page.at), t.scannerName(page.scanner))} className="view-panel">
      <div className="view">
        {page.page?.sensitive === true && <p className="muted small">{pagesText.coveredInTray}</p>}
        {page.page !== null && page.page.sensitive !== true && <img src={addressOf(page)} alt={t.picture(page.sheet)} />}
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
