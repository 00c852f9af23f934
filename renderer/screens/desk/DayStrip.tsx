import { useMemo, type ReactNode } from 'react'
import type { Day } from '../../../shared/base/day.ts'
import type { DossierSafety } from '../../../shared/bridge/main-api.ts'
import { useDayClose } from '../../parts/use-day-close.ts'
import { openList } from '../../state/desk.ts'
import { goTo } from '../../state/place.ts'
import { hasCity, useSync } from '../../state/sync.ts'
import type { DeskListId } from '../../store/desk-list.ts'
import type { DeskCounts } from '../../store/queries/desk-counts.ts'
import { desk } from '../../text/desk.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'

export interface DayStripProps {
  readonly counts: DeskCounts
  readonly where: string
  readonly today: Day
}

/** The day in one sentence. Where there is a city, what it has confirmed is told as safe and nothing else (rule S8). */
export function DayStrip({ counts, where, today }: DayStripProps) {
  const isSent = useSync(state => hasCity(state.state))
  const told = ([
    ['received-today', desk.received],
    ['turned-away-today', desk.turnedAway],
    ['voided-today', desk.voided],
  ] as const).filter(([id]) => id === 'received-today' || counts[id] > 0)
  return (
    <section className="panel day" aria-label={desk.day} data-part="">
      <p>
        {desk.today(where)}{' '}
        {told.map(([id, words], i) => <span key={id}>{i > 0 && ', '}<Opens list={id}>{words(counts[id])}</Opens></span>)}
        {'. '}
        {isSent ? <SafeToday today={today} /> : desk.written}
      </p>
    </section>
  )
}

/** Of the whole office, as "Kết ngày" counts it: the same figures, the same lists. */
function SafeToday({ today }: { readonly today: Day }) {
  const close = useDayClose(today)
  const [safe, waiting] = useMemo(() => partBySafety(close?.dossiers ?? []), [close])
  if (close === null || close.dossiers.length === 0) return <>{desk.written} <ToSync>{desk.dayClose}</ToSync></>
  return (
    <>
      {safe.length > 0 && <><ToSync tone="safe"><Icon name="safe" />{desk.safe(safe.length)}</ToSync>. </>}
      {waiting.length > 0 && <><ToSync>{desk.waiting(waiting.length)}</ToSync>{desk.waitingAfter} </>}
      <Button size="small" shortcut="Alt+9" onClick={() => { goTo('sync') }}>{desk.dayClose}</Button>
    </>
  )
}

function partBySafety(dossiers: readonly DossierSafety[]): readonly [readonly DossierSafety[], readonly DossierSafety[]] {
  return [dossiers.filter(({ isSafe }) => isSafe), dossiers.filter(({ isSafe }) => !isSafe)]
}

function ToSync({ tone, children }: { readonly tone?: 'safe'; readonly children: ReactNode }) {
  return <button type="button" className={classNames('go', tone)} onClick={() => { goTo('sync') }}>{children}</button>
}

function Opens({ list, children }: { readonly list: DeskListId; readonly children: string }) {
  return <button type="button" className="go" onClick={() => { openList(list) }}>{children}</button>
}
