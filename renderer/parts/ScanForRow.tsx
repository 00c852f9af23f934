import type { PageOf } from '../../shared/papers/paper.ts'
import type { PagePlace } from '../../shared/bridge/scanning-api.ts'
import { pagesFor, scanInto, useScanTray } from '../state/scan-tray.ts'
import { scanText } from '../text/scan.ts'
import { problemText } from '../text/problems.ts'
import { Button } from '../ui/Button.tsx'

export interface ScanForRowProps {
  readonly place: PagePlace
  readonly paperName: string
  /** Puts the pages that are ready into the paper; left out where they are saved with the row. */
  readonly onSave?: (pages: readonly PageOf[]) => void
}

/** Pages scanned for one row: how many come, how many are ready; F5 in the row scans more. Typing goes on meanwhile. */
export function ScanForRow({ place, paperName, onSave }: ScanForRowProps) {
  const { tray, scanners, problem } = useScanTray()
  const t = scanText.forRow
  const pages = pagesFor(tray, place)
  const ready = pages.flatMap(({ state, page }) => state === 'ready' && page !== null ? [page] : [])
  const run = tray?.run
  if (scanners?.chosen == null && pages.length === 0) return null
  return (
    <div className="scan-row small" data-scan-row="">
      <Button size="small" kind="quiet" aria-label={t.scanFor(paperName)} onClick={() => { void scanInto(place) }}>{t.scan} <kbd aria-hidden="true">F5</kbd></Button>
      {ready.length > 0 && (onSave === undefined
        ? <span>{t.ready(ready.length)}</span>
        : <Button size="small" onClick={() => { onSave(ready) }}>{t.save(ready.length)}</Button>)}
      {pages.length > ready.length && <span className="muted" role="status">{t.coming(pages.length - ready.length)}</span>}
      {pages.length > 0 && run?.state === 'stopped' && <span>{problemText(run.problem)}</span>}
      {pages.length > 0 && problem !== null && <span>{problemText(problem)}</span>}
    </div>
  )
}

/** F5: scans for the row the cursor is in; false where it is in none. */
export function scanForFocus(): boolean {
  const row = document.activeElement?.closest('tr, li')?.querySelector('[data-scan-row] button')
  if (!(row instanceof HTMLButtonElement)) return false
  row.click()
  return true
}
