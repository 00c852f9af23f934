import { sha256 } from './sha256.ts'
import { LOG_START, type LogPlace, type WalkedLine } from './walk-log.ts'

/** A line that is known to have been acknowledged, from a witness other than the log itself. */
export interface KnownLine {
  readonly seq: number
  readonly name: string
}

/** What a walk along one log found. */
export interface LogSurvey {
  readonly device: string
  /** The end of the unbroken chain, after the last append that is there with all its acts. */
  readonly whole: LogPlace
  /** The newest line that reads, also behind damage. */
  readonly last: KnownLine
  /** How many lines stand behind `whole`. */
  readonly behind: number
  readonly verdict: Verdict
}

/**
 * `torn`: the end of a write that was never acknowledged; it may be moved aside.
 * `damaged`: acknowledged lines are hurt or gone, from this seq on (rule J3).
 */
export type Verdict =
  | { readonly kind: 'whole' }
  | { readonly kind: 'torn' }
  | { readonly kind: 'damaged'; readonly seq: number; readonly reason: 'damaged' | 'missing-lines' | 'newer-version' }

export interface Surveyor {
  readonly see: (line: WalkedLine) => void
  readonly result: () => LogSurvey
}

/**
 * Judges a log line by line, with what its witnesses know.
 *
 * A torn tail and a damaged one look alike in their last line: what tells them apart is whether a
 * whole line stands behind it, or a witness knows that the line was acknowledged.
 */
export function newSurveyor(device: string, from: LogPlace, witnesses: readonly KnownLine[]): Surveyor {
  const nameDue = new Map(witnesses.map(({ seq, name }) => [seq, name]))
  const newestKnown = Math.max(0, ...nameDue.keys())
  let chain = from
  let whole = from
  let last: KnownLine = from
  let behind = 0
  let isBroken = false
  let goesOn = false
  let isNewer = false
  let unlikeKnown: number | undefined

  function see(line: WalkedLine): void {
    const act = line.chained?.act
    if (act !== undefined && act.seq > last.seq) last = act
    if (isBroken || line.fault !== undefined) {
      if (!isBroken) isNewer = line.fault === 'line/newer-version' && isAsKnown(line)
      isBroken = true
      goesOn ||= act !== undefined && act.seq > chain.seq && line.fault !== 'line/not-ended'
      behind += 1
      return
    }
    if (act === undefined) return
    const due = nameDue.get(act.seq)
    if (due !== undefined && due !== act.name) unlikeKnown ??= act.seq
    chain = { file: line.file, offset: line.offset + line.length, length: line.length, seq: act.seq, name: act.name }
    behind += 1
    if (line.chained?.more === 0) {
      whole = chain
      behind = 0
    }
  }

  /** Whether the witnesses know this very line, or nothing of its place. */
  function isAsKnown({ text = '', dueSeq }: WalkedLine): boolean {
    const due = nameDue.get(dueSeq)
    return due === undefined || due === sha256(text.slice(0, text.indexOf('\t')))
  }

  function judge(): Verdict {
    if (unlikeKnown !== undefined) return { kind: 'damaged', seq: unlikeKnown, reason: 'damaged' }
    // A later program does not go back to this version's lines: with one of them behind it, it is a hurt line of ours.
    if (goesOn) return { kind: 'damaged', seq: chain.seq + 1, reason: 'damaged' }
    if (isNewer) return { kind: 'damaged', seq: chain.seq + 1, reason: 'newer-version' }
    if (newestKnown > whole.seq) return { kind: 'damaged', seq: whole.seq + 1, reason: isBroken ? 'damaged' : 'missing-lines' }
    return behind > 0 ? { kind: 'torn' } : { kind: 'whole' }
  }

  return { see, result: () => ({ device, whole, last, behind, verdict: judge() }) }
}

/** What there is to say of a log that holds nothing yet. */
export function emptySurvey(device: string): LogSurvey {
  return newSurveyor(device, LOG_START, []).result()
}
