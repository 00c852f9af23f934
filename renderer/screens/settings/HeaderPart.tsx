import { useState } from 'react'
import { normalise } from '../../../shared/base/text.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import type { OfficeHeader } from '../../../shared/units/office.ts'
import { SaveLine } from '../../parts/SaveLine.tsx'
import { useSaving } from '../../parts/use-saving.ts'
import { settings } from '../../state/settings.ts'
import { settingsWords as words } from '../../text/settings.ts'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'

const FIELDS = ['parentAgency', 'agency', 'place', 'address', 'phone', 'lookupLink'] as const satisfies readonly (keyof OfficeHeader)[]
const LONGEST = 300

/** The lines of the office that stand on every paper. */
export function HeaderPart({ view }: { readonly view: OfficeView }) {
  const [header, setHeader] = useState(view.office.header)
  const [isMissing, setMissing] = useState(false)
  const saving = useSaving()
  const ofCity: Readonly<Partial<Record<keyof OfficeHeader, string>>> = placeOf(view)

  function save(): void {
    const tidy = Object.fromEntries(FIELDS.map(name => [name, normalise(header[name])])) as unknown as OfficeHeader
    setHeader(tidy)
    setMissing(tidy.agency === '')
    if (tidy.agency !== '') void saving.save(() => settings.changeHeader(tidy), words.savedHeader)
  }

  return (
    <EnterMoves className="pad stack form">
      {FIELDS.map(name => (
        <Field
          key={name} label={words.header[name]} maxLength={LONGEST} value={ofCity[name] ?? header[name]}
          {...(ofCity[name] !== undefined && { readOnly: true, skip: true, from: words.setByCity })}
          problem={name === 'agency' && isMissing ? words.agencyMissing : undefined}
          onText={text => {
            saving.touch()
            setHeader({ ...header, [name]: text })
          }}
        />
      ))}
      <p className="small muted">{words.headerHint}</p>
      <SaveLine saving={saving} label={words.save} onSave={save} />
    </EnterMoves>
  )
}

/** What the city has set stands on the papers whatever is typed here. */
function placeOf({ office, city }: OfficeView): { readonly place?: string } {
  const place = city.settings.places[office.unit]
  return place === undefined ? {} : { place }
}
