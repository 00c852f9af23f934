import { useState } from 'react'
import { formatTime } from '../../../shared/base/day.ts'
import type { SignInName } from '../../../shared/bridge/main-api.ts'
import { useSession } from '../../state/session.ts'
import { rolesLine } from '../../text/roles.ts'
import { settingsWords as words } from '../../text/settings.ts'
import { Badge } from '../../ui/Badge.tsx'
import { List, type Column } from '../../ui/List.tsx'
import { PersonForm } from './PersonForm.tsx'

const COLUMNS: readonly Column<SignInName>[] = [
  { id: 'name', head: words.columnName, cell: person => person.name },
  { id: 'roles', head: words.columnRoles, cell: person => rolesLine(person.roles) },
  {
    id: 'lock', head: words.columnLock, width: '190px',
    cell: person => person.lockedUntil === null ? words.free : <Badge tone="soon">{words.lockedUntil(formatTime(person.lockedUntil))}</Badge>,
  },
]

/** Who may sign in here; somebody new gets a name, somebody who forgot gets a new PIN. */
export function PeoplePart() {
  const names = useSession(state => state.names)
  const [chosen, setChosen] = useState<string | null>(null)
  const person = names.find(({ id }) => id === chosen)
  return (
    <>
      <List
        caption={words.peopleCaption} columns={COLUMNS} rows={names} keyOf={({ id }) => id} chosen={chosen ?? undefined}
        onOpen={({ id }) => { setChosen(id) }}
      />
      <PersonForm key={chosen ?? ''} person={person} onNew={() => { setChosen(null) }} />
    </>
  )
}
