import type { Journal } from '../journal/journal.ts'
import { everyDossier } from './every-dossier.ts'
import { sweep, type SweepTools, type SweptDossier } from './sweep.ts'

export interface SweepingTools extends Omit<SweepTools, 'dossiers'> {
  readonly journal: Pick<Journal, 'subjectsAfter'>
  readonly isSafe: (subject: string) => Promise<boolean>
  /** Nobody is at the PC: the whole journal is walked. */
  readonly isIdle: () => boolean
  readonly report: (error: unknown) => void
}

/** Sweeps once a day while nobody is at the PC; returns how to stop. */
export function startSweeping(tools: SweepingTools): () => void {
  let sweptAt = 0
  let isStopped = false
  const timer = setInterval(() => {
    if (!tools.isIdle() || tools.now() - sweptAt < A_DAY_MS) return
    sweptAt = tools.now()
    sweep({ ...tools, dossiers: () => dossiersOf(tools) }).catch((error: unknown) => { if (!isStopped) tools.report(error) })
  }, LOOK_MS)
  return () => {
    isStopped = true
    clearInterval(timer)
  }
}

const LOOK_MS = 600_000
const A_DAY_MS = 86_400_000

async function* dossiersOf({ journal, isSafe }: SweepingTools): AsyncGenerator<SweptDossier> {
  for await (const { subject, pages } of everyDossier(journal)) yield { pages, isSafe: await isSafe(subject) }
}
