import { readFileSync } from 'node:fs'
import type { RunningApp } from '../faults/app.ts'

/** What all processes of the program hold in MB, shared pages counted once among them (PSS). */
export async function memoryOf(app: RunningApp): Promise<number> {
  const pids = await app.electron.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid))
  return pids.reduce((sum, pid) => sum + pssOf(pid), 0) / 1024
}

/** Kilobytes; 0 of a process that has just gone. */
function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
