import type { Day } from '../../../shared/base/day.ts'
import type { OfficePerson } from '../../../shared/bridge/people-api.ts'
import { peopleWords as words } from '../../text/people.ts'
import { rolesLine } from '../../text/roles.ts'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useRoving } from '../../ui/use-roving.ts'
import type { PartId } from './parts.ts'
import { PersonForm } from './PersonForm.tsx'
import { WorkPart } from './WorkPart.tsx'

export interface PersonPanelProps {
  readonly person: OfficePerson
  readonly me: string
  readonly today: Day
  readonly parts: readonly PartId[]
  /** Undefined where nothing opens by itself. */
  readonly shown: PartId | undefined
  readonly onPart: (id: PartId) => void
  readonly onSaved: (said: string) => void
}

/** One person: what may be seen and changed of them, a part at a time. */
export function PersonPanel({ person, me, today, parts, shown, onPart, onSaved }: PersonPanelProps) {
  const roving = useRoving(parts.length, 'line')
  return (
    <Panel title={person.name} note={rolesLine(person.roles)} className="person">
      {person.heldBack.length > 0 && (
        <div className="pad stack">
          {person.heldBack.map(({ what, byName, at }) => (
            <Message key={at} tone="soon">{words.heldBackWords(what, person.name, byName, at)}</Message>
          ))}
        </div>
      )}
      <div className="part-tabs" role="tablist" aria-label={words.parts(person.name)} {...roving.group}>
        {parts.map((id, i) => (
          <button
            key={id} type="button" role="tab" id={`tab-${id}`} aria-selected={id === shown} aria-controls={id === shown ? 'person-part' : undefined}
            {...roving.stop(i)} onClick={() => { onPart(id) }}
          >
            {words.part[id]} <kbd aria-hidden="true">Ctrl+{i + 1}</kbd>
          </button>
        ))}
      </div>
      {shown === undefined
        ? <p className="pad small muted">{words.choosePart}</p>
        : (
          <div id="person-part" role="tabpanel" aria-labelledby={`tab-${shown}`}>
            {shown === 'work'
              ? <WorkPart person={person} today={today} isMe={person.id === me} />
              : <PersonForm key={shown} id={shown} person={person} onSaved={onSaved} />}
          </div>
        )}
    </Panel>
  )
}
