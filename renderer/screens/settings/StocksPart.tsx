import { useEffect, useState } from 'react'
import type { StockView } from '../../../shared/bridge/main-api.ts'
import { report } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { SaveLine } from '../../parts/SaveLine.tsx'
import { useSaving } from '../../parts/use-saving.ts'
import { useSession } from '../../state/session.ts'
import { stockWords as words } from '../../text/stocks.ts'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { StockLine } from './StockLine.tsx'

const EMPTY = { form: '', symbol: '', from: '', to: '', taxNumber: '', keeper: '' }

/** Gives this desk its numbered fee receipts, and shows what became of each stock (rule M3). */
export function StocksPart() {
  const [draft, setDraft] = useState(EMPTY)
  const [stocks, setStocks] = useState<readonly StockView[]>([])
  const names = useSession(state => state.names)
  const saving = useSaving()
  const load = (): void => { main.office.stocks().then(setStocks, (reason: unknown) => { void report(reason) }) }
  useEffect(load, [])

  async function give(): Promise<void> {
    const isGiven = await saving.save(() => main.desk.do({ verb: 'stock/give', input: draft }), words.given)
    if (isGiven) setDraft({ ...EMPTY, form: draft.form, symbol: draft.symbol, taxNumber: draft.taxNumber })
    load()
  }
  function field(name: Exclude<keyof typeof EMPTY, 'keeper'>, max: number) {
    return (
      <Field
        label={words[name]} maxLength={max} value={draft[name]} inputMode={name === 'from' || name === 'to' ? 'numeric' : 'text'}
        onText={text => {
          saving.touch()
          setDraft({ ...draft, [name]: text })
        }}
      />
    )
  }

  return (
    <div className="pad stack">
      <EnterMoves className="stack form">
        <h2>{words.give}</h2>
        <p className="small muted">{words.giveHint}</p>
        <div className="grid2">{field('form', 50)}{field('symbol', 50)}</div>
        <div className="grid2">{field('from', 9)}{field('to', 9)}</div>
        <div className="grid2">
          <Select
            label={words.keeper} value={draft.keeper} onChoose={keeper => { setDraft({ ...draft, keeper }) }}
            choices={[{ value: '', label: words.everybody }, ...names.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          {field('taxNumber', 20)}
        </div>
        <SaveLine saving={saving} label={words.save} onSave={() => { void give() }} />
      </EnterMoves>
      <h2>{words.stocks}</h2>
      {stocks.length === 0
        ? <p className="small muted">{words.nothing}</p>
        : <ul className="stack stocks">{stocks.map(stock => <StockLine key={stock.subject} stock={stock} onChanged={load} />)}</ul>}
    </div>
  )
}
