import { dayOfInstant, formatDayLong, formatTime } from '../../shared/base/day.ts'
import { useProgram } from '../state/program.ts'

/** The machine's time and day, `10:42` over `Thứ Sáu 20/11/2026`. */
export function Clock() {
  const now = useProgram(program => program.now)
  if (now === null) return null
  const today = formatDayLong(dayOfInstant(now))
  return <p className="clock"><b>{formatTime(now)}</b><span>{today.charAt(0).toUpperCase() + today.slice(1)}</span></p>
}
