import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface LabelledProps {
  readonly label: string
  /** Where the value came from, at the right of the label: "từ thẻ căn cước". */
  readonly from?: string | undefined
  readonly hint?: ReactNode
  /** One sentence about what must or should be put right. */
  readonly problem?: string | undefined
  /** Ids of further sentences about this field, such as a warning shared by two. */
  readonly describedBy?: string | undefined
  readonly className?: string | undefined
}

export interface ControlIds {
  readonly id: string
  readonly describedBy: string | undefined
}

/** A label above a control, its source, its hint and its problem, tied together for readers. */
export function Labelled({ label, from, hint, problem, describedBy, className, children }: LabelledProps & {
  readonly children: (ids: ControlIds) => ReactNode
}) {
  const id = useId()
  const described = [from !== undefined && `${id}-from`, hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`, describedBy]
  return (
    <div className={classNames('field', className)}>
      <span className="l">
        <label htmlFor={id}>{label}</label>
        {from !== undefined && <span className="from" id={`${id}-from`}>{from}</span>}
      </span>
      {children({ id, describedBy: classNames(...described) || undefined })}
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {problem !== undefined && <p className="trouble" id={`${id}-problem`}>{problem}</p>}
    </div>
  )
}
