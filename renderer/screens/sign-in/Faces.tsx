import type { SignInName } from '../../../shared/bridge/main-api.ts'
import { rolesLine } from '../../text/roles.ts'
import { signInWords as words } from '../../text/sign-in.ts'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { REACHABLE } from './shown-people.ts'

export interface FacesProps {
  readonly labelledBy: string
  readonly people: readonly SignInName[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  /** Half-typed intakes of each, by user id. */
  readonly draftsOf: ReadonlyMap<string, number>
}

/** The names of this office, as one group of choices. */
export function Faces({ labelledBy, people, chosen, onChoose, draftsOf }: FacesProps) {
  const stop = people.some(({ id }) => id === chosen) ? chosen : people[0]?.id
  return (
    <div className="people" role="radiogroup" aria-labelledby={labelledBy}>
      {people.map((person, i) => (
        <button
          key={person.id}
          id={`face-${person.id}`}
          type="button"
          className="face"
          role="radio"
          aria-checked={person.id === chosen}
          aria-keyshortcuts={i < REACHABLE ? `Alt+${String(i + 1)}` : undefined}
          tabIndex={person.id === stop ? 0 : -1}
          onClick={() => { onChoose(person.id) }}
        >
          <b>{person.name}</b>
          <span>{rolesLine(person.roles)}</span>
          {draftsOf.has(person.id) && <span className="half-typed">{words.drafts(draftsOf.get(person.id) ?? 0)}</span>}
          {i < REACHABLE && <KeyCap>{String(i + 1)}</KeyCap>}
        </button>
      ))}
    </div>
  )
}
