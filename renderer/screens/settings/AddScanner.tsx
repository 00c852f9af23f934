import { useState } from 'react'
import type { ScannerView } from '../../../shared/bridge/scanning-api.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { loadTray } from '../../state/scan-tray.ts'
import { problemText } from '../../text/problems.ts'
import { scanText } from '../../text/scan.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'

const t = scanText.setUp
/** Longer than every name of a network with its port and path. */
const LONGEST_ADDRESS = 255

/** A scanner that is not found by itself: its address as it shows it, then Enter. */
export function AddScanner({ onAdded }: { readonly onAdded: (scanner: ScannerView) => void }) {
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  async function add(): Promise<void> {
    const typed = address.trim()
    if (typed === '') setProblem(t.addressNeeded)
    if (typed === '' || asked !== null) return
    setAsked(typed)
    const found = await ask(() => main.scanning.addByAddress(typed))
    await loadTray()
    setAsked(null)
    setProblem(found.ok ? '' : problemText(found.problem))
    if (!found.ok) return
    setAddress('')
    onAdded(found.value)
  }
  return (
    <form
      className="add-scanner"
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <Field
        label={t.address} value={address} hint={t.addressHint} maxLength={LONGEST_ADDRESS} inputMode="url" {...(problem === '' ? {} : { problem })}
        onText={text => {
          setAddress(text)
          setProblem('')
        }}
      />
      <div><Button submit size="small" unavailable={asked !== null}>{t.addAddress}</Button></div>
      <p role="status" className="small">{asked === null ? '' : t.asking(asked)}</p>
    </form>
  )
}
