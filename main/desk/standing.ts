import type { Act } from '../../shared/acts/act.ts'
import { compareActs, inFoldingOrder } from '../../shared/acts/order.ts'
import { applyToDrawers, type Drawers } from '../../shared/cash/drawer.ts'
import { applyToBooks, isOfBooks, type BooksWritten } from '../../shared/certification/books.ts'
import { isOfStocks } from '../../shared/stocks/read-act.ts'
import { applyToStocks, type StocksWritten } from '../../shared/stocks/stocks.ts'
import type { Fold } from '../journal/folds.ts'
import { applyNumber, type NumbersDrawn } from './numbers.ts'

/**
 * What must be known before the first clerk can receive: people, office, settings, numbers of each day, books.
 *
 * Kept in the journal's checkpoint, so that a start reads it instead of the whole history.
 */
export interface Standing {
  /** Acts about users, the office, devices, the calendar and the city's settings that still matter, in folding order. */
  readonly acts: readonly Act[]
  readonly drawn: NumbersDrawn
  /** How far each book of certification is written (rule N5). */
  readonly books: BooksWritten
  /** How far each stock of fee receipts is written (rule M3). */
  readonly stocks: StocksWritten
  /** Who took and gave back which money at this PC since they counted it. */
  readonly drawers: Drawers
}

/** The journal's fold of it; `device` is this PC, whose receipts draw from this PC's range. */
export function standingOf(device: string): Fold<Standing> {
  return {
    name: 'standing', version: 8, initial: { acts: [], drawn: {}, books: {}, stocks: {}, drawers: {} },
    apply: (standing, act) => applyStanding(act.device === device ? withDrawers(standing, act) : standing, act, device),
  }
}

function withDrawers(standing: Standing, act: Act): Standing {
  const drawers = applyToDrawers(standing.drawers, act)
  return drawers === standing.drawers ? standing : { ...standing, drawers }
}

function applyStanding(before: Standing, act: Act, device: string): Standing {
  const standing = isOfStocks(act) ? { ...before, stocks: applyToStocks(before.stocks, act) } : before
  if (act.subject.startsWith('dossier:')) {
    const drawn = applyNumber(standing.drawn, act, device)
    return drawn === standing.drawn ? standing : { ...standing, drawn }
  }
  if (isOfBooks(act)) return { ...standing, books: applyToBooks(standing.books, act) }
  if (!isOfStanding(act)) return standing
  return { ...standing, acts: withAct(standing.acts.filter(earlier => !outdates(act, earlier)), act) }
}

/** Whether an act may change who works here and how; what the city confirms and whole catalogues are found by their subject. */
export function isOfStanding({ subject }: Act): boolean {
  return KEPT.some(domain => subject.startsWith(domain))
}

const KEPT = ['user:', 'office:', 'device:', 'city:calendar', 'city:settings']

/** Acts of other logs arrive late; the same acts are the same standing, whichever came first (rule D1). */
function withAct(acts: readonly Act[], act: Act): readonly Act[] {
  const last = acts.at(-1)
  return last === undefined || compareActs(last, act) < 0 ? [...acts, act] : inFoldingOrder([...acts, act])
}

/** A sign-in makes earlier tries of that name history; the newest settings make older ones so. */
function outdates(act: Act, earlier: Act): boolean {
  if (act.subject !== earlier.subject || act.device !== earlier.device) return false
  if (act.kind === 'user/signed-in') return earlier.kind === 'user/signed-in' || earlier.kind === 'user/pin-failed'
  return act.kind === earlier.kind && SETTINGS.has(act.kind)
}

const SETTINGS = new Set(['device/settings-set', 'office/header-set', 'office/hours-set', 'office/keeper-set'])
