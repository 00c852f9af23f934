import { useEffect, useState } from 'react'
import { dayOfInstant } from '../../../shared/base/day.ts'
import type { OfficePerson } from '../../../shared/bridge/people-api.ts'
import { mayDo } from '../../../shared/users/role.ts'
import { Screen, type ScreenKey } from '../../parts/Screen.tsx'
import { useProgram } from '../../state/program.ts'
import { useSession } from '../../state/session.ts'
import { peopleWords as words } from '../../text/people.ts'
import { problemText } from '../../text/problems.ts'
import { fieldsIn, focusField } from '../../ui/focusable.ts'
import { Message } from '../../ui/Message.tsx'
import { pressMain } from '../../ui/press-main.ts'
import { Panel } from '../../ui/Panel.tsx'
import { partsFor, type PartId } from './parts.ts'
import { PeopleList } from './PeopleList.tsx'
import { PersonForm } from './PersonForm.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { usePeople } from './use-people.ts'
import './people.css'

/** Người dùng: who works here, what each may do, and what they did; everybody finds their own day and PIN here. */
export function PeopleScreen() {
  const who = useSession(state => state.who)
  const now = useProgram(state => state.now)
  return who === null || now === null ? null : <People me={who} today={dayOfInstant(now)} />
}

interface PeopleProps {
  readonly me: NonNullable<ReturnType<typeof useSession.getState>['who']>
  readonly today: string
}

function People({ me, today }: PeopleProps) {
  const manages = mayDo(me.roles, 'user/manage')
  const { people, problem, reload } = usePeople(manages)
  const [chosen, setChosen] = useState(me.id)
  const [part, setPart] = useState<PartId | undefined>(undefined)
  const [said, setSaid] = useState<string | null>(null)
  const person = manages ? people?.find(({ id }) => id === chosen) : asPerson(me)
  const parts = person === undefined ? [] : partsFor(person, me)
  const first = parts[0] === 'work' && chosen !== me.id ? undefined : parts[0]
  const shown = part !== undefined && parts.includes(part) ? part : first
  useEffect(() => { if (chosen === NEW) focusFirstIn('new-person') }, [chosen])

  function open(id: string): void {
    setChosen(id)
    setPart(undefined)
    setSaid(null)
    focusFirstIn('person-part')
  }
  function saved(sentence: string): void {
    if (shown === 'withdraw') setSaid(sentence)
    void reload()
  }
  function openPart(id: PartId): void {
    setPart(id)
    focusFirstIn('person-part')
  }
  const mainLabel = chosen === NEW ? words.add : shown === undefined || shown === 'work' ? undefined : words.part[shown]
  const keys: readonly ScreenKey[] = [
    ...(mainLabel === undefined ? [] : [{ shortcut: 'F9', label: mainLabel, act: pressMain, main: true }]),
    ...(manages ? [{ shortcut: 'F8', label: words.addKey, act: () => { setChosen(NEW) } }, { cap: '↑ ↓', label: words.rows }] : []),
    ...parts.map((id, i) => ({ shortcut: `Control+${String(i + 1)}`, act: () => { openPart(id) } })),
    ...(parts.length > 1 ? [{ cap: `Ctrl+1…${String(parts.length)}`, label: words.goToPart }] : []),
  ]
  return (
    <Screen title={words.title} showTitle={!manages} help={words.help} keys={keys} ready={!manages || people !== null}>
      {problem !== null && <Message tone="soon" role="status">{problemText(problem)}</Message>}
      {said !== null && <Message tone="plain" role="status">{said}</Message>}
      <div className={manages ? 'people-screen' : 'people-screen alone'}>
        {manages && (people === null
          ? <p role="status">{words.opening}</p>
          : <PeopleList people={people} me={me.id} chosen={chosen} onOpen={open} onAdd={() => { setChosen(NEW) }} />)}
        {chosen === NEW && manages && (
          <Panel title={words.newTitle} className="person">
            <div id="new-person"><PersonForm id="add" person={undefined} onSaved={() => { void reload() }} /></div>
          </Panel>
        )}
        {person !== undefined && parts.length > 0 && (
          <PersonPanel
            key={person.id} person={person} me={me.id} today={today} parts={parts} shown={shown} onPart={openPart} onSaved={saved}
          />
        )}
      </div>
    </Screen>
  )
}

/** No user is called so: their names in the record are digits and small letters. */
const NEW = '+'

/** Oneself, for whoever sees nobody else. */
function asPerson({ id, name, roles, lockedUntil }: PeopleProps['me']): OfficePerson {
  return { id, name, roles, lockedUntil, since: '', withdrawnAt: null, heldBack: [] }
}

function focusFirstIn(id: string): void {
  requestAnimationFrame(() => {
    const part = document.getElementById(id)
    const first = part === null ? undefined : fieldsIn(part)[0] ?? part.querySelector<HTMLElement>('input, button')
    if (first !== undefined && first !== null) focusField(first)
  })
}
