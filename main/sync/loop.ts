import type { Problem } from '../../shared/base/result.ts'
import type { RoundEnd, RoundResult } from './round-tools.ts'

export interface LoopTools {
  /** Runs one round; the loop runs one at a time. */
  readonly round: () => Promise<RoundResult>
  /** Whether the system knows of a network at all. */
  readonly isOnline: () => boolean
  /** UTC ms. */
  readonly now: () => number
  /** Chance between 0 and 1: so that a hundred offices do not come in the same second (rule S10). */
  readonly chance: () => number
  readonly onChanged: () => void
  /** A bug inside a round: it is written down, and tried again like a broken line. */
  readonly report: (error: unknown) => void
}

/** How the road stands between two rounds. */
export type RoadState =
  | { readonly state: 'idle' | 'offline' }
  | { readonly state: 'later', readonly at: string }
  | { readonly state: 'stuck', readonly problem: Problem }

export interface Loop {
  readonly state: () => RoadState
  readonly isRunning: () => boolean
  /** The journal grew: soon, but not before the person has gone on. */
  readonly grew: () => void
  /** The program has just opened: once the start is over. */
  readonly begin: () => void
  /** F8, a network that came up, a PC that woke: now. */
  readonly now: () => Promise<void>
  /** Ends within a moment; a round that runs is left where it stands. */
  readonly stop: () => Promise<void>
}

/**
 * Rounds by themselves, quiet: soon after something was written, else every few minutes; after a broken line again and again,
 * each time later.
 */
export function startLoop(tools: LoopTools): Loop {
  let state: RoadState = { state: 'idle' }
  let failCount = 0
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let dueAt = Infinity
  let isStopped = false
  let isAskedAgain = false

  function plan(ms: number): void {
    if (isStopped) return
    const at = tools.now() + ms
    if (at >= dueAt) return
    clearTimeout(timer)
    dueAt = at
    timer = setTimeout(() => { run().catch(tools.report) }, ms)
    timer.unref()
  }

  function run(): Promise<void> {
    if (isStopped) return Promise.resolve()
    clearTimeout(timer)
    dueAt = Infinity
    isAskedAgain = running !== undefined
    running ??= once().finally(() => {
      running = undefined
      tools.onChanged()
      if (isAskedAgain) plan(AFTER_WRITING_MS)
    })
    return running
  }

  async function once(): Promise<void> {
    isAskedAgain = false
    try {
      const result = await tools.round()
      failCount = Math.min(failCount, patienceAfter(result))
      settle(result.end)
    } catch (error) {
      tools.report(error)
      settle({ state: 'cut' })
    }
  }

  function settle(end: RoundEnd): void {
    const jittered = (ms: number): number => ms * (0.75 + tools.chance() / 2)
    const isFailure = end.state === 'cut'
    failCount = isFailure ? failCount + 1 : 0
    const waitMs = jittered(waitOf(end, failCount))
    state = stateOf(end, waitMs)
    plan(waitMs)
  }

  function stateOf(end: RoundEnd, waitMs: number): RoadState {
    const at = new Date(tools.now() + waitMs).toISOString()
    switch (end.state) {
      case 'later':
        return { state: 'later', at }
      case 'stuck':
        return { state: 'stuck', problem: end.problem }
      case 'copied':
        return { state: 'stuck', problem: { code: 'sync/fork' } }
      case 'cut':
        return tools.isOnline() && failCount >= MANY_FAILURES ? { state: 'later', at } : { state: 'offline' }
      default:
        return { state: 'idle' }
    }
  }

  return {
    state: () => state,
    isRunning: () => running !== undefined,
    grew: () => {
      // Asked to wait, or stuck: what was written waits with the rest.
      if (state.state === 'idle') plan(AFTER_WRITING_MS)
      isAskedAgain ||= running !== undefined
    },
    begin: () => plan(START_IS_OVER_MS),
    now: run,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** A start has the machine to itself. */
const START_IS_OVER_MS = 3000
const AFTER_WRITING_MS = 1500
const QUIET_MS = 3 * 60_000
const STUCK_MS = 2 * 60_000
/** A line that comes up for minutes must not be slept through; to knock costs next to nothing. */
const [FIRST_RETRY_MS, LAST_RETRY_MS] = [400, 20_000]
const MANY_FAILURES = 6

function waitOf(end: RoundEnd, failCount: number): number {
  switch (end.state) {
    case 'done':
      return QUIET_MS
    case 'unfinished':
      return 0
    case 'later':
      return end.seconds * 1000 * LATER_SLACK
    case 'cut':
      return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failCount - 1))
    case 'copied':
    case 'stuck':
      return STUCK_MS
  }
}

/** Jitter takes up to a quarter away, and a wait the city asked for is not to be shortened. */
const LATER_SLACK = 4 / 3

/** A line that brought something is tried again at once; one that brought only pieces of pages, almost. */
function patienceAfter({ pushedLines, pulledLines, wholePages, pageBytes }: RoundResult): number {
  if (pushedLines + pulledLines + wholePages > 0) return 0
  return pageBytes > 0 ? 2 : Infinity
}
