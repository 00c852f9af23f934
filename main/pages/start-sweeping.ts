import type { Journal } from '../journal/journal.ts'
import { actsOfEveryDossier, everyDossier } from './every-dossier.ts'
import { sweepParts } from './sweep-parts.ts'
import { sweepUnnamed, type UnnamedTools } from './sweep-unnamed.ts'
import { sweep, type SweepTools, type SweptDossier } from './sweep.ts'

export interface SweepingTools extends Omit<SweepTools, 'dossiers' | 'store'>, Pick<UnnamedTools, 'trayPages' | 'texts'> {
  /** The data folder. */
  readonly root: string
  readonly journal: Pick<Journal, 'subjectsAfter' | 'state' | 'problems'>
  readonly store: SweepTools['store'] & UnnamedTools['store']
  readonly isSafe: (subject: string) => Promise<boolean>
  /** Nobody is at the PC: the whole journal is walked. */
  readonly isIdle: () => boolean
  readonly report: (error: unknown) => void
  readonly lookMs?: number
}

/** Sweeps once a day while nobody is at the PC; returns how to stop. */
export function startSweeping(tools: SweepingTools): () => void {
  let sweptAt = 0
  let isStopped = false
  const timer = setInterval(() => {
    if (!tools.isIdle() || tools.now() - sweptAt < A_DAY_MS) return
    sweptAt = tools.now()
    sweepAll(tools).catch((error: unknown) => { if (!isStopped) tools.report(error) })
  }, tools.lookMs ?? LOOK_MS)
  return () => {
    isStopped = true
    clearInterval(timer)
  }
}

const LOOK_MS = 600_000
const A_DAY_MS = 86_400_000

async function sweepAll(tools: SweepingTools): Promise<void> {
  const { root, journal } = tools
  await sweepParts(root, tools.now)
  await sweep({ ...tools, dossiers: () => dossiersOf(tools) })
  await sweepUnnamed({
    ...tools, dossiers: () => actsOfEveryDossier(journal),
    isJournalWhole: () => {
      const { verification, readOnly } = journal.state()
      return verification.state === 'done' && readOnly === null && journal.problems().length === 0
    },
  })
}

async function* dossiersOf({ journal, isSafe }: SweepingTools): AsyncGenerator<SweptDossier> {
  for await (const { subject, pages } of everyDossier(journal)) yield { pages, isSafe: await isSafe(subject) }
}
