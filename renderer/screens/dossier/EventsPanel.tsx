import { events as words } from '../../text/dossier.ts'
import { classNames } from '../../ui/class-names.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { Told } from './tell-events.ts'

/** The course of events, newest first. */
export function EventsPanel({ told }: { readonly told: readonly Told[] }) {
  return (
    <Panel title={words.title} className="events">
      <ol className="acts-line pad">
        {told.map(({ key, who, what, reason, stamp, tone, isNotAdmitted }) => (
          <li key={key} className={classNames(tone !== 'plain' && tone)}>
            <b>{who}</b> {what}
            {isNotAdmitted && <><br /><b>{words.notAdmitted}</b></>}
            {reason !== null && <><br /><span className="small">{reason}</span></>}
            <br /><span className="t">{stamp}</span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
