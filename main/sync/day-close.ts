import type { Act } from '../../shared/acts/act.ts'
import type { DayClose, DossierSafety, Refused } from '../../shared/bridge/main-api.ts'
import { keptOf, waitingOf, type ConfirmedSeqs, type Kept, type Safekeeping } from '../../shared/sync/safekeeping.ts'
import { sha256 } from '../journal/sha256.ts'

export interface DayCloseTools {
  readonly safekeeping: Safekeeping
  readonly seqs: ConfirmedSeqs
  readonly actsOf: (subject: string) => Promise<readonly Act[]>
  /** Bytes of a page that waits; 0 for one this PC does not hold. */
  readonly pageBytes: (shortName: string) => number
  readonly refused: readonly Refused[]
  readonly unit: string
  readonly device: string
  readonly at: string
}

/** Kết ngày: every dossier begun that day at this unit, and what the city has of it (rule S8). One figure, one query. */
export async function closeDay(day: string, tools: DayCloseTools): Promise<DayClose> {
  const { safekeeping, seqs, refused, at } = tools
  const ofDay = Object.entries(safekeeping.days[day] ?? {})
  const entries = ofDay.flatMap(([subject, kept]) => kept.begun === undefined ? [] : [{ subject, kept }])
  const dossiers = await Promise.all(entries.map(({ subject, kept }) => safetyOf(subject, kept, tools)))
  dossiers.sort((one, other) => (one.code < other.code ? -1 : 1))
  const pageCount = sum(entries.map(({ kept }) => kept.pages.length))
  const safePageCount = pageCount - sum(entries.map(({ kept }) => waitingOf(safekeeping, kept, seqs).pageCount))
  const figures = { day, at, dossiers, pageCount, safePageCount, refused }
  return { ...figures, checkCode: checkCodeOf(figures, tools.unit, tools.device) }
}

async function safetyOf(subject: string, kept: Kept, { safekeeping, seqs, actsOf, pageBytes }: DayCloseTools): Promise<DossierSafety> {
  const { code = '', applicantName = '', desk = '' } = kept.begun ?? {}
  const waiting = waitingOf(safekeeping, kept, seqs)
  const acts = waiting.actCount === 0 ? [] : (await actsOf(subject)).filter(act => act.seq > (seqs[act.device] ?? 0))
  const bytesWaiting = sum(kept.pages.map(pageBytes)) + acts.length * BYTES_AN_ACT
  return {
    subject, code, applicantName, desk, isSafe: waiting.isSafe, actsWaiting: acts.length, pagesWaiting: waiting.pageCount,
    bytesWaiting: waiting.isSafe ? 0 : bytesWaiting,
  }
}

/** Squeezed, as it goes over the line. */
export const BYTES_AN_ACT = 400

/** What a statement claims, for its act and its paper. */
export function countsOf({ dossiers, pageCount, safePageCount, refused }: Pick<DayClose, 'dossiers' | 'pageCount' | 'safePageCount' | 'refused'>) {
  const byDesk = Map.groupBy(dossiers, ({ desk }) => desk)
  return {
    dossierCount: dossiers.length, safeCount: dossiers.filter(({ isSafe }) => isSafe).length,
    pageCount, safePageCount, refusedCount: refused.length,
    desks: [...byDesk].sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([desk, of]) => ({ desk, dossierCount: of.length, safeCount: of.filter(({ isSafe }) => isSafe).length })),
  }
}

/** The same figures of the same desk have the same code, whenever they are asked for; `XXXX-XXXX`. */
function checkCodeOf(figures: Omit<DayClose, 'checkCode'>, unit: string, device: string): string {
  const dossiers = figures.dossiers.map(({ subject, isSafe }) => `${subject} ${isSafe ? 'safe' : 'waiting'}`).sort()
  const { dossierCount, safeCount, pageCount, safePageCount, refusedCount } = countsOf(figures)
  const statement = [unit, device, figures.day, dossierCount, safeCount, pageCount, safePageCount, refusedCount, ...dossiers].join('\n')
  const digits = [...Buffer.from(sha256(statement), 'hex').subarray(0, 8)].map(byte => CROCKFORD.charAt(byte % 32)).join('')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** No I, L, O, U: read aloud and copied by hand it stays the same. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The dossier that names a page, among those of the ledger. */
export function subjectOfPage({ days }: Safekeeping, shortName: string): string | undefined {
  for (const dossiers of Object.values(days)) {
    const found = Object.entries(dossiers).find(([, kept]) => kept.pages.includes(shortName))
    if (found !== undefined) return found[0]
  }
  return undefined
}

export function codeOf(safekeeping: Safekeeping, subject: string): string | null {
  return keptOf(safekeeping, subject)?.begun?.code ?? null
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
