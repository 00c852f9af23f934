import { useMemo } from 'react'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { isOpen } from '../../../shared/dossiers/lifecycle.ts'
import { balanceOf } from '../../../shared/dossiers/money.ts'
import { useSafety } from '../../parts/use-safety.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { safety } from '../../text/sync.ts'
import { Mark } from '../../ui/Badge.tsx'

/** Where it is, money, handing back, safe-keeping: four separate matters (rule L21). Saved here is not called safe. */
export function FourFacts({ dossier }: { readonly dossier: Dossier }) {
  return (
    <dl className="four">
      <div><dt>{t.where}</dt><dd><Where dossier={dossier} /></dd></div>
      <div><dt>{t.money}</dt><dd><Money dossier={dossier} /></dd></div>
      <div><dt>{t.handBack}</dt><dd><HandBack dossier={dossier} /></dd></div>
      <div><dt>{t.keeping}</dt><dd><Keeping subject={dossier.subject} /></dd></div>
    </dl>
  )
}

function Where({ dossier: { state, desk, receivedAt, holder } }: { readonly dossier: Dossier }) {
  if (holder === null) return <b>{t.whereNot(state)}</b>
  if (state === 'received') return <><b>{t.whereAt(desk)}</b>{t.whereSince(receivedAt)}</>
  return <><b>{holder.name}</b>{t.whereSince(holder.since)}</>
}

/** Safe only when the city has confirmed every act and every page (rule S8). */
function Keeping({ subject }: { readonly subject: string }) {
  const subjects = useMemo(() => [subject], [subject])
  const isSafe = useSafety(subjects)
  if (isSafe?.(subject) === true) return <Mark tone="safe">{safety.safeAtCity}</Mark>
  return <><Mark tone="wait">{t.keptHere}</Mark>{isSafe === null ? t.notSent : t.waitsToBeSent}</>
}

function Money({ dossier }: { readonly dossier: Dossier }) {
  const { fee, state } = dossier
  if (fee === undefined) return <b>{t.noMoney}</b>
  const { collected, refunded, owed } = balanceOf(dossier)
  if (refunded > 0) return <><b>{t.collected(collected)}</b>{t.refunded(refunded)}</>
  if (collected > 0) return <><b>{t.collected(collected)}</b>{owed > 0 && t.stillOwed(owed)}</>
  if (!isOpen(state) && state !== 'returned') return <b>{t.moneyThen(fee.amount)}</b>
  return <><b>{fee.amount === 0 ? t.free : t.toPay(fee.amount)}</b>{fee.exemptionGround !== undefined && t.because(fee.exemptionGround)}</>
}

function HandBack({ dossier: { state, collection, results, collectAt } }: { readonly dossier: Dossier }) {
  if (collection !== undefined) return <><b>{t.handedTo(collection.name)}</b>{t.whereSince(collection.at)}</>
  const unnumbered = results.filter(({ number }) => number === undefined).length
  if (results.length > 0) return <><b>{t.hasResults(results.length, unnumbered)}</b>{t.collectAtAfter[collectAt]}</>
  return isOpen(state) ? <><b>{t.noResult}</b>{t.collectAtAfter[collectAt]}</> : <b>{t.noHandBack}</b>
}
