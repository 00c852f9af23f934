import { useId } from 'react'
import { classNames } from './class-names.ts'
import type { Choice } from './Select.tsx'

export interface RadioGroupProps<V extends string> {
  readonly label: string
  /** Beside the choices instead of above them. */
  readonly inline?: boolean
  readonly value: V | null
  readonly choices: readonly Choice<V>[]
  readonly onChoose: (value: V) => void
  readonly skip?: boolean
  readonly className?: string
}

/** One of a few, all in view; arrows choose. */
export function RadioGroup<V extends string>({ label, inline, value, choices, onChoose, skip, className }: RadioGroupProps<V>) {
  const name = useId()
  return (
    <div className={classNames('radios', inline === true && 'inline', className)} role="radiogroup" aria-labelledby={`${name}-label`}>
      <span className="l" id={`${name}-label`}>{label}</span>
      <div className="choices">
        {choices.map(choice => (
          <label className="choice" key={choice.value}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              data-skip={skip === true ? '' : undefined}
              onChange={() => { onChoose(choice.value) }}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </div>
  )
}
