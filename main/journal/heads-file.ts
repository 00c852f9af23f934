import { join } from 'node:path'
import type { Position } from '../../shared/acts/act.ts'
import { readIfThere, writeDurably, writeWhole } from './durable-file.ts'
import { sha256 } from './sha256.ts'

/** What was acknowledged when the program last looked: a witness against a log whose tail is gone (rule J3). */
export interface HeadsRecord {
  readonly heads: Position
  /** False while the program runs: found false at the start, the last run did not end by itself. */
  readonly isClosed: boolean
}

/** Undefined when it is missing or damaged: it can always be made again (rule J6). */
export async function readHeads(root: string): Promise<HeadsRecord | undefined> {
  return readSummed<HeadsRecord>(await readIfThere(headsPath(root)))
}

/** Not flushed while the program runs, so that it costs the clerk nothing; flushed at the end. */
export async function writeHeads(root: string, record: HeadsRecord): Promise<void> {
  await (record.isClosed ? writeDurably : writeWhole)(headsPath(root), writeSummed(record))
}

/** JSON under its own sum, so that a flipped bit shows. */
export function writeSummed(value: unknown): string {
  const text = JSON.stringify(value)
  return `${sha256(text)}\n${text}\n`
}

export function readSummed<T>(content: string | undefined): T | undefined {
  const [sum, text] = content?.split('\n') ?? []
  return text !== undefined && sum === sha256(text) ? (JSON.parse(text) as T) : undefined
}

function headsPath(root: string): string {
  return join(root, 'heads.json')
}
