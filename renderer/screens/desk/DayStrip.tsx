import { openList } from '../../state/desk.ts'
import type { DeskListId } from '../../store/desk-list.ts'
import type { DeskCounts } from '../../store/queries/desk-counts.ts'
import { desk } from '../../text/desk.ts'

/** The day in one sentence. "Written" is all that is claimed: nothing has been confirmed by the city. */
export function DayStrip({ counts, where }: { readonly counts: DeskCounts; readonly where: string }) {
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
        {desk.written}
      </p>
    </section>
  )
}

function Opens({ list, children }: { readonly list: DeskListId; readonly children: string }) {
  return <button type="button" className="go" onClick={() => { openList(list) }}>{children}</button>
}
