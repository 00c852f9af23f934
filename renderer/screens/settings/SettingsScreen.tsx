import { useState, type ReactNode } from 'react'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { mayDo, rolesWith, type Right } from '../../../shared/users/role.ts'
import { Screen } from '../../parts/Screen.tsx'
import { useOffice } from '../../state/office.ts'
import { useSession } from '../../state/session.ts'
import { hasCity, useSync } from '../../state/sync.ts'
import { enrolWords } from '../../text/enrol.ts'
import { rolesWhoMay } from '../../text/roles.ts'
import { settingsWords as words } from '../../text/settings.ts'
import { stockWords } from '../../text/stocks.ts'
import { fieldsIn, focusField } from '../../ui/focusable.ts'
import { Message } from '../../ui/Message.tsx'
import { pressMain } from '../../ui/press-main.ts'
import { useRoving } from '../../ui/use-roving.ts'
import { CityPart } from './CityPart.tsx'
import { DevicePart } from './DevicePart.tsx'
import { ScannerPart } from './ScannerPart.tsx'
import { HeaderPart } from './HeaderPart.tsx'
import { HoursPart } from './HoursPart.tsx'
import { KeeperPart } from './KeeperPart.tsx'
import { StocksPart } from './StocksPart.tsx'
import { PublishedPart } from './PublishedPart.tsx'
import './settings.css'

type PartId = keyof typeof words.part

interface Part {
  readonly id: PartId
  readonly right: Right
  /** What F9 does there; a part that is only read has nothing to save. */
  readonly main?: string
  readonly show: (view: OfficeView) => ReactNode
}

/** Every part, in the order of the list; each is saved on its own. */
const PARTS: readonly Part[] = [
  { id: 'device', right: 'device/settings', main: words.save, show: view => <><DevicePart view={view} /><ScannerPart /></> },
  { id: 'hours', right: 'office/settings', main: words.save, show: view => <HoursPart view={view} /> },
  { id: 'header', right: 'office/settings', main: words.save, show: view => <HeaderPart view={view} /> },
  { id: 'stocks', right: 'stock/write', main: stockWords.save, show: () => <StocksPart /> },
  { id: 'published', right: 'device/settings', show: view => <PublishedPart view={view} /> },
  { id: 'city', right: 'office/settings', show: () => <CityPart /> },
  { id: 'books', right: 'office/settings', main: words.save, show: view => <KeeperPart view={view} /> },
]

/** Printer, paper and second copy for everybody who may; the office's own matters for its director or administrator. */
export function SettingsScreen() {
  const view = useOffice(state => state.view)
  const roles = useSession(state => state.who?.roles ?? [])
  const mine = PARTS.filter(({ right }) => mayDo(roles, right))
  const [chosen, setChosen] = useState<PartId | undefined>(mine[0]?.id)
  const roving = useRoving(mine.length, 'rows')
  const isEnrolled = useSync(({ state }) => hasCity(state))
  const main = chosen === 'city' && !isEnrolled ? enrolWords.enrol : mine.find(({ id }) => id === chosen)?.main

  function open(id: PartId): void {
    setChosen(id)
    requestAnimationFrame(() => {
      const part = document.getElementById(`part-${id}`)
      const first = part === null ? undefined : fieldsIn(part)[0]
      if (first !== undefined) focusField(first)
    })
  }
  const goes = mine.map(({ id }, i) => ({ shortcut: `Control+${String(i + 1)}`, act: () => { open(id) } }))

  return (
    <Screen title={words.title} showTitle help={words.help} keys={[
      ...(main === undefined ? [] : [{ shortcut: 'F9', label: main, act: pressMain, main: true }]),
      ...goes,
      ...(mine.length > 1 ? [{ cap: `Ctrl+1…${String(mine.length)}`, label: words.goToPart }] : []),
    ]}>
      {mine.length === 0
        ? <Message tone="plain">{words.notAllowed(rolesWhoMay(rolesWith('device/settings')))}</Message>
        : (
          <div className="settings">
            <div className="panel tabs" role="tablist" aria-label={words.parts} aria-orientation="vertical" data-part="" {...roving.group}>
              {mine.map(({ id }, i) => (
                <button
                  key={id} type="button" role="tab" id={`tab-${id}`} aria-selected={id === chosen} aria-controls={`part-${id}`}
                  {...roving.stop(i)} onClick={() => { open(id) }}
                >
                  {words.part[id]} <kbd aria-hidden="true">Ctrl+{i + 1}</kbd>
                </button>
              ))}
              {!mayDo(roles, 'office/settings') && <p className="small muted pad">{words.officeOnly(rolesWhoMay(rolesWith('office/settings')))}</p>}
            </div>
            {view !== null && mine.map(({ id, show }) => (
              <section key={id} className="panel" role="tabpanel" id={`part-${id}`} aria-labelledby={`tab-${id}`} hidden={id !== chosen} data-part="">
                {show(view)}
              </section>
            ))}
          </div>
        )}
    </Screen>
  )
}
