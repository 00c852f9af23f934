import { useId } from 'react'
import { RoleBoxes } from '../../parts/RoleBoxes.tsx'
import { firstStartWords as words } from '../../text/first-start.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import type { PersonDraft } from './draft.ts'

export interface PersonCardProps {
  readonly number: number
  readonly person: PersonDraft
  readonly problemOf: (field: 'name' | 'roles' | 'pin' | 'pinAgain') => string | undefined
  readonly onChange: (changes: Partial<PersonDraft>) => void
  /** Undefined for the one person there must be. */
  readonly onRemove: (() => void) | undefined
}

/** One person: name, PIN twice, what they do. */
export function PersonCard({ number, person, problemOf, onChange, onRemove }: PersonCardProps) {
  const id = useId()
  return (
    <section className="person" aria-labelledby={id}>
      <div className="row">
        <h3 id={id}>{words.personTitle(number)}</h3>
        {onRemove !== undefined && <span className="end"><Button size="small" kind="quiet" onClick={onRemove}>{words.remove}</Button></span>}
      </div>
      <div className="person-fields">
        <Field
          label={words.name} maxLength={200} value={person.name} problem={problemOf('name')}
          onText={name => { onChange({ name }) }}
        />
        <Field
          label={words.pin} type="password" inputMode="numeric" maxLength={6} autoComplete="new-password" value={person.pin}
          problem={problemOf('pin')} onText={pin => { onChange({ pin: digits(pin) }) }}
        />
        <Field
          label={words.pinAgain} type="password" inputMode="numeric" maxLength={6} autoComplete="new-password" value={person.pinAgain}
          problem={problemOf('pinAgain')} onText={pinAgain => { onChange({ pinAgain: digits(pinAgain) }) }}
        />
      </div>
      <RoleBoxes label={words.roles} roles={person.roles} problem={problemOf('roles')} onChange={roles => { onChange({ roles }) }} />
    </section>
  )
}

function digits(text: string): string {
  return text.replace(/\D/g, '')
}
