import type { Act } from '../acts/act.ts'
import type { DossierBodies } from './act-bodies.ts'
import type { Progress } from './progress.ts'

/** Nothing has happened yet to what was refused or sent home. */
export const NO_PROGRESS: Progress = {
  receiver: null, holder: null, handovers: [], promises: [], pauses: [],
  supplements: [], payments: [], drafts: [], results: [], money: [], originals: [],
}

/** A received dossier lies with the clerk who received it, under its first promise. */
export function beginProgress({ due, clerkName }: DossierBodies['dossier/received'], { at, author }: Act): Progress {
  const receiver = { userId: author, name: clerkName }
  return { ...NO_PROGRESS, receiver, holder: { ...receiver, since: at }, promises: [{ due, at, by: 'received' }] }
}
