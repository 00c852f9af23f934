import type { LeftHere } from '../../../shared/bridge/scanning-api.ts'
import type { Spool } from './spool.ts'

/** Pages kept here for a desk; `isLeft` when nobody came for them for a while. */
export interface KeptForDesk extends LeftHere {
  readonly isLeft: boolean
}

export interface LeftWatch {
  /** Call now and then: what nobody was at then, and is at neither now, was left. */
  readonly look: () => void
  readonly list: () => readonly KeptForDesk[]
}

export interface LeftTools {
  readonly spool: Pick<Spool, 'runs' | 'count' | 'endOf'>
  readonly isBusy: (run: string) => boolean
  /** What was left is another than at the look before. */
  readonly onChanged: () => void
}

/** Tells the runs whose desk never came back from those whose line was cut a moment ago; what ended before this start was left. */
export function watchLeft({ spool, isBusy, onChanged }: LeftTools): LeftWatch {
  let left = new Set(spool.runs().map(({ run }) => run).filter(run => spool.endOf(run) !== undefined))
  let quiet = left
  const waits = (run: string): boolean => spool.count(run) > 0 && !isBusy(run)

  return {
    look: () => {
      const now = spool.runs().map(({ run }) => run).filter(waits)
      const before = left
      left = new Set(now.filter(run => quiet.has(run)))
      quiet = new Set(now)
      if (left.size !== before.size || [...left].some(run => !before.has(run))) onChanged()
    },
    list: () => spool.runs().filter(({ run }) => spool.count(run) > 0).map(({ run, desk, at }) => ({
      run, desk, sides: spool.count(run), since: at, isLeft: left.has(run) && waits(run),
    })),
  }
}
