import { saving as words } from '../text/saving.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { SaveFailed } from './SaveFailed.tsx'
import type { Saving } from './use-saving.ts'

export interface SaveLineProps {
  readonly saving: Saving
  readonly label: string
  readonly onSave: () => void
}

/** The main button of a form, and above it what came of the last press. */
export function SaveLine({ saving, label, onSave }: SaveLineProps) {
  return (
    <div className="stack save-line">
      {saving.problem !== null && <SaveFailed problem={saving.problem} onRetry={onSave} />}
      {saving.said !== null && <Message tone="plain" role="status">{saving.said}</Message>}
      <div className="row">
        <Button kind="main" shortcut="F9" onClick={onSave}>{label}</Button>
        <span className="small muted" role="status">{saving.busy ? words.now : ''}</span>
      </div>
    </div>
  )
}
