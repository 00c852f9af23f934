import { followAllCount } from '../../store/queries/all-count.ts'
import type { StoreState } from '../../store/store-state.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { desk } from '../../text/desk.ts'
import { Meter } from '../../ui/Meter.tsx'

const allCount = followAllCount()

/** In the lists' place while the index is made from the journal: how far, and that receiving does not wait. */
export function Filling({ store }: { readonly store: StoreState }) {
  const count = useAnswer(allCount, 0)
  const percent = store.total === 0 ? null : Math.floor((100 * store.read) / store.total)
  return (
    <section className="panel" aria-label={desk.lists.open}>
      <div className="filling">
        <p role="status"><b>{desk.filling(count, percent)}</b>{desk.fillingNote}</p>
        {percent !== null && <Meter label={desk.fillingMeter} value={store.read} max={store.total} />}
      </div>
    </section>
  )
}
