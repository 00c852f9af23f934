import type { InputHTMLAttributes, Ref } from 'react'
import { classNames } from './class-names.ts'
import { Labelled, type LabelledProps } from './Labelled.tsx'

export interface FieldProps extends LabelledProps, Omit<InputHTMLAttributes<HTMLInputElement>, keyof LabelledProps | 'onChange' | 'size'> {
  readonly value: string
  readonly onText: (text: string) => void
  /** Something to look at again that does not block. */
  readonly warn?: boolean
  readonly big?: boolean
  /** Already filled and right: Enter passes over it. */
  readonly skip?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** A one-line field. Its line is as tall as itself, or the tilde of NGUYỄN is cut. */
export function Field({ label, from, hint, problem, describedBy, className, value, onText, warn, big, skip, ref, ...rest }: FieldProps) {
  return (
    <Labelled {...{ label, from, hint, problem, describedBy, className }}>
      {ids => (
        <input
          autoComplete="off"
          spellCheck={false}
          {...rest}
          ref={ref}
          id={ids.id}
          className={classNames('in', big === true && 'big', (warn === true || problem !== undefined) && 'warn')}
          aria-describedby={ids.describedBy}
          aria-invalid={problem === undefined ? undefined : true}
          data-skip={skip === true ? '' : undefined}
          value={value}
          onChange={event => { onText(event.currentTarget.value) }}
        />
      )}
    </Labelled>
  )
}
