import { join } from 'node:path'
import { newSurveyor, type KnownLine, type LogSurvey } from './survey.ts'
import { LOG_START, walkLog } from './walk-log.ts'

/** One log to be checked from its first line. */
export interface LogToVerify {
  readonly journalFolder: string
  readonly device: string
  readonly witnesses: readonly KnownLine[]
  /** Bytes of each file to read: what is written later is checked as it is written. */
  readonly until: ReadonlyMap<string, number>
}

/** Where the lines of a stretch of one file lie, in columns. */
export interface VerifiedLines {
  readonly device: string
  readonly file: string
  readonly subjects: readonly string[]
  readonly seqs: readonly number[]
  readonly offsets: readonly number[]
  readonly lengths: readonly number[]
}

/** Checks every line of the logs, telling where each lies; the answer is what state each log is in. */
export async function verifyLogs(
  logs: readonly LogToVerify[], tell: (lines: VerifiedLines) => void | Promise<void>,
): Promise<readonly LogSurvey[]> {
  const surveys: LogSurvey[] = []
  for (const { journalFolder, device, witnesses, until } of logs) {
    const surveyor = newSurveyor(device, LOG_START, witnesses)
    for await (const lines of walkLog(join(journalFolder, device), LOG_START, until)) {
      lines.forEach(surveyor.see)
      const readable = lines.flatMap(line => line.chained === undefined || line.fault === 'line/not-ended' ? [] : [{ ...line, act: line.chained.act }])
      await tell({
        device,
        file: lines[0]?.file ?? '',
        subjects: readable.map(({ act }) => act.subject),
        seqs: readable.map(({ act }) => act.seq),
        offsets: readable.map(({ offset }) => offset),
        lengths: readable.map(({ length }) => length),
      })
    }
    surveys.push(surveyor.result())
  }
  return surveys
}
