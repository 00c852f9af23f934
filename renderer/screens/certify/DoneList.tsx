import { useEffect, useMemo, useState } from 'react'
import { formatTime, type Day } from '../../../shared/base/day.ts'
import { report } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { useSafety } from '../../parts/use-safety.ts'
import { BOOKS_SHOWN, useCertify } from '../../state/certify.ts'
import { useOffice } from '../../state/office.ts'
import { findCertified, followCertifiedOn, type CertifiedVisit } from '../../store/queries/certified.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { certifyText as t } from '../../text/certify.ts'
import { Field } from '../../ui/Field.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useRoving } from '../../ui/use-roving.ts'

const NOTHING: readonly CertifiedVisit[] = []

/** What this desk certified today, newest first, and a field that finds any visit; one figure, one list. */
export function DoneList({ today }: { readonly today: Day }) {
  const device = useOffice(state => state.view?.office.device) ?? ''
  const [text, setText] = useState('')
  const ofToday = useAnswer(useMemo(() => followCertifiedOn(today, device), [today, device]), null) ?? NOTHING
  const found = useFound(text, today, ofToday)
  const visits = text.trim() === '' ? ofToday : found
  const roving = useRoving(visits.length, 'rows')
  const safety = useSafety(visits.map(({ subject }) => subject))
  const counted = ofToday.flatMap(({ rows }) => rows.filter(({ state }) => state === 'counts'))
  return (
    <Panel title={t.done} className="rest done">
      <div className="pad">
        <Field label={t.findDone} className="bare" placeholder={t.findDone} value={text} maxLength={100} type="search" onText={setText} />
      </div>
      <ul className="side" {...roving.group}>
        {visits.map((visit, i) => (
          <li key={visit.subject}>
            <button type="button" {...roving.stop(i)} onClick={() => { useCertify.setState({ shown: visit.subject }) }}>
              <VisitLine visit={visit} isSafe={safety?.(visit.subject)} />
            </button>
          </li>
        ))}
        {visits.length === 0 && <li className="small muted pad">{text.trim() === '' ? t.doneNothing : t.foundNothing}</li>}
      </ul>
      <p className="small pad done-foot">
        <span>{t.today(ofToday.length, counted.length, counted.reduce((sum, { fee }) => sum + fee, 0))}</span>{' '}
        <button type="button" className="link" onClick={() => { useCertify.setState({ shown: BOOKS_SHOWN }) }}>{t.showBooks}</button>
      </p>
    </Panel>
  )
}

function VisitLine({ visit: { rows }, isSafe }: { readonly visit: CertifiedVisit; readonly isSafe: boolean | undefined }) {
  const [first] = rows
  if (first === undefined) return null
  const counting = rows.filter(({ state }) => state === 'counts')
  const voidedCount = rows.filter(({ state }) => state === 'voided').length
  const copies = counting.reduce((sum, { copyCount }) => sum + copyCount, 0)
  const fee = counting.reduce((sum, row) => sum + row.fee, 0)
  return (
    <>
      <span className="row"><b>{first.name}</b><span className="end muted">{formatTime(first.at)}</span></span>
      <span>
        {first.state === 'refused'
          ? `${t.refusedRow} · ${first.paperName}`
          : `${t.numberRun(rows.map(({ number }) => number))} · ${t.doneRow(counting.length, copies, fee)}`}
      </span>
      <span className="row">
        {isSafe !== undefined && (
          <span className={isSafe ? 'mark safe' : 'mark wait'}><Icon name={isSafe ? 'safe' : 'wait'} />{isSafe ? t.safe : t.waiting}</span>
        )}
        {voidedCount > 0 && <span className="mark refused"><Icon name="refused" />{t.voidedRow(voidedCount)}</span>}
      </span>
    </>
  )
}

/** Asked again whenever something was entered, so that what was just voided is told as void. */
function useFound(text: string, today: Day, ofToday: readonly CertifiedVisit[]): readonly CertifiedVisit[] {
  const [found, setFound] = useState(NOTHING)
  useEffect(() => {
    if (text.trim() === '') return undefined
    let isHere = true
    const year = Number(today.slice(0, 4))
    main.certification.books()
      .then(books => findCertified({ text, today, books: books.filter(book => book.year >= year - 1).map(({ subject }) => subject) }))
      .then(visits => { if (isHere) setFound(visits) }, (reason: unknown) => { void report(reason) })
    return () => { isHere = false }
  }, [text, today, ofToday])
  return found
}
