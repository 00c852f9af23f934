import { useProgram } from '../state/program.ts'
import { formatBytes } from '../text/format.ts'
import { printerState } from '../text/printer-state.ts'
import { shell } from '../text/shell.ts'

/** Printer, disk and second copy of this desk, in a few words each. */
export function Machines() {
  const { state, journal, printer } = useProgram()
  if (state === null) return null
  return (
    <dl className="machines" aria-label={shell.machines}>
      <dt>{shell.printer}</dt>
      <dd>{printerState(printer)}</dd>
      {journal !== null && <>
        <dt>{shell.secondCopy}</dt>
        <dd>{shell.secondCopyState[journal.secondCopy.state]}</dd>
      </>}
      <dt>{shell.disk}</dt>
      <dd>{shell.diskFree(formatBytes(state.disk.freeBytes))}</dd>
    </dl>
  )
}
