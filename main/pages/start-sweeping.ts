import { pagesNamedIn } from '../../shared/dossiers/pages-of.ts'
import type { Journal } from '../journal/journal.ts'
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
    sweep({ ...tools, dossiers: () => everyDossier(tools) }).catch((error: unknown) => { if (!isStopped) tools.report(error) })
  }, LOOK_MS)
  return () => {
    isStopped = true
    clearInterval(timer)
  }
}

const LOOK_MS = 600_000
const A_DAY_MS = 86_400_000
const AT_ONCE = 100

async function* everyDossier({ journal, isSafe }: SweepingTools): AsyncGenerator<SweptDossier> {
  let position = {}
  for (;;) {
    const page = await journal.subjectsAfter(position, AT_ONCE)
    for (const { subject, acts } of page.subjects) {
      const pages = acts.flatMap(pagesNamedIn)
      if (pages.length > 0) yield { pages, isSafe: await isSafe(subject) }
    }
    if (page.done) return
    position = page.position
  }
}
