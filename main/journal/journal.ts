import { join } from 'node:path'
import type { Act, NewAct, Position } from '../../shared/acts/act.ts'
import { failure, type Result } from '../../shared/base/result.ts'
import type { JournalState, SubjectsPage } from '../../shared/bridge/main-api.ts'
import { headsIn, startBackup, type Backup } from './backup.ts'
import { removeCheckpoint } from './checkpoint.ts'
import { isFileError, makeFolder } from './durable-file.ts'
import type { Fold } from './folds.ts'
import { ownSurvey } from './open-logs.ts'
import type { AppendBy } from './own-log.ts'
import type { JournalProblem, ReadOnlyReason, ReceiveProblem } from './problems.ts'
import { rawLinesAfter } from './raw-lines.ts'
import { freeBytesOf, reserveIn } from './reserve.ts'
import { restoreLog } from './restore.ts'
import { openSession, type Session } from './session.ts'
import { actsOfSubject, countOf, subjectsPage } from './subjects-page.ts'
import type { LogSurvey } from './survey.ts'
import { logsOfOtherUnits } from './whose-logs.ts'
import { newGate } from './verify-later.ts'
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
  /**
   * Takes lines of another device's or the city's log (rule S1), without LF, oldest first; resolves once they are on disk. What is
   * there already changes nothing; what does not follow is refused, and what stood right before it stays.
   *
   * Problems: `journal/line-broken`, `journal/line-gap`, `journal/line-fork`, `journal/receive-failed`, `journal/read-only`.
   */
  readonly receive: (device: string, lines: readonly string[]) => Promise<Result<null, ReceiveProblem | JournalProblem>>
  /** The lines of a log after `seq` as they lie, without LF, until `bytes` are reached: at least one when there is any. */
  readonly linesAfter: (device: string, seq: number, bytes: number) => Promise<readonly string[]>
  /** The latest wall time any act was written at, UTC with ms, however the clock was set since (rule T16); null before the first. */
  readonly newestAt: () => string | null
  readonly state: () => JournalState
  /** What a person should be told about the folder, apart from `state`. */
  readonly problems: () => readonly JournalProblem[]
  /** In folding order, from the logs of all devices. */
  readonly actsOf: (subject: string) => Promise<readonly Act[]>
  /** Each subject of these domains (dossiers unless told) touched after the position, once, with all its acts; at most `limit`. */
  readonly subjectsAfter: (position: Position, limit: number, domains?: readonly string[]) => Promise<SubjectsPage>
  /** Called after acts are on disk, in order; returns how to stop. */
  readonly onGrew: (listener: (acts: readonly Act[]) => void) => () => void
  /** Called when `state` changed in anything but its heads. */
  readonly onStateChanged: (listener: () => void) => () => void
  /** Where the second copy lies; null ends it. What lies there already is checked and followed. */
  readonly setSecondCopy: (folder: string | null) => Promise<void>
  /** Resolves when the whole history was checked, and healed where that was possible. */
  readonly verified: () => Promise<JournalState>
  /** Resolves when the second copy holds what the journal holds now, or cannot be written. */
  readonly copied: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Opens the journal of a data folder, whatever state it is in; what cannot be written opens read-only and says why.
 *
 * Reads from the checkpoint on; the whole history is checked in the background once the start is over.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { root, device, now, randomBytes, folds = [], unitOf = () => undefined, report = () => 0 } = options
  const folder = join(root, 'journal')
  const grewListeners = new Set<(acts: readonly Act[]) => void>()
  const stateListeners = new Set<(told: undefined) => void>()
  const reserve = reserveIn(root)
  const gate = newGate(START_IS_OVER_MS)
  let stuck = await whyNoFolder(join(folder, device), device)
  const otherUnits = await logsOfOtherUnits(folder, device, unitOf)
  let copyRoot = options.secondCopy ?? null
  let healing: Promise<void> | undefined
  let closing: Promise<void> | undefined
  let verification: JournalState['verification']['state'] = 'running'
  let [tornLines, healedLines] = [0, 0]
  let session = await open()
  const { endedAbruptly } = session
  const witness = newWitnessWriter(root, () => isHurt() ? undefined : session.heads(), () => isHurt() ? undefined : session.checkpoint())
  let backup = startCopy()
  const verified = verify().catch((error: unknown) => {
    if (stuck?.reason !== 'closed') report(error)
  })
  void reserve.ensure()

  async function open(): Promise<Session> {
    const copyFolder = copyRoot === null ? undefined : join(copyRoot, 'journal')
    const copied = copyFolder === undefined ? undefined : await inTime(headsIn(copyFolder))
    const opened = await openSession({
      root, device, folds, now, randomBytes, makeRoom, toProblem, gate,
      leftOut: otherUnits.map(other => other.device), copied: copied ?? {}, copyFolder: copied === undefined ? undefined : copyFolder,
      onSaved: acts => {
        witness.grew(acts.length)
        backup?.grew()
        tell(grewListeners, acts)
      },
    })
    tornLines += opened.tornLines
    healedLines += opened.healedLines
    return opened
  }

  function startCopy(): Backup | undefined {
    return copyRoot === null ? undefined : startBackup({
      root, copyRoot,
      places: () => session.places(), witnesses: of => session.witnesses(of), onStateChanged: () => tell(stateListeners, undefined),
    })
  }

  /** Checks the whole history, and once heals what can be healed. */
  async function verify(): Promise<void> {
    let surveys = await session.verified
    if (newlyHurt(surveys).length > 0) {
      healing = heal(newlyHurt(surveys))
      await healing
      healing = undefined
      surveys = await session.verified
    }
    const isDamaged = surveys.some(({ verdict }) => verdict.kind === 'damaged')
    stuck ??= whyDamaged(surveys, device)
    verification = isDamaged ? 'damaged' : 'done'
    await (isDamaged ? removeCheckpoint(root) : witness.writeCheckpoint())
    healedLines += await backup?.verify() ?? 0
    tell(stateListeners, undefined)
  }

  /** Damage that opening did not meet, since it stands before the checkpoint. */
  function newlyHurt(surveys: readonly LogSurvey[]): readonly LogSurvey[] {
    return surveys.filter(({ device: of, verdict }) => verdict.kind === 'damaged' && verdict.reason !== 'newer-version' &&
      !session.surveys.some(met => met.device === of && met.verdict.kind === 'damaged'))
  }

  /** Nothing is appended while files are replaced; then the logs are opened anew, from the first line. */
  async function heal(hurt: readonly LogSurvey[]): Promise<void> {
    await session.close()
    await removeCheckpoint(root)
    const sources = copyRoot === null ? [] : [join(copyRoot, 'journal')]
    for (const { device: of } of hurt) {
      healedLines += await restoreLog({ root, device: of, target: folder, sources, witnesses: session.witnesses(of) })
    }
    session = await open()
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
    if (stuck !== null) return stuck
    return healing === undefined ? whyDamaged(session.surveys, device) : { device, seq: 1, reason: 'healing' }
  }

  /** Damaged, what is written beside the journal stays as it is: it may be the only witness. */
  function isHurt(): boolean {
    return verification === 'damaged' || session.surveys.some(({ verdict }) => verdict.kind === 'damaged')
  }

  function state(): JournalState {
    return {
      heads: session.heads(),
      actCount: countOf(session.heads()),
      verification: { state: verification, ...session.progress() },
      readOnly: readOnly(),
      tornLines,
      healedLines,
      secondCopy: { state: backup?.state() ?? 'off', folder: copyRoot },
      endedAbruptly,
    }
  }

  function problems(): readonly JournalProblem[] {
    return [...otherUnits, ...session.surveys.flatMap(({ device: of, verdict }): readonly JournalProblem[] => {
      if (verdict.kind !== 'damaged') return []
      if (verdict.reason === 'newer-version') return [{ code: 'journal/newer-version', device: of, seq: verdict.seq }]
      return [{ code: 'journal/read-only', device: of, seq: verdict.seq, reason: verdict.reason }]
    })]
  }

  /** The index is whole and no file is being replaced. */
  async function whole(): Promise<Session> {
    gate.open()
    await session.verified
    await healing
    await session.verified
    return session
  }

  return {
    append: (newActs, by) => {
      const why = readOnly()
      return why === null ? session.own.append(newActs, by)
        : Promise.resolve(failure({ code: 'journal/read-only', device: why.device, seq: why.seq, reason: why.reason as ReadOnlyReason }))
    },
    receive: async (of, lines) => {
      if (stuck?.reason === 'closed' || of === device) return failure({ code: 'journal/read-only', device: of, seq: 0, reason: 'closed' })
      await healing
      const hurt = whyDamaged(session.surveys, of)
      if (hurt !== null) return failure({ code: 'journal/read-only', device: of, seq: hurt.seq, reason: hurt.reason as ReadOnlyReason })
      return session.others.receive(of, lines)
    },
    linesAfter: async (of, seq, bytes) => rawLinesAfter(folder, (await whole()).index, of, seq, bytes),
    fold: fold => session.folds.current(fold),
    heads: () => session.heads(),
    newestAt: () => session.newest().at,
    state,
    problems,
    actsOf: async subject => actsOfSubject(root, (await whole()).index.refsOf(subject)),
    subjectsAfter: async (position, limit, domains = ['dossier']) =>
      subjectsPage(root, (await whole()).index, session.heads(), position, limit, domains),
    onGrew: listener => listen(grewListeners, listener),
    onStateChanged: listener => listen(stateListeners, listener),
    setSecondCopy: async next => {
      if (next === copyRoot) return
      await backup?.close()
      copyRoot = next
      backup = startCopy()
      void backup?.verify().catch(report)
    },
    verified: async () => {
      gate.open()
      await verified
      return state()
    },
    copied: async () => {
      await backup?.settled()
    },
    close: () => closing ??= close(),
  }

  async function close(): Promise<void> {
    await healing
    stuck = { device, seq: 0, reason: 'closed' }
    await session.close()
    gate.open()
    await backup?.close()
    await witness.close()
  }
}

/** A start has the machine to itself: the check of the history begins when somebody needs it, at the latest after this. */
const START_IS_OVER_MS = 10_000

/** A drive that does not answer counts as not there. */
const DRIVE_ANSWERS_MS = 3000

async function inTime<T>(asked: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), DRIVE_ANSWERS_MS)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
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
