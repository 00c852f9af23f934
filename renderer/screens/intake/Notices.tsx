import { rolesWith } from '../../../shared/users/role.ts'
import { useIntake, type SavedNotice } from '../../state/intake.ts'
import { useOffice } from '../../state/office.ts'
import { useSession } from '../../state/session.ts'
import { intakeText as t } from '../../text/intake.ts'
import { problemText } from '../../text/problems.ts'
import { rolesWhoMay } from '../../text/roles.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { ClockQuestion } from './ClockQuestion.tsx'
import { printAgain } from './save-intake.ts'
import { mayReceive } from './may-save.ts'

/** What stands above the form: what happened with the last person, and what this machine cannot do today. */
export function Notices() {
  const notice = useIntake(state => state.notice)
  const numbersLeft = useOffice(state => state.view?.numbersLeft)
  const hasRange = useOffice(state => state.view === null || state.view.office.numberRange !== null)
  const who = useSession(state => state.who)
  return (
    <>
      {!hasRange && <Message tone="late" role="status" className="tight">{t.noRange}</Message>}
      {hasRange && numbersLeft !== undefined && numbersLeft <= FEW && (
        <Message tone={numbersLeft === 0 ? 'late' : 'soon'} role="status" className="tight">{numbersLeft === 0 ? t.numbersNone : t.numbersFew(numbersLeft)}</Message>
      )}
      {!mayReceive(who) && <Message tone="plain" className="tight">{t.notAllowed(rolesWhoMay(rolesWith('dossier/receive')))}</Message>}
      <ClockQuestion />
      {notice?.kind === 'restored' && <Message tone="plain" role="status" className="tight">{t.restored}</Message>}
      {notice?.kind === 'parked' && <Message tone="plain" role="status" className="tight">{t.parked(notice.name)}</Message>}
      {notice?.kind === 'saved' && <Saved saved={notice.saved} />}
    </>
  )
}

const FEW = 10

/** Saved is not safe yet: the city has not confirmed anything, so it is never green. */
function Saved({ saved }: { readonly saved: SavedNotice }) {
  const { outcome, code, print } = saved
  const title = outcome === 'receive' ? t.saved(code ?? '') : outcome === 'guidance' ? t.savedGuidance : t.savedRefusal
  const again = <Button size="small" shortcut="Control+P" onClick={() => { void printAgain() }}>{t.printAgain}</Button>
  switch (print) {
    case 'printing':
      return <Message tone="plain" role="status" title={title}>{t.printing[outcome]} {t.nextPerson}</Message>
    case 'printed':
      return <Message tone="plain" role="status" title={title}>{t.printed[outcome]} {t.nextPerson}</Message>
    case 'none':
      return <Message tone="plain" role="status" title={title} acts={again}>{t.notPrinted} {t.nextPerson}</Message>
    default:
      return <Message tone="soon" role="status" title={title} acts={again}>{problemText(print)}</Message>
  }
}
