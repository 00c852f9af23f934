import type { Waiting } from '../drivers/driver.ts'

/** Who may use the scanner now: one desk at a time, in the order they asked. */
export interface Turns {
  /** Resolves when the turn has come; undefined when the asker went away before. */
  readonly take: (asker: Asker) => Promise<GiveBack | undefined>
  /** Sheets of this desk may still lie in the feeder: nobody else's turn comes before it asked again, or before a while has passed. */
  readonly keepFor: (device: string, desk: string) => void
  readonly stop: () => void
}

export interface Asker {
  readonly device: string
  readonly desk: string
  readonly sheetsLeft: () => number | null
  readonly signal: AbortSignal
  readonly onWait: (waiting: Waiting | null) => void
}

/** `paperLeft`: the run did not empty the stack. */
export type GiveBack = (paperLeft: boolean) => void

export interface TurnsTools {
  /** Milliseconds a desk keeps its turn for the rest of its stack. */
  readonly keepMs: number
}

export function openTurns({ keepMs }: TurnsTools): Turns {
  const queue: (Asker & { readonly begin: (give: GiveBack | undefined) => void })[] = []
  let now: Asker | undefined
  let keeper: { readonly device: string; readonly desk: string; readonly timer: NodeJS.Timeout } | undefined

  function next(): void {
    if (now !== undefined) return tell()
    const at = queue.findIndex(({ device }) => keeper === undefined || device === keeper.device)
    const [asker] = at < 0 ? [] : queue.splice(at, 1)
    if (asker === undefined) return tell()
    now = asker
    endKeeping()
    asker.onWait(null)
    asker.begin(paperLeft => {
      if (now !== asker) return
      now = undefined
      if (paperLeft) keepFor(asker.device, asker.desk)
      else next()
    })
    tell()
  }

  /** Those who wait see who has it, and how much is left. */
  function tell(): void {
    const holder = now ?? keeper
    if (holder === undefined) return
    for (const asker of queue) asker.onWait({ by: holder.desk, sheetsLeft: now?.sheetsLeft() ?? null })
  }

  function keepFor(device: string, desk: string): void {
    endKeeping()
    keeper = { device, desk, timer: setTimeout(() => { endKeeping(); next() }, keepMs) }
    next()
  }

  function endKeeping(): void {
    clearTimeout(keeper?.timer)
    keeper = undefined
  }

  return {
    take: asker => new Promise(resolve => {
      if (asker.signal.aborted) return resolve(undefined)
      const waiting = { ...asker, begin: resolve }
      asker.signal.addEventListener('abort', () => {
        const at = queue.indexOf(waiting)
        if (at < 0) return
        queue.splice(at, 1)
        resolve(undefined)
      }, { once: true })
      queue.push(waiting)
      next()
    }),
    keepFor,
    stop: endKeeping,
  }
}
