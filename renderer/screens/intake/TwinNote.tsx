import { formatTime } from '../../../shared/base/day.ts'
import { changeDraft } from '../../state/intake.ts'
import { goTo } from '../../state/place.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useTwins } from './earlier.ts'
import type { IntakeView } from './use-intake-view.ts'

/** The same person, the same procedure, the same day (rule D6): worth a look, never a block. */
export function TwinNote({ intake }: { readonly intake: IntakeView }) {
  const { draft, today, view } = intake
  const twins = useTwins(draft.applicant, view?.procedureCode, today)
  const twin = twins.find(row => !draft.seenWarnings.includes(idOf(row.subject)))
  useKeys({ [OPEN]: () => twin !== undefined && openTwin(twin.subject) })
  if (twin === undefined) return null
  return (
    <Message
      tone="soon" role="status" className="tight"
      acts={(
        <>
          <Button size="small" shortcut={OPEN} onClick={() => { openTwin(twin.subject) }}>{t.open}</Button>
          <Button size="small" onClick={() => {
            changeDraft(({ seenWarnings }) => ({ seenWarnings: [...seenWarnings, idOf(twin.subject)] }))
          }}>{t.checkedTwin}</Button>
        </>
      )}
    >
      {t.twin(formatTime(twin.receivedAt), twin.desk, twin.code)}
    </Message>
  )
}

const OPEN = 'Control+O'

/** The form in hand stays; Esc comes back to it. */
function openTwin(subject: string): void {
  goTo('dossier', subject)
}

function idOf(subject: string): string {
  return `twin:${subject}`
}
