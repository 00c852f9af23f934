import type { DayClose, SyncState } from '../../../shared/bridge/main-api.ts'
import { countByDesk } from '../../../shared/forms/day-close/statement.ts'
import { useCalmly } from '../../parts/use-calmly.ts'
import { hasCity } from '../../state/sync.ts'
import { problemText } from '../../text/problems.ts'
import { syncWords as t } from '../../text/sync.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Message } from '../../ui/Message.tsx'
import type { DayFigures, DayListId } from './day-figures.ts'
import type { Statement } from './use-statement.ts'

export interface ProofProps {
  readonly close: DayClose
  readonly figures: DayFigures
  readonly sync: SyncState | null
  readonly list: DayListId
  readonly onList: (list: DayListId) => void
  readonly statement: Statement
  readonly onPrint: () => void
}

/** One sentence, one bar, three counts; each count opens the list of exactly that many. */
export function Proof({ close, figures, sync, list, onList, statement, onPrint }: ProofProps) {
  const { safe, waiting, waitingPages, all, refusedDossiers } = figures
  const isWhole = all.length > 0 && safe.length === all.length && close.refused.length === 0
  const sentence = proofSentence(close, figures, sync)
  // At once when it becomes complete, else at most once a minute.
  const spoken = useCalmly(sentence, isWhole ? 0 : SPOKEN_EVERY_MS)
  const opens = (id: DayListId): { readonly 'aria-current': true | undefined; readonly onClick: () => void } =>
    ({ 'aria-current': list === id ? true : undefined, onClick: () => { onList(id) } })
  return (
    <section className="panel proof" aria-labelledby="proof-sentence" data-part="">
      <div className="pad">
        <p className="muted">{t.of(close.day, countByDesk(close.dossiers).length)}</p>
        <h2 id="proof-sentence" className={isWhole ? 'whole' : undefined}>{sentence}</h2>
        <p>{pagesSentence(close, isWhole, sync)}</p>
        <p className="sr" role="status">{spoken}</p>
        {all.length > 0 && (
          <div className="meter" role="img" aria-label={t.bar(safe.length, waiting.length, refusedDossiers)}>
            {([['safe', safe.length], ['wait', waiting.length], ['refused', refusedDossiers]] as const).map(([tone, count]) => (
              <i key={tone} className={tone} style={{ width: `${((100 * count) / all.length).toFixed(2)}%` }} />
            ))}
          </div>
        )}
        <nav className="figures" aria-label={t.counts}>
          <button type="button" className={safe.length > 0 ? 'figure safe' : 'figure wait'} {...opens('safe')}><Icon name={safe.length > 0 ? 'safe' : 'wait'} /> {t.safe(safe.length)}</button>
          <button type="button" className="figure wait" {...opens('waiting')}><Icon name="wait" /> {t.waiting(waiting.length, waitingPages)}</button>
          <button type="button" className={close.refused.length > 0 ? 'figure refused' : 'figure wait'} {...opens('refused')}><Icon name="refused" /> {t.refused(close.refused.length)}</button>
        </nav>
      </div>
      <div className="pad proof-end">
        <Button kind="main" size="large" wide shortcut="F9" onClick={onPrint}>{t.print}</Button>
        <p className="small muted">{t.calm} {close.checkCode !== '' && hasCity(sync) && t.calmCode(close.checkCode)}</p>
        <Printed statement={statement} />
      </div>
    </section>
  )
}

const SPOKEN_EVERY_MS = 60_000

function Printed({ statement }: { readonly statement: Statement }) {
  switch (statement.kind) {
    case 'none':
      return null
    case 'going':
      return <p className="small" role="status">{t.printing}</p>
    case 'done':
      return <p className="small" role="status">{statement.file === null ? t.printed(statement.checkCode) : t.savedPdf(statement.checkCode, statement.file)}</p>
    case 'stuck':
      return <Message tone="soon" role="status" className="tight">{problemText(statement.problem)}</Message>
  }
}

function proofSentence(close: DayClose, { safe, all }: DayFigures, sync: SyncState | null): string {
  if (all.length === 0) return t.proof.nothing
  if (!hasCity(sync)) return t.proof.noCity(all.length)
  return safe.length === all.length && close.refused.length === 0 ? t.proof.whole(all.length) : t.proof.some(safe.length, all.length)
}

function pagesSentence({ pageCount, safePageCount, dossiers }: DayClose, isWhole: boolean, sync: SyncState | null): string {
  if (!hasCity(sync)) return t.noCityRest
  if (dossiers.length === 0) return ''
  if (sync?.lastExchangeAt === null) return t.neverReached
  const pages = pageCount === 0 ? '' : isWhole ? t.readAgain.whole(pageCount) : t.readAgain.some(safePageCount, pageCount)
  return [pages, isWhole ? '' : t.rest].filter(part => part !== '').join(' ')
}
