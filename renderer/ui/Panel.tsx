import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface PanelProps {
  readonly title: string
  /** The number of the step in a chain of parts: filled where the cursor is, hollow when done. */
  readonly step?: { readonly number: number; readonly state: 'now' | 'done' | 'ahead' }
  /** Second line at the right of the title. */
  readonly note?: ReactNode
  /** Buttons at the end of the head. */
  readonly end?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A sheet with a head; F6 goes from one to the next. */
export function Panel({ title, step, note, end, className, children }: PanelProps) {
  const id = useId()
  return (
    <section className={classNames('panel', className)} aria-labelledby={id} data-part="">
      <header className="panel-h">
        {step !== undefined && <span className={classNames('step', step.state !== 'ahead' && step.state)} aria-hidden="true">{step.number}</span>}
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span className="muted small">{note}</span>}
        {end !== undefined && <span className="end">{end}</span>}
      </header>
      {children}
    </section>
  )
}
