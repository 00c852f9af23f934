import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import { due } from '../../../shared/calendar/due.ts'
import { addWorkingDays } from '../../../shared/calendar/working-days.ts'
import type { CertifyDraft } from '../../state/certify-draft.ts'
import { filledLines } from '../../state/certify-draft.ts'
import { useCertify } from '../../state/certify.ts'
import { useOffice } from '../../state/office.ts'
import { useProgram } from '../../state/program.ts'
import { findCertified } from '../../../shared/certification/certified.ts'
import { pagesOrCopies, totalOf } from './line-fee.ts'

/** Everything the parts of the screen show, worked out once from what is typed and what the machine knows. */
export interface CertifyView {
  readonly draft: CertifyDraft
  readonly today: Day
  readonly total: ReturnType<typeof totalOf>
  /** When the papers are ready, where that is not today (rule T7). */
  readonly laterOn: Day | undefined
  /** Many pages, or a transaction: two working days more may be agreed (NĐ 23/2015/NĐ-CP, Art. 21 and 37). */
  readonly mayTakeLonger: boolean
  readonly needsIdentity: boolean
}

const MANY_PAGES = 100

export function useCertifyView(): CertifyView {
  const draft = useCertify(state => state.draft)
  const office = useOffice(state => state.view)
  const now = useProgram(state => state.now)
  const today = now === null ? '' : dayOfInstant(now)
  const lines = filledLines(draft)
  const books = lines.flatMap(({ procedure }) => procedure === null ? [] : findCertified(procedure) ?? [])
  const pages = lines.reduce((sum, line) => sum + (pagesOrCopies(line.pages) ?? 0) * (pagesOrCopies(line.copies) ?? 0), 0)
  const mayTakeLonger = pages > MANY_PAGES || books.some(({ book }) => book === 'transactions')
  const dueOn = now === null || office === null ? undefined : dueDay(now, mayTakeLonger ? Number(draft.extraDays) : 0, office)
  return {
    draft, today, total: totalOf(draft, today), mayTakeLonger,
    laterOn: dueOn !== undefined && dueOn > today ? dueOn : undefined,
    needsIdentity: books.some(certified => certified.needsIdentity),
  }
}

function dueDay(now: string, extraDays: number, { calendar, hours }: Pick<Parameters<typeof due>[0], 'calendar' | 'hours'>): Day | undefined {
  const counted = due({ startedAt: now, limit: { count: 0, unit: 'same-day' }, calendar, hours })
  if (!counted.ok || counted.value.dueOn === null) return undefined
  return addWorkingDays(counted.value.dueOn, extraDays, calendar)
}
