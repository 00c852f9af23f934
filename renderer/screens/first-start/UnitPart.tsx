import { searchUnits } from '../../../shared/units/unit.ts'
import { firstStartWords as words } from '../../text/first-start.ts'
import { Combobox } from '../../ui/Combobox.tsx'
import { Field } from '../../ui/Field.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Draft } from './draft.ts'

const SHOWN = 8

export interface UnitPartProps {
  readonly draft: Draft
  readonly problemOf: (field: 'unit' | 'deskNumber' | 'desk') => string | undefined
  readonly onChange: (changes: Partial<Draft>) => void
  readonly onDeskNumber: (text: string) => void
}

/** Which of the 103, and which desk. */
export function UnitPart({ draft, problemOf, onChange, onDeskNumber }: UnitPartProps) {
  const found = draft.unitText === '' ? [] : searchUnits(draft.unitText).slice(0, SHOWN)
  return (
    <Panel title={words.unitPart} step={{ number: 1, state: draft.unit === null ? 'now' : 'done' }}>
      <div className="pad stack">
        <Combobox
          label={words.unit}
          hint={words.unitHint}
          nothing={words.unitNothing}
          problem={problemOf('unit')}
          text={draft.unitText}
          onText={unitText => { onChange({ unitText, unit: null }) }}
          options={found.map(unit => ({
            id: unit.code,
            content: <span>{unit.name}<span className="muted small"> · {words.unitWas(unit.oldDistricts.join(', '))}</span></span>,
          }))}
          onChoose={code => {
            const unit = found.find(one => one.code === code)
            if (unit !== undefined) onChange({ unit: unit.code, unitText: unit.name })
          }}
        />
        <div className="grid2">
          <Field
            label={words.deskNumber} inputMode="numeric" maxLength={2} value={draft.deskNumber}
            problem={problemOf('deskNumber')} onText={onDeskNumber}
          />
          <Field
            label={words.deskName} maxLength={100} value={draft.desk}
            problem={problemOf('desk')} onText={desk => { onChange({ desk }) }}
          />
        </div>
        <p className="small muted">{words.deskNumberHint}</p>
      </div>
    </Panel>
  )
}
