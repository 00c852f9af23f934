import type { ReportAnswer, ReportLine } from '../../../shared/bridge/books-api.ts'
import { formatCount } from '../../text/format.ts'
import { registers as t } from '../../text/registers.ts'
import { Panel } from '../../ui/Panel.tsx'

/** What a bar is made of, in the order it is drawn; columns of Biểu II.06a. */
const PARTS = [
  { name: 'done', columns: ['early', 'onTime'] }, { name: 'late', columns: ['overdue'] },
  { name: 'open', columns: ['openWithinDue'] }, { name: 'openLate', columns: ['openOverdue'] },
] as const

const MOST = 10

/** The largest groups of the report as bars; the table beside it says the same in figures. */
export function Chart({ answer }: { readonly answer: ReportAnswer }) {
  const bars = answer.lines.map(line => ({ line, sizes: PARTS.map(({ columns }) => sum(answer, line, columns)) }))
    .map(bar => ({ ...bar, whole: bar.sizes.reduce((one, other) => one + other, 0) }))
    .sort((one, other) => other.whole - one.whole)
  const shown = bars.slice(0, MOST)
  const widest = Math.max(1, ...shown.map(({ whole }) => whole))
  const [done = 0, late = 0, open = 0, openLate = 0] = PARTS.map(({ columns }) => sum(answer, answer.total, columns))
  return (
    <Panel title={t.chartTitle} className="chart">
      <div role="img" aria-label={t.chartSays(done, late, open + openLate)} className="pad">
        {shown.map(({ line, sizes, whole }) => (
          <div key={line.key} className="bar">
            <span className="name">{line.name}</span>
            <span className="line">
              {sizes.map((size, i) => size === 0 ? null : <i key={PARTS[i]?.name} className={PARTS[i]?.name} style={{ width: `${String(size * 100 / widest)}%` }} />)}
              <span className="whole">{formatCount(whole)}</span>
            </span>
          </div>
        ))}
        {bars.length > MOST && <p className="small muted">{t.more(bars.length - MOST)}</p>}
        <p className="legend">{PARTS.map(({ name }) => <span key={name}><i className={name} /> {t.chartParts[name]}</span>)}</p>
      </div>
    </Panel>
  )
}

function sum({ columns }: ReportAnswer, { figures }: ReportLine, keys: readonly string[]): number {
  return columns.reduce((total, { key }, i) => total + (keys.includes(key) ? figures[i] ?? 0 : 0), 0)
}
