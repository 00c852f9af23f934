import type { Act } from '../../shared/acts/act.ts'
import { closesUnreturned } from '../../shared/dossiers/lifecycle.ts'

/** The brake on a mass loss (rule S13): a pull that would close too much of what lies here waits for the director. */
export interface Brake {
  /** Whether these acts, with those let through lately, would close more than may go unseen. */
  readonly mustBrake: (acts: readonly Act[]) => Promise<boolean>
  /** The director has looked and lets the next round through. */
  readonly release: () => void
  /** A round came to its end, so what was released is through. */
  readonly roundEnded: () => void
}

export interface BrakeTools {
  /** Whether this PC holds the dossier and it is not closed. */
  readonly isOpen: (subject: string) => Promise<boolean>
  readonly openCount: () => number
  /** UTC ms. */
  readonly now: () => number
}

export function openBrake({ isOpen, openCount, now }: BrakeTools): Brake {
  let closedAt = new Map<string, number>()
  let isReleased = false
  return {
    mustBrake: async acts => {
      const closing = new Set(acts.filter(({ kind }) => closesUnreturned(kind)).map(({ subject }) => subject))
      if (closing.size === 0 || isReleased) return false
      closedAt = new Map([...closedAt].filter(([, at]) => now() - at < REMEMBERED_MS))
      const opened: string[] = []
      for (const subject of closing) if (!closedAt.has(subject) && await isOpen(subject)) opened.push(subject)
      if (isTooMuch(closedAt.size + opened.length, openCount() + closedAt.size)) return true
      for (const subject of opened) closedAt.set(subject, now())
      return false
    },
    release: () => {
      isReleased = true
    },
    roundEnded: () => {
      isReleased = false
    },
  }
}

/** A pull may come in pieces and over days of a bad line. */
const REMEMBERED_MS = 24 * 3_600_000

/** More than 50, or more than a tenth; a handful is a tenth only in an office that has just begun. */
function isTooMuch(closing: number, open: number): boolean {
  return closing > 50 || closing >= 5 && closing * 10 > open
}
