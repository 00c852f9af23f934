import { useRef, useState, type ReactNode } from 'react'
import { normalise } from '../../../shared/base/text.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { OfficePerson } from '../../../shared/bridge/people-api.ts'
import { RoleBoxes } from '../../parts/RoleBoxes.tsx'
import { SaveLine } from '../../parts/SaveLine.tsx'
import { useSaving } from '../../parts/use-saving.ts'
import { people } from '../../state/people.ts'
import { peopleWords as words } from '../../text/people.ts'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { EMPTY_PERSON, personProblems, type PersonDraft, type PersonField, type PersonProblems } from './person-draft.ts'
import type { PartId } from './parts.ts'

/** One thing that can be written about a person: what it asks, what it says, what it does. */
interface Form {
  readonly fields: readonly PersonField[]
  readonly hint?: (name: string) => string
  readonly label: string
  readonly said: (name: string) => string
  readonly save: (draft: PersonDraft, person: Pick<OfficePerson, 'id'>) => Promise<Result<unknown>>
}

export type FormId = 'add' | Exclude<PartId, 'work'>

const FORMS: Readonly<Record<FormId, Form>> = {
  'add': {
    fields: ['name', 'roles', 'pin', 'pinAgain'], label: words.add, said: words.added,
    save: ({ name, roles, pin }) => people.appoint({ name: normalise(name), roles, pin }),
  },
  'roles': {
    fields: ['roles'], hint: () => words.rolesHint, label: words.changeRoles, said: words.rolesChanged,
    save: ({ roles }, { id }) => people.changeRoles(id, roles),
  },
  'pin': { fields: ['pin', 'pinAgain'], label: words.setPin, said: words.pinSet, save: ({ pin }, { id }) => people.setPin(id, pin) },
  'own-pin': {
    fields: ['currentPin', 'pin', 'pinAgain'], hint: () => words.ownPinHint, label: words.changeOwnPin, said: () => words.ownPinChanged,
    save: ({ currentPin, pin }) => people.changeOwnPin(currentPin, pin),
  },
  'withdraw': {
    fields: ['reason'], hint: words.withdrawHint, label: words.withdraw, said: words.withdrawn,
    save: ({ reason }, { id }) => people.withdraw(id, reason),
  },
}

export interface PersonFormProps {
  readonly id: FormId
  /** Whom it is about; undefined for somebody new. */
  readonly person: OfficePerson | undefined
  readonly onSaved: (said: string) => void
}

/** A form about a person. PINs are gone from it as soon as they were sent. */
export function PersonForm({ id, person, onSaved }: PersonFormProps) {
  const { fields, hint, label, said, save } = FORMS[id]
  const begin: PersonDraft = person === undefined ? EMPTY_PERSON : { ...EMPTY_PERSON, name: person.name, roles: person.roles }
  const [draft, setDraft] = useState(begin)
  const [problems, setProblems] = useState<PersonProblems>({})
  const body = useRef<HTMLDivElement>(null)
  const saving = useSaving()

  function change(changes: Partial<PersonDraft>): void {
    saving.touch()
    setDraft({ ...draft, ...changes })
  }
  async function run(): Promise<void> {
    const found = personProblems(draft, fields)
    setProblems(found)
    if (Object.keys(found).length > 0) {
      requestAnimationFrame(() => { body.current?.querySelector<HTMLElement>('[aria-invalid], [type=checkbox]')?.focus() })
      return
    }
    const isSaved = await saving.save(() => save(draft, person ?? { id: '' }), said(normalise(draft.name)))
    setDraft(isSaved && id === 'add' ? EMPTY_PERSON : { ...draft, currentPin: '', pin: '', pinAgain: '', ...(isSaved && { reason: '' }) })
    if (isSaved) onSaved(said(normalise(draft.name)))
  }
  const sentence = (field: PersonField): string | undefined => {
    const code = problems[field]
    return code === undefined ? undefined : words.problems[code]
  }
  const shows: Readonly<Partial<Record<PersonField, ReactNode>>> = {
    name: <Field label={words.name} maxLength={200} value={draft.name} problem={sentence('name')} onText={name => { change({ name }) }} />,
    roles: <RoleBoxes label={words.roles} roles={draft.roles} problem={sentence('roles')} onChange={roles => { change({ roles }) }} />,
    reason: <Field label={words.reason} maxLength={1000} value={draft.reason} problem={sentence('reason')} onText={reason => { change({ reason }) }} />,
    currentPin: <PinField label={words.currentPin} value={draft.currentPin} problem={sentence('currentPin')} onText={currentPin => { change({ currentPin }) }} />,
    pin: <PinField label={id === 'add' ? words.pin : words.newPin} value={draft.pin} problem={sentence('pin')} onText={pin => { change({ pin }) }} />,
    pinAgain: <PinField label={id === 'add' ? words.pinAgain : words.newPinAgain} value={draft.pinAgain} problem={sentence('pinAgain')} onText={pinAgain => { change({ pinAgain }) }} />,
  }

  return (
    <div ref={body}>
      <EnterMoves className="pad stack form">
        {hint !== undefined && <p className="small muted">{hint(draft.name)}</p>}
        {fields.map(field => <div key={field} className={field.toLowerCase().includes('pin') ? 'pin-field' : undefined}>{shows[field]}</div>)}
        <SaveLine saving={saving} label={label} onSave={() => { void run() }} />
      </EnterMoves>
    </div>
  )
}

interface PinFieldProps {
  readonly label: string
  readonly value: string
  readonly problem: string | undefined
  readonly onText: (pin: string) => void
}

function PinField({ label, value, problem, onText }: PinFieldProps) {
  return (
    <Field
      label={label} type="password" inputMode="numeric" maxLength={6} autoComplete="new-password" value={value}
      problem={problem} onText={pin => { onText(pin.replace(/\D/g, '')) }}
    />
  )
}
