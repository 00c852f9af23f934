import { useEffect, useState } from 'react'
import type { PhoneDoor } from '../../../shared/bridge/scanning-api.ts'
import { main } from '../../main-api.ts'
import { doInTray } from '../../state/scan-tray.ts'
import { scanText as t } from '../../text/scan.ts'
import { Button } from '../../ui/Button.tsx'

/** Ways in without a scanner: files, and the office's phone, whose code stands here while it is open. */
export function OtherWays() {
  const [door, setDoor] = useState<PhoneDoor | null>(null)
  useEffect(() => () => { void main.scanning.closePhone() }, [])
  async function open(): Promise<void> {
    const opened = await doInTray(() => main.scanning.openPhone(null))
    if (opened.ok) setDoor(opened.value)
  }
  return (
    <div className="other-ways">
      <Button size="small" onClick={() => { void doInTray(() => main.scanning.addFiles(null)) }}>{t.files}</Button>
      {door === null
        ? <Button size="small" onClick={() => { void open() }}>{t.phone}</Button>
        : <Button size="small" onClick={() => { setDoor(null); void main.scanning.closePhone() }}>{t.phoneClose}</Button>}
      {door !== null && (
        <div className="phone-door">
          <img src={`data:image/svg+xml;utf8,${encodeURIComponent(door.qrSvg)}`} alt={t.phone} />
          <p className="small">{t.phoneHow}</p>
        </div>
      )}
    </div>
  )
}
