import type { Ref, TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import { Labelled, type LabelledProps } from './Labelled.tsx'

export interface TextAreaProps extends LabelledProps, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof LabelledProps | 'onChange'> {
  readonly value: string
  readonly onText: (text: string) => void
  readonly warn?: boolean
  readonly skip?: boolean
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** A field of two lines or more; Enter still moves on. */
export function TextArea({ label, from, hint, problem, describedBy, className, value, onText, warn, skip, ref, ...rest }: TextAreaProps) {
  return (
    <Labelled {...{ label, from, hint, problem, describedBy, className }}>
      {ids => (
        <textarea
          spellCheck={false}
          {...rest}
          ref={ref}
          id={ids.id}
          className={classNames('in', (warn === true || problem !== undefined) && 'warn')}
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
