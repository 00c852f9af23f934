import { openList } from '../../state/desk.ts'
import { goTo } from '../../state/place.ts'
import { desk } from '../../text/desk.ts'
import { Panel } from '../../ui/Panel.tsx'
import type { Reminder } from './reminders.ts'

/** What not to forget, beside the list, until it is dealt with. */
export function Reminders({ reminders }: { readonly reminders: readonly Reminder[] }) {
  return (
    <Panel title={desk.reminders} className="side">
      {reminders.length === 0
        ? <p className="pad small muted">{desk.nothingToRemind}</p>
        : <ul>{reminders.map(reminder => <li key={`${reminder.title} ${reminder.note}`}><Title {...reminder} />{reminder.note !== '' && <br />}{reminder.note}</li>)}</ul>}
    </Panel>
  )
}

function Title({ title, opens }: Reminder) {
  if (opens === undefined) return <b>{title}</b>
  const open = 'place' in opens ? () => { goTo(opens.place) } : () => { openList(opens.list) }
  return <button type="button" className="go" onClick={open}>{title}</button>
}
