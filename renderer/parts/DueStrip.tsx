import { formatDay } from '../../shared/base/day.ts'
import { dueText, weekdayMark } from '../text/due.ts'
import type { StripDay } from './due-days.ts'

/** Seven squares that show how a due day was counted: worked days numbered, days off hatched and named. */
export function DueStrip({ days, how }: { readonly days: readonly StripDay[]; readonly how: string }) {
  if (days.length === 0) return null
  return (
    <ol className="days" aria-label={dueText.how(how)}>
      {days.map(day => day.kind === 'gap'
        ? <li key="gap" className="gap"><span className="sr">{dueText.gap}</span><span aria-hidden="true">…</span></li>
        : (
          <li key={day.on} className={CLASSES[day.kind]} title={formatDay(day.on)}>
            {weekdayMark(day.weekday)}<b>{day.on.slice(8)}</b>{noteOf(day)}
          </li>
        ))}
    </ol>
  )
}

const CLASSES = { received: 'in0', off: 'off', counted: undefined, plain: undefined, due: 'due' } as const

function noteOf(day: Exclude<StripDay, { readonly kind: 'gap' }>): string {
  switch (day.kind) {
    case 'received': return dueText.received
    case 'off': return day.isHoliday ? dueText.holiday : dueText.off
    case 'due': return day.number === null ? dueText.due : String(day.number)
    case 'counted':
    case 'plain': return day.number === null ? '·' : String(day.number)
  }
}
