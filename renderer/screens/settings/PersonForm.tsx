import { useEffect, useRef, useState } from 'react'
import { normalise } from '../../../shared/base/text.ts'
import type { SignInName } from '../../../shared/bridge/main-api.ts'
import { RoleBoxes } from '../../parts/RoleBoxes.tsx'
import { SaveLine } from '../../parts/SaveLine.tsx'
import { useSaving } from '../../parts/use-saving.ts'
import { settings } from '../../state/settings.ts'
import { settingsWords as words } from '../../text/settings.ts'
import { Button } from '../../ui/Button.tsx'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { EMPTY_PERSON, personProblems, type PersonDraft, type PersonProblems } from './person-draft.ts'

export interface PersonFormProps {
  /** Whose PIN is set anew; undefined for somebody new. */
  readonly person: SignInName | undefined
  readonly onNew: () => void
}

/** Somebody new, or a new PIN for somebody who forgot. */
export function PersonForm({ person, onNew }: PersonFormProps) {
  const [draft, setDraft] = useState(EMPTY_PERSON)
  const [problems, setProblems] = useState<PersonProblems>({})
  const saving = useSaving()
  const pinField = useRef<HTMLInputElement>(null)
  const isNew = person === undefined
  useEffect(() => { if (!isNew) pinField.current?.focus() }, [isNew])

  function change(changes: Partial<PersonDraft>): void {
    saving.touch()
    setDraft({ ...draft, ...changes })
  }
  async function save(): Promise<void> {
    const found = personProblems(draft, !isNew)
    setProblems(found)
    if (Object.keys(found).length > 0) return
    const name = isNew ? normalise(draft.name) : person.name
    const saved = isNew
      ? await saving.save(() => settings.appoint({ name, roles: draft.roles, pin: draft.pin }), words.appointed(name))
      : await saving.save(() => settings.setPin(person.id, draft.pin), words.pinSet(name))
    if (saved) setDraft(EMPTY_PERSON)
  }
  const sentence = (field: keyof PersonDraft): string | undefined => {
    const code = problems[field]
    return code === undefined ? undefined : words.personProblems[code]
  }

  return (
    <EnterMoves className="pad stack form person-form">
      <div className="row">
        <h2>{isNew ? words.newPerson : words.newPin(person.name)}</h2>
        {!isNew && <span className="end"><Button size="small" kind="quiet" onClick={onNew}>{words.backToNew}</Button></span>}
      </div>
      {isNew && <Field label={words.name} maxLength={200} value={draft.name} problem={sentence('name')} onText={name => { change({ name }) }} />}
      {isNew && <RoleBoxes label={words.roles} roles={draft.roles} problem={sentence('roles')} onChange={roles => { change({ roles }) }} />}
      <div className="grid2">
        <Field
          ref={pinField} label={words.pin} type="password" inputMode="numeric" maxLength={6} autoComplete="new-password" value={draft.pin}
          problem={sentence('pin')} onText={pin => { change({ pin: pin.replace(/\D/g, '') }) }}
        />
        <Field
          label={words.pinAgain} type="password" inputMode="numeric" maxLength={6} autoComplete="new-password" value={draft.pinAgain}
          problem={sentence('pinAgain')} onText={pinAgain => { change({ pinAgain: pinAgain.replace(/\D/g, '') }) }}
        />
      </div>
      <SaveLine saving={saving} label={isNew ? words.appoint : words.setPin} onSave={() => { void save() }} />
    </EnterMoves>
  )
}
