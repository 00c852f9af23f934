import { join } from 'node:path'
import type { Act, Position } from '../../shared/acts/act.ts'
import { CLOCK_START, compareClocks } from '../../shared/acts/clock.ts'
import { holds, readCheckpoint, type Checkpoint } from './checkpoint.ts'
import { isKnown, newFoldStates, type Fold, type FoldStates } from './folds.ts'
import { readHeads } from './heads-file.ts'
import { devicesIn, readLogs, type LogToRead } from './read-logs.ts'
import { emptySurvey, type KnownLine, type LogSurvey } from './survey.ts'

/** Where the newest act stands in time. */
export interface Newest {
  /** Later than every act here (rule J4). */
  readonly clock: string
  /** The latest wall time that is believed; null before the first. */
  readonly at: string | null
}

/**
 * How far another's clock may run ahead and still be believed as a time.
 *
 * Its ticks are followed however far it ran (rule J4): acts written here afterwards must fold later. But one PC whose clock says
 * next year would otherwise open locks and ask for a confirmation of every receipt at all the others (rules T16, U2). The price:
 * where this PC's own clock was set back by more than this, another's act does not say so; its own acts and the city do.
 */
const BELIEVED_AHEAD_MS = 48 * 3_600_000

export function newerOf(newest: Newest, { clock, at, device }: Pick<Act, 'clock' | 'at' | 'device'>, own: string, nowMs: number): Newest {
  const isBelieved = device === own || Date.parse(at) <= nowMs + BELIEVED_AHEAD_MS
  return {
    clock: compareClocks(clock, newest.clock) > 0 ? clock : newest.clock,
    at: isBelieved && (newest.at === null || at > newest.at) ? at : newest.at,
  }
}

/** What opening found: the state of each log, and the folds up to the newest line that reads. */
export interface OpenedLogs {
  readonly surveys: readonly LogSurvey[]
  readonly folds: FoldStates
  readonly newest: Newest
  readonly endedAbruptly: boolean
  /** What is known to have been acknowledged, by device. */
  readonly witnesses: ReadonlyMap<string, readonly KnownLine[]>
}

export interface LogsToOpen {
  readonly root: string
  readonly device: string
  readonly folds: readonly Fold[]
  /** UTC, ms. */
  readonly now: () => number
  /** Logs that belong to another office. */
  readonly leftOut: readonly string[]
  /** What the second copy holds. */
  readonly copied: Position
}

/** Reads the logs from the checkpoint on, or from the beginning where there is none that holds. */
export async function openLogs({ root, device, folds, now, leftOut, copied }: LogsToOpen): Promise<OpenedLogs> {
  const [record, checkpoint] = [await readHeads(root), await readCheckpoint(root)]
  const found = await devicesIn(join(root, 'journal'))
  const devices = [...new Set([...found, device])].filter(name => !leftOut.includes(name)).sort()
  const witnesses = new Map(devices.map(name => [name, witnessesOf(name, copied, checkpoint, record?.heads)]))
  const usable = checkpoint !== undefined && folds.every(fold => isKnown(fold, checkpoint.folds)) &&
    Object.keys(checkpoint.logs).every(name => devices.includes(name)) && await holds(root, checkpoint) ? checkpoint : undefined
  const read = await readFrom(usable)
  return { ...read, witnesses, endedAbruptly: record?.isClosed === false }

  async function readFrom(start: Checkpoint | undefined): Promise<Pick<OpenedLogs, 'surveys' | 'folds' | 'newest'>> {
    const states = newFoldStates(folds, start?.folds ?? {})
    let newest: Newest = start?.newest ?? { clock: CLOCK_START, at: null }
    const onAct = (act: Act): void => {
      newest = newerOf(newest, act, device, now())
      states.saved(act)
    }
    const logs = devices.map((name): LogToRead => {
      const from = start?.logs[name]
      return { device: name, witnesses: witnesses.get(name) ?? [], ...(from === undefined ? {} : { from }) }
    })
    const surveys = await readLogs(join(root, 'journal'), logs, onAct)
    states.takeBack()
    return { surveys, folds: states, newest }
  }
}

/** The survey of this device's own log. */
export function ownSurvey(opened: Pick<OpenedLogs, 'surveys'>, device: string): LogSurvey {
  return opened.surveys.find(survey => survey.device === device) ?? emptySurvey(device)
}

/** The later stands for the more trusted where two name one line differently. */
function witnessesOf(
  device: string, copied: Position, checkpoint: Checkpoint | undefined, heads: Position | undefined,
): readonly KnownLine[] {
  return [copied[device], checkpoint?.logs[device], heads?.[device]].flatMap(known =>
    known === undefined || known.seq === 0 ? [] : [{ seq: known.seq, name: known.name }])
}
