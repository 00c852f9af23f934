import { dayOfInstant } from '../../shared/base/day.ts'
import { useOffice } from '../state/office.ts'
import { useSync } from '../state/sync.ts'
import { leaveTraining } from '../state/training.ts'
import { useProgram } from '../state/program.ts'
import { bands } from '../text/bands.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { gravestBand } from './band.ts'
import { cityTrouble } from './city-trouble.ts'

/** The state of the whole machine, pushing the page down, until it is over; training is added to any other. */
export function Bands() {
  const { state, journal } = useProgram()
  const view = useOffice(one => one.view)
  const sync = useSync(one => one.state)
  if (state === null) return null
  const band = gravestBand(state, journal, cityTrouble(sync, dayOfInstant(state.at), view))
  if (band === undefined && !state.training) return null
  return (
    <section className="bands" aria-label={bands.label}>
      {state.training && (
        <div className="band training">
          <span>{bands.training}</span>
          <span className="end"><Button size="small" onClick={() => { void leaveTraining() }}>{bands.leaveTraining}</Button></span>
        </div>
      )}
      {band !== undefined && (
        <p className={`band ${band.tone}`} role={band.alert ? 'alert' : undefined}>
          <Icon name={band.tone === 'late' ? 'late' : band.tone === 'soon' ? 'warning' : 'info'} />
          <span><b>{band.title}</b> {band.rest}</span>
        </p>
      )}
    </section>
  )
}
