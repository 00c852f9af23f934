import { useEffect, useState } from 'react'
import { dayOfInstant, formatDay } from '../../../shared/base/day.ts'
import type { BookView } from '../../../shared/bridge/certification-api.ts'
import { mayDo, rolesWith } from '../../../shared/users/role.ts'
import { report } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { useCertify, type CertifiedNotice } from '../../state/certify.ts'
import { useOffice } from '../../state/office.ts'
import { useProgram } from '../../state/program.ts'
import { useSession } from '../../state/session.ts'
import { certifyText as t } from '../../text/certify.ts'
import { problemText } from '../../text/problems.ts'
import { rolesWhoMay } from '../../text/roles.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { printLastAgain } from './save-certify.ts'

/** What stands above the form: what happened with the last person, and what this machine cannot do today. */
export function CertifyNotices() {
  const notice = useCertify(state => state.notice)
  const hasRange = useOffice(state => state.view === null || state.view.office.numberRange !== null)
  const who = useSession(state => state.who)
  return (
    <>
      {!hasRange && <Message tone="late" role="status" className="tight">{t.noRange}</Message>}
      {who !== null && !mayDo(who.roles, 'certification/certify') && (
        <Message tone="plain" className="tight">{t.notAllowed(rolesWhoMay(rolesWith('certification/certify')))}</Message>
      )}
      <ClockConfirm />
      <OldBooks />
      {notice?.kind === 'restored' && <Message tone="plain" role="status" className="tight">{t.restored}</Message>}
      {notice?.kind === 'parked' && <Message tone="plain" role="status" className="tight">{t.parked(notice.name)}</Message>}
      {notice !== null && 'print' in notice && <Saved notice={notice} />}
    </>
  )
}

/** Entered is not safe yet: the city has not confirmed anything, so it is never green. */
function Saved({ notice: { kind, numbers, fee, dueOn, receipt, print } }: { readonly notice: CertifiedNotice }) {
  const title = kind === 'refused' ? t.refusedSaved : t.certified(numbers, fee)
  const due = dueOn === null ? '' : `${t.dueLater(dueOn)} `
  const again = <Button size="small" shortcut="Control+P" onClick={() => { void printLastAgain() }}>{t.printAgain}</Button>
  if (typeof print === 'object') return <Message tone="soon" role="status" title={title} acts={again} className="tight">{problemText(print)}</Message>
  const said = { none: t.notPrinted, printing: t.printing, printed: t.printed }[print]
  return (
    <Message tone="plain" role="status" title={title} className="tight" {...(print === 'none' ? { acts: again } : {})}>
      {due}{receipt === null ? '' : t.receiptDrawn(receipt)}{said} {t.nextPerson}
    </Message>
  )
}

/** The clock is behind the journal: today's day is confirmed once, instead of refusing (rule T16). */
function ClockConfirm() {
  const behind = useProgram(state => state.state?.clockBehind ?? null)
  const confirmedDay = useCertify(state => state.confirmedDay)
  if (behind === null || confirmedDay === behind.today) return null
  const [today, newest] = [formatDay(behind.today), formatDay(behind.newestDay)]
  const confirm = (
    <span data-field="clock">
      <Button size="small" onClick={() => { useCertify.setState({ confirmedDay: behind.today, need: null }) }}>{t.clockConfirm(today)}</Button>
    </span>
  )
  return <Message tone="late" role="status" className="tight" acts={confirm}>{t.clockBehind(today, newest)}</Message>
}

/** A year that is over wants its books closed; told to whoever may close them. */
function OldBooks() {
  const roles = useSession(state => state.who?.roles)
  const now = useProgram(state => state.now)
  const [books, setBooks] = useState<readonly BookView[]>([])
  const mayClose = roles !== undefined && mayDo(roles, 'book/close')
  useEffect(() => {
    if (mayClose) main.certification.books().then(setBooks, (reason: unknown) => { void report(reason) })
  }, [mayClose])
  const year = now === null ? 0 : Number(dayOfInstant(now).slice(0, 4))
  const open = books.filter(book => book.isOwn && book.closedAt === null && book.year < year)
  return open.length === 0 ? null : <Message tone="soon" className="tight">{t.notClosedYet(open.map(({ label }) => label).join(', '))}</Message>
}
