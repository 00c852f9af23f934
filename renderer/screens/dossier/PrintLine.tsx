import { dossierText as t } from '../../text/dossier.ts'
import { problemText } from '../../text/problems.ts'
import { Message } from '../../ui/Message.tsx'
import type { Printing } from './use-printing.ts'

/** What came of the last print; it stays until the next act. */
export function PrintLine({ printing }: { readonly printing: Printing }) {
  switch (printing.kind) {
    case 'none': return null
    case 'going': return <Message tone="plain" role="status">{t.printing(printing.form)}</Message>
    case 'stuck': return <Message tone="soon" role="status" title={t.notPrinted}>{problemText(printing.problem)}</Message>
    case 'done': return <Message tone="plain" role="status">{doneText(printing)}</Message>
  }
}

function doneText({ form, copy, file, isPdf }: Extract<Printing, { readonly kind: 'done' }>): string {
  if (!isPdf) return t.printed(form, copy)
  return file === null ? t.notSaved : t.savedPdf(form, file)
}
