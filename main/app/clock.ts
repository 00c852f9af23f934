/** Where the program's time comes from; everything else takes it as an argument (rule T1). */
export interface Clock {
  /** UTC milliseconds. */
  readonly now: () => number
}

/**
 * This PC's clock, or one that was set to another instant when the program started.
 *
 * `--clock=2026-11-25T08:30:00.000Z` lets a rehearsal run at a chosen hour; a packed program
 * ignores it, since a receipt must never carry a made-up time.
 */
export function startClock(args: readonly string[], isPackaged: boolean): Clock {
  const chosen = args.find(arg => arg.startsWith('--clock='))?.slice('--clock='.length)
  const start = chosen === undefined || isPackaged ? Number.NaN : Date.parse(chosen)
  if (Number.isNaN(start)) return { now: () => Date.now() }
  const offset = start - Date.now()
  return { now: () => Date.now() + offset }
}
