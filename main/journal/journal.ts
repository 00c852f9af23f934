import { join } from 'node:path'
import type { Act, NewAct, Position } from '../../shared/acts/act.ts'
import { failure, type Result } from '../../shared/base/result.ts'
import type { JournalState, SubjectsPage } from '../../shared/bridge/main-api.ts'
import { isFileError, makeFolder } from './durable-file.ts'
import type { Fold } from './folds.ts'
import { ownSurvey } from './open-logs.ts'
import type { AppendBy } from './own-log.ts'
import type { JournalProblem, ReadOnlyReason } from './problems.ts'
import { freeBytesOf, reserveIn } from './reserve.ts'
import { openSession, type Session } from './session.ts'
import { actsOfSubject, countOf, subjectsPage } from './subjects-page.ts'
import type { LogSurvey } from './survey.ts'
import { newWitnessWriter } from './witness.ts'

export interface JournalOptions {
  /** The data folder; the logs lie in its `journal/`. */
  readonly root: string
  readonly device: string
  /** UTC, ms. */
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
  readonly secondCopy?: string | null
  readonly folds?: readonly Fold[]
  /** The unit an act says its log belongs to, if it says so: logs of another unit are left out. */
  readonly unitOf?: (act: Act) => string | undefined
  /** Writes down what the drive said and returns the number to show. */
  readonly report?: (error: unknown) => number
}

/** The record of what happened, on this PC's disk. */
export interface Journal {
  /**
   * Saves all acts in one append, or none (rules J2, L18); resolves once they are on disk.
   *
   * Problems: `journal/disk-full`, `journal/write-failed`, `journal/read-only`.
   */
  readonly append: (newActs: readonly NewAct[], by: AppendBy) => Promise<Result<readonly Act[], JournalProblem>>
  /** What a fold says, acts on their way to the disk included. */
  readonly fold: <State>(fold: Fold<State>) => State
  readonly heads: () => Position
  /** Wall time of the newest act in folding order; null before the first. */
  readonly newestAt: () => string | null
  readonly state: () => JournalState
  /** What a person should be told about the folder, apart from `state`. */
  readonly problems: () => readonly JournalProblem[]
  /** In folding order, from the logs of all devices. */
  readonly actsOf: (subject: string) => Promise<readonly Act[]>
  /** Each subject of the domain touched after the position, once, with all its acts; at most `limit` subjects. */
  readonly subjectsAfter: (position: Position, limit: number, domain?: string) => Promise<SubjectsPage>
  /** Called after acts are on disk, in order; returns how to stop. */
  readonly onGrew: (listener: (acts: readonly Act[]) => void) => () => void
  /** Called when `state` changed in anything but its heads. */
  readonly onStateChanged: (listener: () => void) => () => void
  readonly setSecondCopy: (folder: string | null) => Promise<void>
  /** Resolves when the whole history was checked, and healed where that was possible. */
  readonly verified: () => Promise<JournalState>
  readonly close: () => Promise<void>
}

/**
 * Opens the journal of a data folder, whatever state it is in; what cannot be written opens read-only and says why.
 *
 * Reads from the checkpoint on; the whole history is checked in the background meanwhile.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { root, device, now, randomBytes, folds = [], report = () => 0 } = options
  const grewListeners = new Set<(acts: readonly Act[]) => void>()
  const stateListeners = new Set<(told: undefined) => void>()
  const reserve = reserveIn(root)
  let stuck: JournalState['readOnly'] = await whyNoFolder(join(root, 'journal', device), device)
  let verification: JournalState['verification']['state'] = 'running'
  const session = await open()
  const witness = newWitnessWriter(root, () => session.heads(), () => session.checkpoint())
  void reserve.ensure()
  const verified = verify().catch((error: unknown) => {
    if (stuck?.reason !== 'closed') report(error)
  })

  function open(): Promise<Session> {
    return openSession({
      root, device, folds, now, randomBytes, makeRoom, toProblem, leftOut: [], copied: {}, copyFolder: undefined,
      onSaved: acts => {
        witness.grew(acts.length)
        tell(grewListeners, acts)
      },
    })
  }

  async function verify(): Promise<void> {
    const surveys = await session.verified
    const damaged = surveys.find(({ verdict }) => verdict.kind === 'damaged')
    verification = damaged === undefined ? 'done' : 'damaged'
    stuck ??= whyDamaged(surveys, device)
    await witness.writeCheckpoint()
    tell(stateListeners, undefined)
  }

  async function makeRoom(error: unknown): Promise<boolean> {
    return isFileError(error, 'ENOSPC', 'EDQUOT') && await reserve.release()
  }

  async function toProblem(error: unknown, isWhole: boolean): Promise<JournalProblem> {
    const reference = report(error)
    if (!isWhole) {
      stuck = { device, seq: (session.heads()[device]?.seq ?? 0) + 1, reason: 'write-failed' }
      tell(stateListeners, undefined)
    }
    return isFileError(error, 'ENOSPC', 'EDQUOT')
      ? { code: 'journal/disk-full', freeBytes: await freeBytesOf(root) }
      : { code: 'journal/write-failed', reference }
  }

  function readOnly(): JournalState['readOnly'] {
    return stuck ?? whyDamaged(session.surveys, device)
  }

  function state(): JournalState {
    return {
      heads: session.heads(),
      actCount: countOf(session.heads()),
      verification: { state: verification, ...session.progress() },
      readOnly: readOnly(),
      tornLines: session.tornLines,
      healedLines: session.healedLines,
      secondCopy: { state: 'off', folder: null },
      endedAbruptly: session.endedAbruptly,
    }
  }

  return {
    append: (newActs, by) => {
      const why = readOnly()
      return why === null ? session.own.append(newActs, by)
        : Promise.resolve(failure({ code: 'journal/read-only', device: why.device, seq: why.seq, reason: why.reason as ReadOnlyReason }))
    },
    fold: fold => session.folds.current(fold),
    heads: () => session.heads(),
    newestAt: () => session.newest().at,
    state,
    problems: () => [],
    actsOf: async subject => {
      await session.verified
      return actsOfSubject(root, session.index.refsOf(subject))
    },
    subjectsAfter: async (position, limit, domain = 'dossier') => {
      await session.verified
      return subjectsPage(root, session.index, session.heads(), position, limit, domain)
    },
    onGrew: listener => listen(grewListeners, listener),
    onStateChanged: listener => listen(stateListeners, listener),
    setSecondCopy: async () => undefined,
    verified: async () => {
      await verified
      return state()
    },
    close: async () => {
      stuck = { device, seq: 0, reason: 'closed' }
      await session.close()
      await witness.close()
    },
  }
}

/** Null when the folder of this device's log is there or could be made. */
async function whyNoFolder(folder: string, device: string): Promise<JournalState['readOnly']> {
  try {
    await makeFolder(folder)
    return null
  } catch (error) {
    if (!isFileError(error)) throw error
    return { device, seq: 1, reason: 'folder' }
  }
}

/** Why nothing may be added to this device's log; damage in another device's log does not hinder it. */
function whyDamaged(surveys: readonly LogSurvey[], device: string): JournalState['readOnly'] {
  const { verdict } = ownSurvey({ surveys }, device)
  return verdict.kind === 'damaged' ? { device, seq: verdict.seq, reason: verdict.reason } : null
}

function listen<T>(listeners: Set<(told: T) => void>, listener: (told: T) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** On a turn of its own: what a listener does wrong is no failure of the journal. */
function tell<T>(listeners: ReadonlySet<(told: T) => void>, told: T): void {
  for (const listener of listeners) queueMicrotask(() => listener(told))
}
