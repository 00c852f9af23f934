import { foldCertification } from '../../shared/certification/fold.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { getGrouping } from '../../shared/reports/groupings.ts'
import { lifeOf, livesOfVisit } from '../../shared/reports/life-of.ts'
import { periodOf } from '../../shared/reports/period.ts'
import { progress } from '../../shared/reports/progress.ts'
import { tabulate } from '../../shared/reports/tabulate.ts'
import { DAY, dayOf } from './due-oracle.ts'
import { lifeByRules, type ModelDossier } from './life-model.ts'
import { monthByRules } from './month-model.ts'
import { dossiersOf, eventsOf } from './walk-dossiers.ts'
import type { Counter, ModelVisit, WalkedOffice } from './walk-office.ts'

/** Every month of the walk, as II.06a counts it, from what the counter that has met all knows; `now` is when the walk ended, UTC ms. */
export function compareMonths({ random, visits, figures, differ }: WalkedOffice, counter: Counter, now: number): void {
  const bySubject = Map.groupBy(counter.log.acts(), ({ subject }) => subject)
  const names = { unit: 'Phường Ninh Kiều', field: 'Chứng thực', procedureName: (code: string) => code }
  const certified = [...bySubject.values()].flatMap(acts => foldCertification(acts) ?? [])
  const received = [...bySubject.values()].flatMap(acts => lifeOfActs(acts) ?? [])
  const lives = [...received, ...certified.flatMap(visit => livesOfVisit(visit, names))]
  differ('the fees of certification', certified.reduce((sum, { fee }) => sum + fee, 0),
    visits.flatMap(({ papers }) => papers).reduce((sum, { fee, voidedAt }) => sum + (voidedAt === null ? fee : 0), 0))
  const model = [...dossiersOf(counter).flatMap(subject => lifeByRules(eventsOf(counter, subject)) ?? []), ...visits.flatMap(visitAsLife)]
  const months = [...new Set(lives.map(({ receivedOn }) => receivedOn.slice(0, 7)))]
  for (const month of months) {
    const today = dayOf(now + random.between(-20, 20) * DAY)
    const { cells } = tabulate(progress, getGrouping('field'), lives, periodOf('month', `${month}-01`), today).total
    const columns = ['online', 'direct', 'carriedOver', 'early', 'onTime', 'overdue', 'openWithinDue', 'openOverdue'] as const
    differ(`II.06a of ${month} as of ${today}`, columns.map(column => cells[column].length), monthByRules(model, month, today))
    figures.months += 1
  }
}

function lifeOfActs(acts: Parameters<typeof fold>[0]) {
  const dossier = fold(acts)
  return dossier === undefined ? undefined : lifeOf(dossier)
}

/** One dossier for figures, done when it was certified; one whose numbers all were voided the same day counts for nothing. */
function visitAsLife({ at, due, papers }: ModelVisit): readonly ModelDossier[] {
  if (papers.every(({ voidedAt }) => voidedAt !== null && dayOf(voidedAt) === dayOf(at))) return []
  return [{
    limit: { count: 0, unit: 'same-day' }, receivedAt: at, receiver: '', fee: 0, state: 'returned', holder: null,
    due, promises: [{ at, due }], waits: [], apologised: false, delay: null, asked: 0, taken: 0, refunded: 0, blanks: [], strays: [],
    unnumbered: [],
    submitter: null, procedure: '', drafts: [], parts: [], end: { at, how: 'return-result' }, refused: 0,
  }]
}
