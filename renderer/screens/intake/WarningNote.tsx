import { changeDraft } from '../../state/intake.ts'
import { intakeText } from '../../text/intake.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import type { IntakeWarning } from './warnings.ts'

/** The id that ties a warning to its fields for readers. */
export function warningElementId(warning: IntakeWarning): string {
  return `warning-${warning.kind}`
}

/** A second look beside its fields; it never blocks, and one press says that it was looked at. */
export function WarningNote({ warning }: { readonly warning: IntakeWarning }) {
  const { title, why, answer } = wordsOf(warning)
  const see = (): void => { changeDraft(({ seenWarnings }) => ({ seenWarnings: [...seenWarnings, warning.id] })) }
  return (
    <Message tone="soon" title={title} id={warningElementId(warning)} className="tight" acts={answer !== undefined && <Button size="small" onClick={see}>{answer}</Button>}>
      {why}
    </Message>
  )
}

function wordsOf(warning: IntakeWarning): { readonly title: string; readonly why: string; readonly answer?: string } {
  const t = intakeText
  switch (warning.kind) {
    case 'year-differs':
      return {
        title: t.yearMismatch, why: t.yearMismatchWhy(String(warning.typedYear), String(warning.numberYear), warning.isFromCard),
        answer: warning.isFromCard ? t.checkedCard : t.checkedPaper,
      }
    case 'sex-differs':
      return { title: t.sexMismatch, why: t.sexMismatchWhy(t.sexes[warning.numberSex]), answer: t.checkedPaper }
    case 'number-odd':
      return { title: t.numberOdd, why: t.numberOddWhy, answer: t.checkedPaper }
    case 'number-old':
      return { title: t.numberOld, why: t.numberOldWhy, answer: t.checkedPaper }
    case 'phone-odd':
      return { title: t.phoneOdd, why: t.phoneOddWhy, answer: t.checkedPaper }
    case 'date-odd':
      return { title: t.dateOdd, why: t.dateOddWhy }
    case 'date-ahead':
      return { title: t.dateAhead, why: t.dateAheadWhy, answer: t.checkedPaper }
  }
}
