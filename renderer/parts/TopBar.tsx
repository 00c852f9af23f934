import type { OfficeView, SignInName } from '../../shared/bridge/main-api.ts'
import { rolesLine } from '../text/roles.ts'
import { shell } from '../text/shell.ts'
import { Clock } from './Clock.tsx'
import { FindField } from './FindField.tsx'
import { SendingLine } from './SendingLine.tsx'

export interface TopBarProps {
  readonly view: OfficeView | null
  readonly who?: SignInName | null
  /** The search field; not before somebody is signed in. */
  readonly find?: boolean
}

/** Which unit and desk, whether the city is reached, what time it is, who sits here; never moving. */
export function TopBar({ view, who = null, find = false }: TopBarProps) {
  return (
    <header className="top">
      <p className="where">
        <span className="brand">{shell.brand}</span>
        {view !== null && <span className="unit">{shell.unitAndDesk(view.office.unitName, view.office.desk)}</span>}
      </p>
      {find && <FindField />}
      <SendingLine />
      <Clock />
      {who !== null && <p className="who"><b>{who.name}</b><span>{rolesLine(who.roles)}</span></p>}
    </header>
  )
}
