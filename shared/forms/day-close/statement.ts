import type { Day } from '../../base/day.ts'

/** What the statement of a day says (rule S8): only what the city has confirmed is counted as safe. */
export interface DayStatement {
  readonly day: Day
  /** UTC ms: the moment these figures stood. */
  readonly at: string
  /** Which PC and desk made it. */
  readonly desk: string
  readonly device: string
  /** One line a desk, in the order of their names. */
  readonly desks: readonly DeskCount[]
  readonly pageCount: number
  readonly safePageCount: number
  /** Dossiers of the day that the city has not confirmed whole, in sending order; code only, no names. */
  readonly waiting: readonly { readonly code: string, readonly desk: string, readonly pagesWaiting: number }[]
  /** "Không gửi được" (rule S5): the dossier it is about where there is one, and the problem's code. */
  readonly refused: readonly { readonly dossierCode: string | null, readonly problemCode: string }[]
  /** Short code that the city can look up once it has this statement. */
  readonly checkCode: string
}

export interface DeskCount {
  readonly desk: string
  readonly received: number
  readonly safe: number
}

/** The dossiers of a day counted by desk, desks in the order a person counts them: Quầy 2 before Quầy 10. */
export function countByDesk(dossiers: readonly { readonly desk: string, readonly isSafe: boolean }[]): readonly DeskCount[] {
  const counts = new Map<string, DeskCount>()
  for (const { desk, isSafe } of dossiers) {
    const before = counts.get(desk) ?? { desk, received: 0, safe: 0 }
    counts.set(desk, { desk, received: before.received + 1, safe: before.safe + (isSafe ? 1 : 0) })
  }
  return [...counts.values()].sort((one, other) => one.desk.localeCompare(other.desk, 'vi', { numeric: true }))
}
