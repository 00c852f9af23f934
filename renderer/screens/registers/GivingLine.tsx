import { problemText } from '../../text/problems.ts'
import { registers as t } from '../../text/registers.ts'
import { Message } from '../../ui/Message.tsx'
import type { Giving } from './use-giving.ts'

/** What came of the last file, print or signature; it stays until the next. */
export function GivingLine({ giving }: { readonly giving: Giving }) {
  switch (giving.kind) {
    case 'none': return null
    case 'going': return <Message tone="plain" role="status">{t.going[giving.what]}</Message>
    case 'done': return <Message tone="plain" role="status">{giving.words}</Message>
    case 'stuck': return <Message tone="soon" role="status" title={t.notDone}>{problemText(giving.problem)}</Message>
  }
}
