import { useState } from 'react'
import type { ScanChoice, ScannerView, ScanSource } from '../../../shared/bridge/scanning-api.ts'
import { main } from '../../main-api.ts'
import { doInTray, useScanTray } from '../../state/scan-tray.ts'
import { problemText } from '../../text/problems.ts'
import { scanText } from '../../text/scan.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { AddScanner } from './AddScanner.tsx'
import { ScanFolder } from './ScanFolder.tsx'
import { TestPage } from './TestPage.tsx'

const t = scanText.setUp
const USUAL_DOTS = 200
const MORE_DOTS = 300

/** The scanner of this desk, chosen by its name and tried with one page; remembered. */
export function ScannerPart() {
  const { scanners, problem } = useScanTray()
  const [busy, setBusy] = useState('')
  if (scanners === null) return null
  const { chosen } = scanners
  const trouble = problem ?? scanners.problem
  const current = scanners.scanners.find(({ id }) => id === chosen?.scanner)
  async function look(): Promise<void> {
    setBusy(t.looking)
    await doInTray(async () => ({ ok: true, value: await main.scanning.lookForScanners() }))
    setBusy('')
  }
  async function choose(choice: ScanChoice): Promise<void> {
    const answer = await doInTray(() => main.scanning.choose(choice))
    setBusy(answer.ok ? t.saved : '')
  }
  async function chooseAdded(scanner: ScannerView): Promise<void> {
    await choose(usualFor(scanner))
    setBusy(t.added(scanner.name))
  }
  const change = (more: Partial<ScanChoice>): void => { if (chosen !== null) void choose({ ...chosen, ...more }) }
  return (
    <Panel title={t.title} end={<Button size="small" onClick={() => { void look() }}>{t.look}</Button>}>
      <div className="pad scanner-part">
        <p role="status" className="small">{busy}</p>
        {trouble !== null && <Message tone="soon">{problemText(trouble)}</Message>}
        {scanners.scanners.length === 0 && <p className="muted">{t.none}</p>}
        {scanners.scanners.length > 0 && (
          <fieldset>
            <legend>{t.choose}</legend>
            {scanners.scanners.map(scanner => (
              <label key={scanner.id} className="choice">
                <input type="radio" name="scanner" checked={scanner.id === chosen?.scanner} onChange={() => { void choose(usualFor(scanner)) }} />
                <span>{scanner.lentBy === null ? scanner.name : t.lentBy(scanner.name, scanner.lentBy)}</span>
              </label>
            ))}
          </fieldset>
        )}
        <AddScanner onAdded={scanner => { void chooseAdded(scanner) }} />
        <ScanFolder folder={scanners.folder} />
        {chosen !== null && current !== undefined && <>
          <fieldset>
            <legend>{t.source}</legend>
            {current.sources.map(source => (
              <label key={source} className="choice">
                <input type="radio" name="source" checked={source === chosen.source} onChange={() => { change({ source }) }} />
                <span>{t.sources[source]}</span>
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>{t.resolution}</legend>
            {[USUAL_DOTS, MORE_DOTS].map(resolution => (
              <label key={resolution} className="choice">
                <input type="radio" name="dots" checked={resolution === chosen.resolution} onChange={() => { change({ resolution }) }} />
                <span>{t.dots(resolution)}</span>
              </label>
            ))}
          </fieldset>
          <Checkbox label={t.ownSettings} checked={chosen.ownSettings} onTick={ownSettings => { change({ ownSettings }) }} />
          <Checkbox label={t.lend} checked={scanners.lends} onTick={on => { void doInTray(() => main.scanning.lend(on)) }} />
          <TestPage />
        </>}
      </div>
    </Panel>
  )
}

/** The feeder where there is one, at the usual resolution. */
function usualFor({ id, sources }: ScannerView): ScanChoice {
  const likely: readonly ScanSource[] = ['duplex', 'feeder', 'flatbed']
  return { scanner: id, source: likely.find(source => sources.includes(source)) ?? 'flatbed', resolution: USUAL_DOTS, ownSettings: false }
}
