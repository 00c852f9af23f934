import { useMemo } from 'react'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { useSafety } from '../../parts/use-safety.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { safety } from '../../text/sync.ts'
import { Mark } from '../../ui/Badge.tsx'

/** Where it is, money, handing back, safe-keeping: four separate matters (rule L21). Saved here is not called safe. */
export function FourFacts({ dossier }: { readonly dossier: Dossier }) {
  const { state, desk, receivedAt, fee, collectAt } = dossier
  const isHere = state === 'received'
  return (
    <dl className="four">
      <div>
        <dt>{t.where}</dt>
        <dd>{isHere ? <><b>{t.whereAt(desk)}</b>{t.whereSince(receivedAt)}</> : <b>{t.whereNot(state)}</b>}</dd>
      </div>
      <div><dt>{t.money}</dt><dd><Money fee={fee} isOpen={isHere} /></dd></div>
      <div>
        <dt>{t.handBack}</dt>
        <dd>{isHere ? <><b>{t.noResult}</b>{t.collectAtAfter[collectAt]}</> : <b>{t.noHandBack}</b>}</dd>
      </div>
      <div><dt>{t.keeping}</dt><dd><Keeping subject={dossier.subject} /></dd></div>
    </dl>
  )
}

/** Safe only when the city has confirmed every act and every page (rule S8). */
function Keeping({ subject }: { readonly subject: string }) {
  const subjects = useMemo(() => [subject], [subject])
  const isSafe = useSafety(subjects)
  if (isSafe?.(subject) === true) return <Mark tone="safe">{safety.safeAtCity}</Mark>
  return <><Mark tone="wait">{t.keptHere}</Mark>{isSafe === null ? t.notSent : t.waitsToBeSent}</>
}

function Money({ fee, isOpen }: { readonly fee: Dossier['fee']; readonly isOpen: boolean }) {
  if (fee === undefined) return <b>{t.noMoney}</b>
  if (!isOpen) return <b>{t.moneyThen(fee.amount)}</b>
  return <><b>{fee.amount === 0 ? t.free : t.toPay(fee.amount)}</b>{fee.exemptionGround !== undefined && t.because(fee.exemptionGround)}</>
}
