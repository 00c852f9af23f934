import { useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import type { ExportRequest } from '../../../shared/bridge/main-api.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { dossierText as t } from '../../text/dossier.ts'

/** What came of giving out pages the last time. */
export type Exporting =
  | { readonly kind: 'none' }
  | { readonly kind: 'going'; readonly to: ExportRequest['to'] }
  | { readonly kind: 'done'; readonly pages: number; readonly file: string | null }
  | { readonly kind: 'stuck'; readonly problem: Problem }

/** Gives out a paper's pages, or all of the dossier's: one request at a time. */
export function useExport(subject: string): {
  readonly exporting: Exporting
  readonly exportPages: (paper: string | null, to: ExportRequest['to']) => void
} {
  const [exporting, setExporting] = useState<Exporting>({ kind: 'none' })
  async function exportPages(paper: string | null, to: ExportRequest['to']): Promise<void> {
    if (exporting.kind === 'going') return
    setExporting({ kind: 'going', to })
    const answer = await ask(() => main.pages.export({ subject, paper, to, reason: t.exportReason[to] }))
    setExporting(!answer.ok ? { kind: 'stuck', problem: answer.problem } : answer.value === null ? { kind: 'none' } : { kind: 'done', ...answer.value })
  }
  return { exporting, exportPages: (paper, to) => { void exportPages(paper, to) } }
}
