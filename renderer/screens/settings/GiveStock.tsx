import { useState } from 'react'
import { main } from '../../main-api.ts'
import { SaveLine } from '../../parts/SaveLine.tsx'
import { useSaving } from '../../parts/use-saving.ts'
import { useSession } from '../../state/session.ts'
import { stockWords as words } from '../../text/stocks.ts'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'

const EMPTY = { form: '', symbol: '', from: '', to: '', taxNumber: '', keeper: '' }

/** A stock as its cover says it, given to this desk or to one person at it (rule M3). */
export function GiveStock() {
  const [draft, setDraft] = useState(EMPTY)
  const names = useSession(state => state.names)
  const saving = useSaving()

  function change(changes: Partial<typeof EMPTY>): void {
    saving.touch()
    setDraft({ ...draft, ...changes })
  }
  async function give(): Promise<void> {
    const isGiven = await saving.save(() => main.desk.do({ verb: 'stock/give', input: draft }), words.given(draft.symbol, draft.from, draft.to))
    if (isGiven) setDraft({ ...EMPTY, form: draft.form, symbol: draft.symbol, taxNumber: draft.taxNumber })
  }
  function field(name: Exclude<keyof typeof EMPTY, 'keeper'>, max: number) {
    return (
      <Field
        label={words[name]} maxLength={max} value={draft[name]} inputMode={name === 'from' || name === 'to' ? 'numeric' : 'text'}
        onText={text => { change({ [name]: text }) }}
      />
    )
  }

  return (
    <EnterMoves className="stack form">
      <h2>{words.give}</h2>
      <p className="small muted">{words.giveHint}</p>
      <div className="grid2">{field('form', 50)}{field('symbol', 50)}</div>
      <div className="grid2">{field('from', 9)}{field('to', 9)}</div>
      <div className="grid2">
        <Select
          label={words.keeper} value={draft.keeper} onChoose={keeper => { change({ keeper }) }}
          choices={[{ value: '', label: words.everybody }, ...names.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {field('taxNumber', 20)}
      </div>
      <SaveLine saving={saving} label={words.save} onSave={() => { void give() }} />
    </EnterMoves>
  )
}
