import type { PageOf } from '../../shared/papers/paper.ts'
import type { PagePlace } from '../../shared/bridge/scanning-api.ts'
import { pagesFor, samePlace, scanInto, useScanTray } from '../state/scan-tray.ts'
import { scanText } from '../text/scan.ts'
import { problemText } from '../text/problems.ts'
import { Button } from '../ui/Button.tsx'

export interface ScanForRowProps {
  readonly place: PagePlace
  readonly paperName: string
  /** Whether the paper is here: then its button is in view also while the cursor is elsewhere. */
  readonly isHere?: boolean
  /** A page is about to be scanned for the row. */
  readonly onBegin?: () => void
  /** Puts the pages that are ready into the paper; left out where they are saved with the row. */
  readonly onSave?: (pages: readonly PageOf[]) => void
  /** F9 belongs to something else on the screen just now. */
  readonly isBeside?: boolean
}

/** Pages scanned for one row: how many come, how many are ready; F5 in the row scans more. Typing goes on meanwhile. */
export function ScanForRow({ place, paperName, isHere = true, onBegin, onSave, isBeside = false }: ScanForRowProps) {
  const { tray, scanners, problem, asked } = useScanTray()
  const t = scanText.forRow
  const pages = pagesFor(tray, place)
  const ready = pages.flatMap(({ state, page }) => state === 'ready' && page !== null ? [page] : [])
  const run = tray?.run
  const isAsked = asked !== null && samePlace(asked, place)
  const isConcerned = isAsked || pages.length > 0
  if (scanners?.chosen == null && pages.length === 0) return null
  return (
    <div className="scan-row small" data-scan-row="" data-idle={isHere || isConcerned ? undefined : ''}>
      <Button
        size="small" kind="quiet"
        onClick={() => {
          onBegin?.()
          void scanInto(place)
        }}
      >{t.scan} <span className="sr">{t.scanFor(paperName)}</span><kbd aria-hidden="true">F5</kbd></Button>
      {ready.length > 0 && (onSave === undefined
        ? <span>{t.ready(ready.length)}</span>
        : <Button size="small" {...(isBeside ? {} : { kind: 'main', shortcut: 'F9' })} onClick={() => { onSave(ready) }}>{t.save(ready.length)}</Button>)}
      <span className="muted" role="status">{pages.length > ready.length ? t.coming(pages.length - ready.length) : isAsked && run?.state === 'running' ? t.running : ''}</span>
      {isConcerned && run?.state === 'waiting' && <span role="status">{scanText.waiting(run.by, run.sheetsLeft)}</span>}
      {isConcerned && run?.state === 'stopped' && <span role="status">{problemText(run.problem)}</span>}
      {isConcerned && problem !== null && <span role="status">{problemText(problem)}</span>}
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

/** How many pages scanned for papers of this dossier are ready to be kept. */
export function useScannedFor(subject: string): number {
  return useScanTray(({ tray }) => tray?.pages.filter(({ place, state, aside, page }) =>
    place?.kind === 'paper' && place.subject === subject && state === 'ready' && aside === null && page !== null).length ?? 0)
}
