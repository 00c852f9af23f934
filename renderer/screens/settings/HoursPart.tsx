import { useState } from 'react'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { SaveLine } from '../../parts/SaveLine.tsx'
import { useSaving } from '../../parts/use-saving.ts'
import { settings } from '../../state/settings.ts'
import { settingsWords as words } from '../../text/settings.ts'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { draftToHours, hoursToDraft, type HoursDraft, type HoursDraftProblem } from './hours-draft.ts'

/** When this office works; what a due day is counted by. */
export function HoursPart({ view }: { readonly view: OfficeView }) {
  const [draft, setDraft] = useState(() => hoursToDraft(view.hours))
  const [problem, setProblem] = useState<HoursDraftProblem | null>(null)
  const saving = useSaving()

  function save(): void {
    const hours = draftToHours(draft)
    setProblem(hours.ok ? null : hours.problem)
    if (hours.ok) void saving.save(() => settings.changeHours(hours.value), words.savedHours)
  }
  function field(name: keyof HoursDraft, label: string) {
    return (
      <Field
        label={label} maxLength={5} inputMode="numeric" value={draft[name]}
        problem={problem?.field === name ? words.hourProblems[problem.code] : undefined}
        onText={text => {
          saving.touch()
          setDraft({ ...draft, [name]: text })
        }}
      />
    )
  }

  return (
    <EnterMoves className="pad stack form">
      <fieldset className="session">
        <legend>{words.morning}</legend>
        <div className="grid2">{field('morningFrom', words.from)}{field('morningUntil', words.until)}</div>
      </fieldset>
      <fieldset className="session">
        <legend>{words.afternoon}</legend>
        <div className="grid2">{field('afternoonFrom', words.from)}{field('afternoonUntil', words.until)}</div>
      </fieldset>
      {field('cutoff', words.cutoff)}
      <p className="small muted">{words.hoursHint}</p>
      <SaveLine saving={saving} label={words.save} onSave={save} />
    </EnterMoves>
  )
}
