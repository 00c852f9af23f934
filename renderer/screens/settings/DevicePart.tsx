import { useEffect, useState } from 'react'
import type { DeviceSettings, OfficeView, PrinterChoice } from '../../../shared/bridge/main-api.ts'
import { report } from '../../ask.ts'
import { SaveLine } from '../../parts/SaveLine.tsx'
import { useSaving } from '../../parts/use-saving.ts'
import { settings } from '../../state/settings.ts'
import { settingsWords as words } from '../../text/settings.ts'
import { Button } from '../../ui/Button.tsx'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select, type Choice } from '../../ui/Select.tsx'

const SIZES = [{ value: 'A5', label: words.sizes.A5 }, { value: 'A4', label: words.sizes.A4 }] as const

/** Printer, paper and second copy of this PC. */
export function DevicePart({ view }: { readonly view: OfficeView }) {
  const [device, setDevice] = useState(view.device)
  const [printers, setPrinters] = useState<readonly PrinterChoice[] | 'unread'>([])
  const saving = useSaving()

  useEffect(() => {
    settings.printers().then(setPrinters).catch((reason: unknown) => {
      setPrinters('unread')
      void report(reason)
    })
  }, [])

  function change(changes: Partial<DeviceSettings>): void {
    saving.touch()
    setDevice({ ...device, ...changes })
  }
  async function chooseFolder(): Promise<void> {
    const secondCopy = await settings.chooseFolder()
    if (secondCopy !== null) change({ secondCopy })
  }
  function save(): void {
    void saving.save(() => settings.changeDevice(device), words.savedDevice)
  }

  return (
    <EnterMoves className="pad stack form">
      <Select
        label={words.printer} value={device.printer ?? ''} choices={printerChoices(printers === 'unread' ? [] : printers, device.printer)}
        hint={printers === 'unread' ? words.printersUnread : undefined}
        onChoose={name => { change({ printer: name === '' ? null : name }) }}
      />
      <RadioGroup label={words.paperSize} value={device.paperSize} choices={SIZES} onChoose={paperSize => { change({ paperSize }) }} />
      <div className="field">
        <span className="l">{words.secondCopy}</span>
        <p className="folder">{device.secondCopy ?? words.secondCopyNone}</p>
        <div className="row">
          <Button size="small" onClick={() => { void chooseFolder() }}>{words.chooseFolder}</Button>
          {device.secondCopy !== null && <Button size="small" kind="quiet" onClick={() => { change({ secondCopy: null }) }}>{words.noFolder}</Button>}
        </div>
        <p className="hint">{words.secondCopyHint}</p>
      </div>
      <SaveLine saving={saving} label={words.save} onSave={save} />
    </EnterMoves>
  )
}

/** The printers there are, none, and the one in use even when it is not to be seen now. */
function printerChoices(printers: readonly PrinterChoice[], current: string | null): readonly Choice[] {
  const isGone = current !== null && !printers.some(({ name }) => name === current)
  return [
    { value: '', label: words.noPrinter },
    ...(isGone ? [{ value: current, label: words.printerGone(current) }] : []),
    ...printers.map(({ name, label }) => ({ value: name, label })),
  ]
}
