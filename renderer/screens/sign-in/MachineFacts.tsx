import { useProgram } from '../../state/program.ts'
import { formatBytes } from '../../text/format.ts'
import { problemText } from '../../text/problems.ts'
import { signInWords as words } from '../../text/sign-in.ts'

/** Three plain facts about this machine; nothing is claimed about the city. */
export function MachineFacts() {
  const { state, journal, printer } = useProgram()
  if (state === null || journal === null) return null
  const copy = words.factCopy[journal.secondCopy.state]
  const printerWords = printer?.name == null ? words.factPrinterNone
    : printer.problem === null ? words.factPrinterReady : words.factPrinterTrouble
  return (
    <ul className="states3" aria-label={words.facts}>
      <li><b>{words.factCity.title}</b>{words.factCity.rest}</li>
      <li><b>{copy.title}</b>{copy.rest}</li>
      <li>
        <b>{printerWords}</b>
        {printer?.problem != null && `${problemText(printer.problem)} `}
        {words.factDisk(formatBytes(state.disk.freeBytes))}
      </li>
    </ul>
  )
}
