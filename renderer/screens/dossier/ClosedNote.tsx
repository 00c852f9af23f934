import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { endTitles } from '../../text/progress.ts'
import { Message } from '../../ui/Message.tsx'

/** Why a dossier is closed, or never was one; and whether its day of receipt is doubtful. */
export function ClosedNote({ dossier }: { readonly dossier: Dossier }) {
  const { state, reason = '', missingPapers = [], clockDoubted, ended } = dossier
  return (
    <>
      {clockDoubted && <Message tone="soon">{t.clockDoubted}</Message>}
      {(state === 'withdrawn' || state === 'stopped') && <Message tone="plain" title={endTitles[ended?.how ?? 'voided']}>{t.why(reason)}</Message>}
      {state === 'refused' && <Message tone="refused" title={t.refusedTitle}>{t.why(reason)}</Message>}
      {state === 'guided' && <Message tone="plain" title={t.guidedTitle}>{t.toBring(missingPapers.join('; '))} {t.groundOf(reason)}</Message>}
    </>
  )
}
