import { join } from 'node:path'
import type { Act, Position } from '../../shared/acts/act.ts'
import { newSubjectIndex, type SubjectIndex } from './by-subject.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { FoldStates } from './folds.ts'
import { newerOf, ownSurvey, type Newest } from './open-logs.ts'
import { openOtherLogs, type OtherLogs } from './other-logs.ts'
import { openOwnLog, type OwnLog, type OwnLogOptions, type SavedAct } from './own-log.ts'
import { openAndRepair, type LogsToRepair } from './repair.ts'
import { countOf } from './subjects-page.ts'
import type { KnownLine, LogSurvey } from './survey.ts'
import { verifyLater, type Gate } from './verify-later.ts'
import { startVerification } from './verify.ts'
import type { VerifiedLines } from './verify-task.ts'
import { logSizes, type LogPlace } from './walk-log.ts'

export interface SessionOptions extends LogsToRepair, Pick<OwnLogOptions, 'now' | 'randomBytes' | 'makeRoom' | 'toProblem'> {
  readonly onSaved: (acts: readonly Act[]) => void
  /** The history is checked once this is open. */
  readonly gate: Gate
}

/** The logs as they were opened, and as they grew since. After a healing in the background they are opened anew. */
export interface Session {
  readonly own: OwnLog
  readonly others: OtherLogs
  readonly folds: FoldStates
  readonly index: SubjectIndex
  /** What opening found. */
  readonly surveys: readonly LogSurvey[]
  readonly tornLines: number
  readonly healedLines: number
  readonly endedAbruptly: boolean
  readonly heads: () => Position
  /** How far each log is on disk. */
  readonly places: () => ReadonlyMap<string, LogPlace>
  /** What is known to be acknowledged, the newest line included. */
  readonly witnesses: (device: string) => readonly KnownLine[]
  readonly newest: () => Newest
  /** Undefined while a log is damaged: then there is nothing to vouch for. */
  readonly checkpoint: () => Checkpoint | undefined
  /** Acts checked from the first line on, and how many there were at opening. */
  readonly progress: () => { readonly checked: number; readonly total: number }
  /** Resolves when every line was checked and the index is whole. */
  readonly verified: Promise<readonly LogSurvey[]>
  readonly close: () => Promise<void>
}

export async function openSession(options: SessionOptions): Promise<Session> {
  const { root, device } = options
  const { surveys, folds, witnesses, newest: newestAtOpening, tornLines, healedLines, endedAbruptly } = await openAndRepair(options)
  const index = newSubjectIndex()
  const places = new Map(surveys.map(survey => [survey.device, survey.whole]))
  const ends = new Map(surveys.map(survey => [survey.device, survey.last]))
  let newest = newestAtOpening
  let checked = 0
  const total = countOf(heads())
  const { whole } = ownSurvey({ surveys }, device)
  const own = openOwnLog({
    ...options,
    folder: join(root, 'journal', device),
    head: whole,
    newestClock: newest.clock,
    file: whole.file,
    onStamped: folds.stamped,
    onTakenBack: folds.takeBack,
    onSaved: remember,
  })
  const others = openOtherLogs({ folder: join(root, 'journal'), placeOf: of => places.get(of), onReceived: rememberOthers })
  const toVerify = await Promise.all(surveys.map(async survey => ({
    journalFolder: join(root, 'journal'),
    device: survey.device,
    witnesses: witnesses.get(survey.device) ?? [],
    until: await logSizes(join(root, 'journal', survey.device)),
  })))
  const verification = verifyLater(options.gate, () => startVerification(toVerify, noteVerified))

  function noteVerified({ device: of, file, subjects, seqs, offsets, lengths }: VerifiedLines): void {
    subjects.forEach((subject, at) => {
      index.add(subject, { device: of, seq: seqs[at] ?? 0, file, offset: offsets[at] ?? 0, length: lengths[at] ?? 0 })
    })
    checked += subjects.length
  }

  function remember(saved: readonly SavedAct[]): void {
    for (const { act, ref } of saved) {
      folds.saved(act)
      index.add(act.subject, ref)
      places.set(device, { file: ref.file, offset: ref.offset + ref.length, length: ref.length, seq: act.seq, name: act.name })
      ends.set(device, act)
      newest = newerOf(newest, act, device, options.now())
    }
    options.onSaved(saved.map(({ act }) => act))
  }

  /** They happened elsewhere, perhaps long ago: folds take the acts of different devices in any order. */
  function rememberOthers(saved: readonly SavedAct[]): void {
    for (const { act, ref } of saved) {
      folds.received(act)
      index.add(act.subject, ref)
      places.set(act.device, { file: ref.file, offset: ref.offset + ref.length, length: ref.length, seq: act.seq, name: act.name })
      ends.set(act.device, act)
      newest = newerOf(newest, act, device, options.now())
      own.sawClock(act.clock)
    }
    options.onSaved(saved.map(({ act }) => act))
  }

  function heads(): Position {
    return Object.fromEntries([...ends].filter(([, { seq }]) => seq > 0).map(([name, { seq, name: head }]) => [name, { seq, name: head }]))
  }

  return {
    own, others, folds, index, surveys, tornLines, healedLines, endedAbruptly, heads,
    places: () => places,
    witnesses: of => [...witnesses.get(of) ?? [], ...surveys.flatMap(survey => survey.device !== of || survey.verdict.kind === 'damaged' ? [] : heads()[of] ?? [])],
    newest: () => newest,
    checkpoint: () => surveys.some(({ verdict }) => verdict.kind === 'damaged') ? undefined : {
      v: 1,
      logs: Object.fromEntries([...places].filter(([, { seq }]) => seq > 0)),
      newest: newest.at === null ? null : { clock: newest.clock, at: newest.at },
      folds: folds.snapshot(),
    },
    progress: () => ({ checked, total }),
    verified: verification.done,
    close: async () => {
      await others.close()
      await own.close()
      await verification.stop()
    },
  }
}
