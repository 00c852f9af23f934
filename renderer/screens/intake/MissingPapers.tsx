import { changeDraft } from '../../state/intake.ts'
import { intakeText as t } from '../../text/intake.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { beginOutcome } from './begin-outcome.ts'
import type { AskedPaper } from './case-view.ts'
import { focusAfter } from './focus-stop.ts'

/** Papers that must be handed in are not here: the clerk chooses, the machine does not. */
export function MissingPapers({ missing, isChosen }: { readonly missing: readonly AskedPaper[]; readonly isChosen: boolean }) {
  if (isChosen) return <p className="small" role="status">{t.willReceiveIncomplete(missing.length)}</p>
  return (
    <div data-field="missing">
      <Message
        tone="soon" role="status" className="tight"
        acts={(
          <>
            <Button size="small" onClick={() => { focusAfter(() => { changeDraft({ receiveIncomplete: true }) }, () => 'main') }}>{t.receiveIncomplete}</Button>
            <Button size="small" onClick={() => { focusAfter(() => { beginOutcome('guidance') }, () => 'reason') }}>{t.giveGuidance}</Button>
            <Button size="small" onClick={() => { focusAfter(() => { beginOutcome('refuse') }, () => 'reason') }}>{t.refuse}</Button>
          </>
        )}
      >
        {t.missing(missing.length, missing.map(paper => paper.title).join('; '))} {t.missingChoose}
      </Message>
    </div>
  )
}
