import { dayOfInstant, formatDay, formatTime } from '../../../shared/base/day.ts'
import type { OfficePerson } from '../../../shared/bridge/people-api.ts'
import { peopleWords as words } from '../../text/people.ts'
import { rolesLine } from '../../text/roles.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { List, type Column } from '../../ui/List.tsx'
import { Panel } from '../../ui/Panel.tsx'

export interface PeopleListProps {
  readonly people: readonly OfficePerson[]
  readonly me: string
  readonly chosen: string
  readonly onOpen: (id: string) => void
  readonly onAdd: () => void
}

/** Who works here first, then who has left, each in the order they came. */
export function PeopleList({ people, me, chosen, onOpen, onAdd }: PeopleListProps) {
  const here = people.filter(({ withdrawnAt }) => withdrawnAt === null)
  const gone = people.filter(({ withdrawnAt }) => withdrawnAt !== null)
  return (
    <Panel
      title={words.listTitle} note={words.count(here.length, gone.length)}
      end={<Button size="small" shortcut="F8" onClick={onAdd}>{words.addKey}</Button>}
    >
      <List
        caption={words.caption} className="people-list" columns={columnsFor(me)} rows={[...here, ...gone]} keyOf={({ id }) => id} chosen={chosen}
        onOpen={({ id }) => { onOpen(id) }}
      />
    </Panel>
  )
}

function columnsFor(me: string): readonly Column<OfficePerson>[] {
  const { name, roles, since, state } = words.columns
  return [
    { id: 'name', head: name, cell: person => person.name },
    { id: 'roles', head: roles, cell: person => rolesLine(person.roles) },
    { id: 'since', head: since, width: '104px', cell: person => formatDay(dayOfInstant(person.since)) },
    { id: 'state', head: state, width: '168px', cell: person => <State person={person} isMe={person.id === me} /> },
  ]
}

function State({ person: { withdrawnAt, lockedUntil, heldBack }, isMe }: { readonly person: OfficePerson; readonly isMe: boolean }) {
  if (withdrawnAt !== null) return <Badge tone="refused">{words.gone(withdrawnAt)}</Badge>
  if (heldBack.length > 0) return <Badge tone="soon">{words.heldBack}</Badge>
  if (lockedUntil !== null) return <Badge tone="soon">{words.lockedUntil(formatTime(lockedUntil))}</Badge>
  return isMe ? words.me : words.free
}
