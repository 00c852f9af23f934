import type { DayClose, DossierSafety } from '../../../shared/bridge/main-api.ts'

export type DayListId = 'all' | 'safe' | 'waiting' | 'refused'

/** The day's figures; every number is the length of the list behind it. */
export interface DayFigures {
  readonly all: readonly DossierSafety[]
  readonly safe: readonly DossierSafety[]
  /** Not safe, and nothing of it refused. */
  readonly waiting: readonly DossierSafety[]
  readonly waitingPages: number
  /** Dossiers of the day that hold something refused, for the bar; "Không gửi được" may also hold things of no dossier. */
  readonly refusedDossiers: number
}

export function dayFigures({ dossiers, refused }: DayClose): DayFigures {
  const stuck = new Set(refused.flatMap(({ subject }) => subject === null ? [] : [subject]))
  const safe = dossiers.filter(({ isSafe }) => isSafe)
  const waiting = dossiers.filter(({ isSafe, subject }) => !isSafe && !stuck.has(subject))
  return {
    all: dossiers,
    safe,
    waiting,
    waitingPages: waiting.reduce((sum, { pagesWaiting }) => sum + pagesWaiting, 0),
    refusedDossiers: dossiers.length - safe.length - waiting.length,
  }
}
