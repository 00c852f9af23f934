import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BEFORE_FIRST } from '../../shared/acts/act.ts'
import { readLine, type ChainedAct, type LineProblem } from '../../shared/acts/chain.ts'
import { failure, type Result } from '../../shared/base/result.ts'
import { isFileError } from './durable-file.ts'
import { readLines, type RawLine } from './read-lines.ts'
import { sha256 } from './sha256.ts'

/** A place in a log: behind this line, at this offset of this file. */
export interface LogPlace {
  readonly file: string
  /** Where the next line begins. */
  readonly offset: number
  /** Bytes of the line that ends here, the LF included. */
  readonly length: number
  readonly seq: number
  readonly name: string
}

export const LOG_START: LogPlace = { file: '', offset: 0, length: 0, seq: 0, name: BEFORE_FIRST }

export type LineFault = LineProblem['code'] | 'line/not-text' | 'line/not-ended' | 'line/out-of-chain' | 'line/unreadable'

/** A line met on a walk along a log. */
export interface WalkedLine {
  readonly file: string
  readonly offset: number
  readonly length: number
  /** Without the LF; undefined when the bytes are no UTF-8. */
  readonly text: string | undefined
  /** What the line says, also when it stands in the wrong place. */
  readonly chained: ChainedAct | undefined
  /** What is wrong with it; undefined when it follows the line before. */
  readonly fault: LineFault | undefined
  /** The seq that was due here. */
  readonly dueSeq: number
}

const DAY_FILE = /^\d{4}-\d\d-\d\d\.ndjson$/

/** The day files of a log, oldest first; anything else in the folder is left alone. */
export async function logFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(name => DAY_FILE.test(name)).sort()
  } catch (error) {
    if (isFileError(error)) return []
    throw error
  }
}

/** Bytes of each day file of a log. */
export async function logSizes(folder: string): Promise<ReadonlyMap<string, number>> {
  const files = await logFiles(folder)
  return new Map(await Promise.all(files.map(async (file): Promise<[string, number]> => [file, (await stat(join(folder, file))).size])))
}

/**
 * Every line of a log from a place on, each proved by itself and against the one before (rule J3).
 *
 * `until` bounds each file by bytes, so that a walk does not meet what is being written.
 */
export async function* walkLog(folder: string, from: LogPlace = LOG_START, until: ReadonlyMap<string, number> = new Map()):
AsyncGenerator<readonly WalkedLine[]> {
  let due: Pick<LogPlace, 'seq' | 'name'> = from
  for (const file of await logFiles(folder)) {
    if (file < from.file || (until.size > 0 && !until.has(file))) continue
    try {
      for await (const lines of readLines(join(folder, file), file === from.file ? from.offset : 0, until.get(file))) {
        yield lines.map(line => {
          const walked = walkLine(file, line, due)
          const act = walked.chained?.act
          if (act !== undefined && act.seq > due.seq) due = act
          return walked
        })
      }
    } catch (error) {
      if (!isFileError(error)) throw error
      yield [{ file, offset: 0, length: 0, text: undefined, chained: undefined, fault: 'line/unreadable', dueSeq: due.seq + 1 }]
    }
  }
}

function walkLine(file: string, line: RawLine, due: Pick<LogPlace, 'seq' | 'name'>): WalkedLine {
  const read = readRawLine(line)
  const follows = read.ok && read.value.prev === due.name && read.value.act.seq === due.seq + 1
  const fault = !read.ok ? read.problem.code : !line.isEnded ? 'line/not-ended' : follows ? undefined : 'line/out-of-chain'
  const { offset, length, text } = line
  return { file, offset, length, text, chained: read.ok ? read.value : undefined, fault, dueSeq: due.seq + 1 }
}

/** What a line says, proved by itself. */
export function readRawLine(line: RawLine): Result<ChainedAct, { readonly code: LineFault }> {
  return line.text === undefined ? failure({ code: 'line/not-text' }) : readLine(line.text, sha256)
}
