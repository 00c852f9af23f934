import { randomBytes } from 'node:crypto'
import type { NewAct } from '../../shared/acts/act.ts'
import type { Fold } from '../../main/journal/folds.ts'
import { openJournal, type Journal, type JournalOptions } from '../../main/journal/journal.ts'

export const DEVICE = 'quay-01'
export const NOON = '2026-11-25T05:00:00.000Z'
export const by = { author: 'clerk', at: NOON }

/** How many acts there are: the smallest thing a checkpoint can get wrong. */
export const counting: Fold<number> = { name: 'count', version: 1, initial: 0, apply: count => count + 1 }

/** A real journal on a real folder; only the clock stands still at noon. */
export function openAt(root: string, options: Partial<JournalOptions> = {}): Promise<Journal> {
  return openJournal({ root, device: DEVICE, now: () => Date.parse(NOON), randomBytes, folds: [counting], ...options })
}

/** An act that no rule hinders. */
export function note(dossier: string, text = 'x'): NewAct {
  return { subject: `dossier:${dossier}`, kind: 'dossier/noted', body: { text } }
}
