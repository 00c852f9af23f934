import type { KnownLine } from './survey.ts'

export interface LogToRestore {
  readonly root: string
  readonly device: string
  /** The journal folder to heal. */
  readonly target: string
  /** Other journal folders that may hold the lines. */
  readonly sources: readonly string[]
  readonly witnesses: readonly KnownLine[]
}

/** Heals a log line by line; returns how many lines came back. */
export async function restoreLog(_log: LogToRestore): Promise<number> {
  return 0
}
