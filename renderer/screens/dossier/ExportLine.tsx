import { dossierText as t } from '../../text/dossier.ts'
import { problemText } from '../../text/problems.ts'
import { Message } from '../../ui/Message.tsx'
import type { Exporting } from './use-export.ts'

/** What came of giving out pages; it stays until the next time. */
export function ExportLine({ exporting }: { readonly exporting: Exporting }) {
  switch (exporting.kind) {
    case 'none': return null
    case 'going': return <Message tone="plain" role="status">{t.exporting[exporting.to]}</Message>
    case 'stuck': return <Message tone="soon" role="status" title={t.notExported}>{problemText(exporting.problem)}</Message>
    case 'done': return (
      <Message tone="plain" role="status">
        {exporting.file === null ? t.pagesPrinted(exporting.pages) : t.pagesSaved(exporting.pages, exporting.file)}
      </Message>
    )
  }
}
