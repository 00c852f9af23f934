import type { Progress, RefusedThing, RoundEnd, RoundTools } from './round-tools.ts'
import type { RoadProblem } from './transports/transport.ts'

/** The state of one round; `round.ts`, `push-lines.ts` and `pull-lines.ts` change it. */
export interface Run {
  readonly tools: RoundTools
  progress: Progress
  readonly refused: Map<string, RefusedThing>
  /** How far this PC's own log is at the city, as it said last. */
  ownAtCity: number
  /** The own log was refused in this round; nothing more of it is pushed. */
  isOwnHeld: boolean
  isCityBehind: boolean
  /** The city was told once in this round who this PC is. */
  hasGivenBack: boolean
  /** The city got something since it was asked last, so it has something to confirm. */
  isNewsThere: boolean
}

export function newRun(tools: RoundTools): Run {
  const progress: Progress = { pushedLines: 0, pulledLines: 0, wholePages: 0, pageBytes: 0, cityTime: null, cityHeads: null }
  return { tools, progress, refused: new Map(),
    ownAtCity: 0, isOwnHeld: false, isCityBehind: false, hasGivenBack: false, isNewsThere: false }
}

export function note(run: Run, more: Partial<Progress>): void {
  run.progress = { ...run.progress, ...more }
  run.tools.onProgress?.(run.progress)
}

export function refuse(run: Run, thing: RefusedThing): void {
  run.refused.set(thing.id, thing)
}

/** What a problem of the road means for the round. */
export function toEnd(problem: RoadProblem): RoundEnd {
  switch (problem.code) {
    case 'sync/unreachable':
      return { state: 'cut' }
    case 'sync/later':
      return { state: 'later', seconds: problem.seconds }
    case 'city/failed':
      return { state: 'later', seconds: FAILED_SECONDS }
    case 'sync/fork':
      return { state: 'copied', how: 'fork' }
    default:
      return { state: 'stuck', problem }
  }
}

/** A city with a bug is asked again, but not soon. */
const FAILED_SECONDS = 120
