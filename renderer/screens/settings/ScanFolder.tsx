import { useState } from 'react'
import type { ScannersView } from '../../../shared/bridge/scanning-api.ts'
import { main } from '../../main-api.ts'
import { doInTray } from '../../state/scan-tray.ts'
import { settings } from '../../state/settings.ts'
import { problemText } from '../../text/problems.ts'
import { scanText } from '../../text/scan.ts'
import { Button } from '../../ui/Button.tsx'

const t = scanText.setUp

/** Into which a scanner's own "scan to folder" saves: shown, and chosen by the system's own dialog. */
export function ScanFolder({ folder: { path, isUsual } }: { readonly folder: ScannersView['folder'] }) {
  const [said, say] = useState('')
  async function watch(folder: string | null): Promise<void> {
    const watched = await doInTray(() => main.scanning.watchFolder(folder))
    say(watched.ok ? t.folderSaved : problemText(watched.problem))
  }
  async function choose(): Promise<void> {
    const folder = await settings.chooseFolder()
    if (folder !== null) await watch(folder)
  }
  return (
    <div className="field">
      <span className="l">{t.folder}</span>
      <p className="folder">{path}</p>
      <div className="row">
        <Button size="small" onClick={() => { void choose() }}>{t.chooseFolder}</Button>
        {!isUsual && <Button size="small" kind="quiet" onClick={() => { void watch(null) }}>{t.usualFolder}</Button>}
      </div>
      <p className="hint">{t.folderHint}</p>
      <p role="status" className="small">{said}</p>
    </div>
  )
}
