import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface CheckboxProps {
  readonly label: ReactNode
  /** The label is for readers only, as in a table whose row says it. */
  readonly bare?: boolean
  readonly checked: boolean
  readonly onTick: (checked: boolean) => void
  readonly skip?: boolean
}

/** Ticked by Space. */
export function Checkbox({ label, bare, checked, onTick, skip }: CheckboxProps) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={checked}
        data-skip={skip === true ? '' : undefined}
        onChange={event => { onTick(event.currentTarget.checked) }}
      />
      <span className={classNames(bare === true && 'sr')}>{label}</span>
    </label>
  )
}
