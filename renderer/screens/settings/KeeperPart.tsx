import { useState } from 'react'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { isKeeperAddress } from '../../../shared/offices/office-acts.ts'
import { SaveLine } from '../../parts/SaveLine.tsx'
import { useSaving } from '../../parts/use-saving.ts'
import { settings } from '../../state/settings.ts'
import { settingsWords as words } from '../../text/settings.ts'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'

/** Whether one desk keeps the books of certification for all, and which (rule N6). */
export function KeeperPart({ view: { keeper, desks, gone, office } }: { readonly view: OfficeView }) {
  const [device, setDevice] = useState(keeper.device ?? NOBODY)
  const [address, setAddress] = useState(keeper.address)
  const saving = useSaving()
  const isNamed = device !== NOBODY
  const isReadable = isKeeperAddress(address.trim())

  function save(): void {
    if (isNamed && !isReadable) return
    const named = isNamed ? { device, address: address.trim() } : { device: null, address: '' }
    void saving.save(() => settings.changeKeeper(named), isNamed ? words.savedKeeper : words.savedNoKeeper)
  }

  return (
    <EnterMoves className="pad stack form">
      <Select
        label={words.keeper} value={device}
        choices={[{ value: NOBODY, label: words.noKeeper }, ...Object.entries(desks)
          .filter(([id]) => !gone.includes(id) || id === keeper.device)
          .map(([id, desk]) => ({ value: id, label: id === office.device ? words.keeperHere(desk) : desk }))]}
        onChoose={chosen => {
          saving.touch()
          setDevice(chosen)
        }}
      />
      <p className="small muted">{words.keeperHint}</p>
      {isNamed && (
        <Field
          label={words.keeperAddress} hint={words.keeperAddressHint} maxLength={260} value={address}
          problem={isReadable ? undefined : words.keeperAddressWrong}
          onText={text => {
            saving.touch()
            setAddress(text)
          }}
        />
      )}
      <SaveLine saving={saving} label={words.save} onSave={save} />
    </EnterMoves>
  )
}

const NOBODY = ''
