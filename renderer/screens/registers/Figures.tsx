import type { ReportAnswer } from '../../../shared/bridge/books-api.ts'
import { changeBooks } from '../../state/books.ts'
import { formatCount } from '../../text/format.ts'
import { registers as t } from '../../text/registers.ts'
import { classNames } from '../../ui/class-names.ts'
import { useRoving } from '../../ui/use-roving.ts'

const COUNTED = ['received', 'ended', 'open', 'openOverdue'] as const

/** The director's figures beside those of the period before; each count opens its list. */
export function Figures({ answer }: { readonly answer: ReportAnswer }) {
  const roving = useRoving(COUNTED.length, 'line')
  const { now, before } = answer.figures
  return (
    <nav className="tiles" aria-label={t.figuresTitle} data-part="" {...roving.group}>
      {COUNTED.map((key, i) => (
        <button
          key={key} type="button" className={classNames('tile', key === 'openOverdue' && (now[key] ?? 0) > 0 && 'late')} {...roving.stop(i)}
          onClick={() => { changeBooks({ report: 'progress', cell: { row: null, column: key }, sortBy: null }) }}
        >
          <b>{formatCount(now[key] ?? 0)} </b>
          <span>{t.figures[key]}<small>{t.figures.ofBefore(formatCount(before[key] ?? 0))}</small></span>
        </button>
      ))}
      <p className="tile">
        <b>{shareOf(now)} </b>
        <span>{t.figures.inTimeShare}<small>{t.figures.ofBefore(shareOf(before))}</small></span>
      </p>
    </nav>
  )
}

/** Of what was done: early and on time, in hundredths; nothing done has no share. */
function shareOf({ ended = 0, early = 0, onTime = 0 }: Readonly<Record<string, number>>): string {
  return ended === 0 ? '–' : `${(Math.floor((early + onTime) * 1000 / ended) / 10).toString().replace('.', ',')} %`
}
