import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import { due, type Due, type Limit } from '../../../shared/calendar/due.ts'
import type { Calendar } from '../../../shared/calendar/working-days.ts'
import type { Hours } from '../../../shared/calendar/working-hours.ts'
import { COPY_TARIFF, copyFee } from '../../../shared/procedures/page-fee.ts'
import { countOf, moneyOf } from '../../parts/field-text.ts'
import type { IntakeDraft, LimitDraft } from '../../state/intake-draft.ts'
import type { CaseView } from './case-view.ts'

/** The limit that will be promised; undefined while the clerk still has to say it. */
export function limitOf(draft: Pick<IntakeDraft, 'limit'>, view: Pick<CaseView, 'limit'>): Limit | undefined {
  return view.limit.kind === 'known' ? view.limit.limit : answeredLimit(draft.limit)
}

function answeredLimit({ count, unit }: LimitDraft): Limit | undefined {
  if (unit === '') return undefined
  if (unit === 'same-day' || unit === 'none') return { count: 0, unit }
  const counted = countOf(count) ?? 0
  return counted > 0 ? { count: counted, unit } : undefined
}

/** What will be promised if the dossier were saved now. */
export interface DuePreview {
  readonly limit: Limit
  readonly receivedOn: Day
  readonly due: Due
}

/** Undefined while the limit is not known. The instant comes from this PC's clock, as it will when saving. */
export function previewDue(limit: Limit | undefined, now: string, calendar: Calendar, hours: Hours): DuePreview | undefined {
  if (limit === undefined) return undefined
  const answer = due({ startedAt: now, limit, calendar, hours })
  return answer.ok ? { limit, receivedOn: dayOfInstant(now), due: answer.value } : undefined
}

/** What has to be paid and why; undefined while the clerk still has to say it (rules M2, M3). */
export interface FeeAnswer {
  readonly amount: number
  readonly basis: string
  readonly exemptionGround?: string
}

export function feeOf(draft: Pick<IntakeDraft, 'fee'>, view: Pick<CaseView, 'fee'>): FeeAnswer | undefined {
  const full = fullFee(draft, view)
  if (!draft.fee.exempt) return full
  const exemptionGround = draft.fee.exemptionGround.trim()
  return exemptionGround === '' ? undefined : { amount: 0, basis: full?.basis ?? '', exemptionGround }
}

/** The fee before any exemption. */
export function fullFee({ fee }: Pick<IntakeDraft, 'fee'>, view: Pick<CaseView, 'fee'>): FeeAnswer | undefined {
  switch (view.fee.kind) {
    case 'known':
      return { amount: view.fee.amount, basis: view.fee.basis }
    case 'by-page': {
      const counted = copyFee(countOf(fee.pages) ?? 0, countOf(fee.copies) ?? 0)
      return counted.ok ? { amount: counted.value, basis: COPY_TARIFF.basis } : undefined
    }
    case 'asked': {
      const amount = moneyOf(fee.amount)
      return amount === undefined ? undefined : { amount, basis: view.fee.words }
    }
  }
}
