import { useProgram } from '../../state/program.ts'
import { formatBytes } from '../../text/format.ts'
import { printerState } from '../../text/printer-state.ts'
import { signInWords as words } from '../../text/sign-in.ts'

/** Three plain facts about this machine; nothing is claimed about the city. */
export function MachineFacts() {
  const { state, journal, printer } = useProgram()
  if (state === null || journal === null) return null
  const copy = words.factCopy[journal.secondCopy.state]
  return (
    <ul className="states3" aria-label={words.facts}>
      <li><b>{words.factCity.title}</b>{words.factCity.rest}</li>
      <li><b>{copy.title}</b>{copy.rest}</li>
      <li>
        <b>{words.factPrinter(printerState(printer))}</b>
        {printer?.name == null && `${words.factNoPrinter} `}
        {words.factDisk(formatBytes(state.disk.freeBytes))}
      </li>
    </ul>
  )
}
