import { useEffect, useRef, useState } from 'react'
import { dayOfInstant, formatDay, type Day } from '../../../shared/base/day.ts'
import type { BookView } from '../../../shared/bridge/certification-api.ts'
import { mayDo } from '../../../shared/users/role.ts'
import { report } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { useSaving } from '../../parts/use-saving.ts'
import { useSession } from '../../state/session.ts'
import { certifyText as t } from '../../text/certify.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { printVisit } from './save-certify.ts'

/** The unit's books: how far each is written, and closing one at the end of its year with its closing statement (rules N5, N6). */
export function BooksPanel({ today, onClose }: { readonly today: Day; readonly onClose: () => void }) {
  const [books, setBooks] = useState<readonly BookView[]>([])
  const [closing, setClosing] = useState<string | null>(null)
  const saving = useSaving()
  const roles = useSession(state => state.who?.roles)
  const mayClose = roles !== undefined && mayDo(roles, 'book/close')
  const panel = useRef<HTMLDivElement>(null)
  const load = (): void => { main.certification.books().then(setBooks, (reason: unknown) => { void report(reason) }) }
  useEffect(() => {
    load()
    panel.current?.querySelector('button')?.focus()
  }, [])

  async function close({ subject, label }: BookView): Promise<void> {
    const isClosed = await saving.save(() => main.desk.do({ verb: 'book/close', input: { subject } }), t.closedNow(label))
    setClosing(null)
    load()
    if (isClosed) await printVisit(subject, 'book-closing')
  }

  return (
    <Panel title={t.books} className="rest done">
      <div className="stack pad visit" ref={panel} onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}>
        <div className="row"><Button size="small" onClick={onClose}>{t.backToList}</Button></div>
        {saving.said !== null && <Message tone="plain" role="status" className="tight">{saving.said}</Message>}
        {saving.problem !== null && <Message tone="late" role="status" className="tight">{problemText(saving.problem)}</Message>}
        {books.length === 0 && <p className="small muted">{t.booksNothing}</p>}
        <ul className="stack">
          {books.map(book => (
            <li key={book.subject} className="small">
              <b>{book.label}</b>{book.desk !== '' && ` · ${book.desk}`}<br />
              <span className="muted">{stateOf(book, today)}</span>
              {book.closedAt !== null && (
                <Button size="small" kind="quiet" onClick={() => { void printVisit(book.subject, 'book-closing') }}>{t.printClosing}</Button>
              )}
              {mayClose && isClosable(book, today) && (closing === book.subject
                ? (
                  <Message tone="soon" className="tight" acts={(
                    <>
                      <Button size="small" onClick={() => { void close(book) }}>{t.closeNow}</Button>
                      <Button size="small" kind="quiet" onClick={() => { setClosing(null) }}>{t.cancel}</Button>
                    </>
                  )}>{t.closeSure(book.label, book.last)}</Message>
                )
                : <Button size="small" kind="quiet" onClick={() => { setClosing(book.subject) }}>{t.close}</Button>)}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}

function isClosable({ closedAt, closableFrom }: BookView, today: Day): boolean {
  return closedAt === null && closableFrom !== null && closableFrom <= today
}

function stateOf({ last, voidedCount, lentCount, closedAt, closableFrom }: BookView, today: Day): string {
  const line = t.bookLine(last, voidedCount) + (lentCount === 0 ? '' : `, ${t.bookLent(lentCount)}`)
  if (closedAt !== null) return `${line} · ${t.bookClosed(formatDay(dayOfInstant(closedAt)))}`
  return closableFrom !== null && closableFrom > today ? `${line} · ${t.closableFrom(formatDay(closableFrom))}` : line
}
