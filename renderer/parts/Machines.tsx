import type { ScanRun } from '../../shared/bridge/scanning-api.ts'
import { useProgram } from '../state/program.ts'
import { useScanTray } from '../state/scan-tray.ts'
import { formatBytes } from '../text/format.ts'
import { printerState } from '../text/printer-state.ts'
import { scanText } from '../text/scan.ts'
import { shell } from '../text/shell.ts'

/** Printer, scanner, disk and second copy of this desk, in a few words each. */
export function Machines() {
  const { state, journal, printer } = useProgram()
  const { tray, scanners } = useScanTray()
  const run = tray?.run ?? null
  if (state === null) return null
  return (
    <dl className="machines" aria-label={shell.machines}>
      <dt>{shell.printer}</dt>
      <dd>{printerState(printer)}</dd>
      <dt>{scanText.scanner}</dt>
      <dd>{scannerWords(run, scanners?.chosen != null)}</dd>
      {journal !== null && <>
        <dt>{shell.secondCopy}</dt>
        <dd>{shell.secondCopyState[journal.secondCopy.state]}</dd>
      </>}
      <dt>{shell.disk}</dt>
      <dd>{shell.diskFree(formatBytes(state.disk.freeBytes))}</dd>
    </dl>
  )
}

function scannerWords(run: ScanRun | null, isChosen: boolean): string {
  const words = scanText.scannerIs
  if (run === null || run.state === 'none') return isChosen ? words.idle : words.none
  if (run.state === 'waiting') return words.waiting(run.by)
  if (run.state === 'ready') return words.ready(run.sheets)
  return run.state === 'running' ? words.running(run.sheets) : words.stopped(run.sheets)
}
