import { useState } from 'react'
import { dayOfInstant } from '../../../shared/base/day.ts'
import { shortCode } from '../../../shared/dossiers/code.ts'
import { mayDo } from '../../../shared/users/role.ts'
import { report } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { Screen } from '../../parts/Screen.tsx'
import { useDayClose } from '../../parts/use-day-close.ts'
import { useOffice } from '../../state/office.ts'
import { goTo } from '../../state/place.ts'
import { useProgram } from '../../state/program.ts'
import { useSession } from '../../state/session.ts'
import { useSync } from '../../state/sync.ts'
import { cashWords } from '../../text/cash.ts'
import { syncWords as t } from '../../text/sync.ts'
import { dayFigures, type DayListId } from './day-figures.ts'
import { CashPanel, openCount } from './CashPanel.tsx'
import { DayList } from './DayList.tsx'
import { Proof } from './Proof.tsx'
import { RefusedPanel } from './RefusedPanel.tsx'
import { RoadsPanel } from './RoadsPanel.tsx'
import { useStatement } from './use-statement.ts'
import './sync.css'

/** Kết ngày: what is safe, what is on its way, what a person must do; refused first. */
export function SyncScreen() {
  const today = useProgram(state => state.now === null ? null : dayOfInstant(state.now))
  const pattern = useOffice(state => state.view?.office.codePattern)
  const sync = useSync(state => state.state)
  const [list, setList] = useState<DayListId>('waiting')
  const [isAsked, setAsked] = useState(false)
  const mayCount = useSession(({ who }) => who !== null && mayDo(who.roles, 'cash/count'))
  const close = useDayClose(today)
  const { statement, print } = useStatement(today)

  function sendNow(): void {
    setAsked(true)
    main.sync.sendNow().catch((reason: unknown) => { void report(reason) }).finally(() => { setAsked(false) })
  }
  function open(id: DayListId): void {
    setList(id)
    requestAnimationFrame(() => { document.getElementById(id === 'refused' ? 'refused-title' : 'day-list')?.scrollIntoView({ block: 'nearest' }) })
  }
  const shorten = (code: string): string => pattern === undefined ? code : shortCode(code, pattern)
  const { keys } = t
  return (
    <Screen title={t.title} help={t.help} ready={close !== null && today !== null} keys={[
      { shortcut: 'F9', label: keys.print, act: print, main: true },
      { shortcut: 'F8', label: keys.now, act: sendNow },
      ...(mayCount ? [{ shortcut: 'Shift+F9', label: cashWords.key, act: openCount }] : []),
      { cap: '↑ ↓', label: keys.rows },
      { cap: 'Enter', label: keys.open },
      { cap: 'F6', label: keys.next },
      { cap: 'Esc', label: keys.back, act: () => { goTo('desk') } },
    ]}>
      {close === null || today === null
        ? <p role="status">{t.opening}</p>
        : <>
          <Proof close={close} figures={dayFigures(close)} sync={sync} list={list} onList={open} statement={statement} onPrint={print} />
          <p className="sr" role="status">{isAsked ? t.sent : ''}</p>
          <div className="sync-body">
            <div>
              {(close.refused.length > 0 || list === 'refused') && <RefusedPanel refused={close.refused} today={today} shorten={shorten} />}
              <div id="day-list"><DayList list={list === 'refused' ? 'waiting' : list} figures={dayFigures(close)} shorten={shorten} /></div>
            </div>
            <div>
              {sync !== null && <RoadsPanel sync={sync} close={close} today={today} />}
              {mayCount && <CashPanel />}
            </div>
          </div>
        </>}
    </Screen>
  )
}
