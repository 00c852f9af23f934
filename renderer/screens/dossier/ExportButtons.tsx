import type { ExportRequest } from '../../../shared/bridge/main-api.ts'
import type { ReceivedPaper } from '../../../shared/papers/paper.ts'
import { useOffice } from '../../state/office.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { Button } from '../../ui/Button.tsx'

export interface ExportButtonsProps {
  /** Null for the whole dossier. */
  readonly paper: ReceivedPaper | null
  readonly onExport: (paper: string | null, to: ExportRequest['to']) => void
}

/** Pages as a file; on paper too where this desk has a printer. */
export function ExportButtons({ paper, onExport }: ExportButtonsProps) {
  const hasPrinter = useOffice(state => state.view?.device.printer != null)
  const id = paper?.id ?? null
  return (
    <>
      {paper === null
        ? <Button size="small" shortcut="Control+S" onClick={() => { onExport(id, 'pdf') }}>{t.savePages}<span className="sr">{t.ofAllPages}</span></Button>
        : <Button size="small" aria-label={t.savePagesOf(paper.name)} onClick={() => { onExport(id, 'pdf') }}>{t.savePages}</Button>}
      {hasPrinter && (
        <Button size="small" aria-label={t.printPagesOf(paper?.name)} onClick={() => { onExport(id, 'printer') }}>{t.printPages}</Button>
      )}
    </>
  )
}
