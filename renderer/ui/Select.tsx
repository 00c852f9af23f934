import { Labelled, type LabelledProps } from './Labelled.tsx'

export interface Choice<V extends string = string> {
  readonly value: V
  readonly label: string
}

export interface SelectProps<V extends string> extends LabelledProps {
  readonly value: V
  readonly choices: readonly Choice<V>[]
  readonly onChoose: (value: V) => void
  readonly skip?: boolean
}

/** One of a few, in a closed list; the system's own list opens. */
export function Select<V extends string>({ value, choices, onChoose, skip, ...labelled }: SelectProps<V>) {
  return (
    <Labelled {...labelled}>
      {ids => (
        <select
          id={ids.id}
          className="in"
          aria-describedby={ids.describedBy}
          data-skip={skip === true ? '' : undefined}
          value={value}
          onChange={event => {
            const chosen = choices[event.currentTarget.selectedIndex]
            if (chosen !== undefined) onChoose(chosen.value)
          }}
        >
          {choices.map(choice => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
        </select>
      )}
    </Labelled>
  )
}
