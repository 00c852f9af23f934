import { addDays, dayOfInstant } from '../../../shared/base/day.ts'
import { isAllSafe } from '../../parts/sending-words.ts'
import { useDayClose } from '../../parts/use-day-close.ts'
import { useProgram } from '../../state/program.ts'
import { hasCity, useSync } from '../../state/sync.ts'
import { formatBytes } from '../../text/format.ts'
import { printerState } from '../../text/printer-state.ts'
import { signInWords as words } from '../../text/sign-in.ts'
import { Mark } from '../../ui/Badge.tsx'

/** Three plain facts about this machine: what waits, the second copy, printer and disk. */
export function MachineFacts() {
  const { state, journal, printer } = useProgram()
  if (state === null || journal === null) return null
  const copy = words.factCopy[journal.secondCopy.state]
  return (
    <ul className="states3" aria-label={words.facts}>
      <CityFact />
      <li><b>{copy.title}</b>{copy.rest}</li>
      <li>
        <b>{words.factPrinter(printerState(printer))}</b>
        {printer?.name == null && `${words.factNoPrinter} `}
        {words.factDisk(formatBytes(state.disk.freeBytes))}
      </li>
    </ul>
  )
}

/** Whether yesterday's work is safe; nothing else is claimed about the city (rule S8). */
function CityFact() {
  const sync = useSync(state => state.state)
  const yesterday = useProgram(state => state.now === null ? null : addDays(dayOfInstant(state.now), -1))
  const close = useDayClose(hasCity(sync) ? yesterday : null)
  if (sync === null || !hasCity(sync)) return <li><b>{words.factCity.title}</b>{words.factCity.rest}</li>
  const before = close?.dossiers ?? []
  const waiting = before.filter(({ isSafe }) => !isSafe).length
  return (
    <li>
      <b>{isAllSafe(sync) && <Mark tone="safe">{words.factSafe.title}</Mark>}{!isAllSafe(sync) && words.factSafe.titleWaiting}</b>
      {ofYesterday(before.length, waiting)}
    </li>
  )
}

function ofYesterday(count: number, waiting: number): string {
  if (count === 0) return words.factSafe.nothingYesterday
  return waiting === 0 ? words.factSafe.whole(count) : words.factSafe.waiting(waiting)
}
