import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { dossierText as t } from '../../text/dossier.ts'
import { Mark } from '../../ui/Badge.tsx'

/** Where it is, money, handing back, safe-keeping: four separate matters (rule L21). Saved here is never called safe. */
export function FourFacts({ dossier }: { readonly dossier: Dossier }) {
  const { state, desk, receivedAt, fee, collectAt } = dossier
  const isHere = state === 'received'
  return (
    <dl className="four">
      <div>
        <dt>{t.where}</dt>
        <dd>{isHere ? <><b>{t.whereAt(desk)}</b>{t.whereSince(receivedAt)}</> : <b>{t.whereNot[state]}</b>}</dd>
      </div>
      <div><dt>{t.money}</dt><dd><Money fee={fee} isOpen={isHere} /></dd></div>
      <div>
        <dt>{t.handBack}</dt>
        <dd>{isHere ? <><b>{t.noResult}</b>{t.collectAtAfter[collectAt]}</> : <b>{t.noHandBack}</b>}</dd>
      </div>
      <div><dt>{t.keeping}</dt><dd><Mark tone="wait">{t.keptHere}</Mark>{t.notSent}</dd></div>
    </dl>
  )
}

function Money({ fee, isOpen }: { readonly fee: Dossier['fee']; readonly isOpen: boolean }) {
  if (fee === undefined) return <b>{t.noMoney}</b>
  if (!isOpen) return <b>{t.moneyThen(fee.amount)}</b>
  return <><b>{fee.amount === 0 ? t.free : t.toPay(fee.amount)}</b>{fee.exemptionGround !== undefined && t.because(fee.exemptionGround)}</>
}
