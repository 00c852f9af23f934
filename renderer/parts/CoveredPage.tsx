import { useState } from 'react'
import type { Problem, Result } from '../../shared/base/result.ts'
import { pagesText as t } from '../text/pages.ts'
import { problemText } from '../text/problems.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'

export interface CoveredPageProps {
  /** Why it is covered, and what a look is followed by. */
  readonly why?: string
  /** False where the focus walks on over pages. */
  readonly takesFocus?: boolean
  /** Resolves when the look is on record (rules U3, U5). */
  readonly onLook: (reason: string) => Promise<Result<unknown>>
  readonly onUncovered: () => void
}

/** In place of the image of an ID card: it is uncovered once somebody has said why, and that is written down. */
export function CoveredPage({ why = t.covered, takesFocus = true, onLook, onUncovered }: CoveredPageProps) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  async function look(): Promise<void> {
    const looked = await onLook(reason)
    if (looked.ok) onUncovered()
    else setProblem(looked.problem)
  }
  return (
    <form
      className="page-cover pad stack"
      onSubmit={event => {
        event.preventDefault()
        void look()
      }}
    >
      <p>{why}</p>
      <Field
        label={t.whyLook} value={reason} maxLength={200} autoFocus={takesFocus}
        {...(problem === null ? {} : { problem: problemText(problem) })}
        onText={text => {
          setReason(text)
          setProblem(null)
        }}
      />
      <div><Button submit unavailable={reason.trim() === ''}>{t.look}</Button></div>
    </form>
  )
}
