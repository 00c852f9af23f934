import type { Day } from '../../../shared/base/day.ts'
import type { DayClose, SyncState } from '../../../shared/bridge/main-api.ts'
import { countByDesk } from '../../../shared/forms/day-close/statement.ts'
import { problemText } from '../../text/problems.ts'
import { syncWords as t, whenSent } from '../../text/sync.ts'
import { Panel } from '../../ui/Panel.tsx'

/** Which road carries the dossiers and how far it is, and the day by desk. */
export function RoadsPanel({ sync, close, today }: { readonly sync: SyncState; readonly close: DayClose; readonly today: Day }) {
  const { line, city, waiting } = sync
  return (
    <Panel title={t.roads} className="side roads">
      <div className="road">
        <p className="row"><b>{t.city}</b><span className="end small muted">{t.cityState[line.state]}</span></p>
        {city !== null && <p className="small">{t.cityName(city.name)}</p>}
        <p className="small">{roadSentence(sync)}</p>
        {waiting.bytes > 0 && <p className="small"><b>{t.bytesLeft(waiting.bytes)}</b></p>}
        {sync.lastExchangeAt !== null && <p className="small muted">{t.lastSent(whenSent(sync.lastExchangeAt, today))}</p>}
      </div>
      {close.dossiers.length > 0 && (
        <div className="road">
          <p className="row"><b>{t.byDesk}</b><span className="end small muted">{t.byDeskNote}</span></p>
          <dl className="by-desk">
            {countByDesk(close.dossiers).map(({ desk, safe, received }) => (
              <div key={desk}><dt>{desk}</dt><dd>{t.deskCount(safe, received)}</dd></div>
            ))}
          </dl>
        </div>
      )}
    </Panel>
  )
}

function roadSentence({ line, waiting, secondsLeft }: SyncState): string {
  switch (line.state) {
    case 'no-city':
      return t.noCityRest
    case 'stuck':
      return problemText(line.problem)
    case 'later':
      return t.laterAt(line.at)
    case 'offline':
      return t.offlineRest
    case 'sending':
      return secondsLeft === null ? t.unknownLeft : t.secondsLeft(secondsLeft)
    case 'idle':
      return waiting.acts === 0 && waiting.pages === 0 ? t.nothingLeft : t.unknownLeft
  }
}
