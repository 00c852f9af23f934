import type { Problem } from '../../shared/base/result.ts'
import { problemText } from '../text/problems.ts'
import { saving } from '../text/saving.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'

export interface SaveFailedProps {
  readonly problem: Problem
  readonly onRetry: () => void
}

/** Stands at the main button after a save that did not come through; stays until one does. */
export function SaveFailed({ problem, onRetry }: SaveFailedProps) {
  return (
    <Message tone="late" role="alert" title={saving.failed} acts={<Button size="small" shortcut="F9" onClick={onRetry}>{saving.again}</Button>}>
      {problem.code === 'program/failed' ? saving.failedRest(numberOf(problem)) : problemText(problem)}
    </Message>
  )
}

function numberOf(problem: Problem): number | null {
  return 'number' in problem && typeof problem.number === 'number' ? problem.number : null
}
