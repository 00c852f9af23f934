import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import type { AnotherUnit } from './problems.ts'
import { devicesIn } from './read-logs.ts'
import { LOG_START, logFiles, walkLog } from './walk-log.ts'

/** A log says at its beginning whose it is. */
const FIRST_BYTES = 64 * 1024

/** The logs in the folder that belong to another office than this device's own: kept where they are, but not read. */
export async function logsOfOtherUnits(
  journalFolder: string, device: string, unitOf: (act: Act) => string | undefined,
): Promise<readonly AnotherUnit[]> {
  const own = await unitOfLog(join(journalFolder, device), unitOf)
  const others: AnotherUnit[] = []
  for (const other of await devicesIn(journalFolder)) {
    const unit = other === device ? own : await unitOfLog(join(journalFolder, other), unitOf)
    if (own !== undefined && unit !== undefined && unit !== own) others.push({ code: 'journal/another-unit', device: other, unit })
  }
  return others
}

async function unitOfLog(folder: string, unitOf: (act: Act) => string | undefined): Promise<string | undefined> {
  const [first] = await logFiles(folder)
  if (first === undefined) return undefined
  for await (const lines of walkLog(folder, LOG_START, new Map([[first, FIRST_BYTES]]))) {
    for (const { chained } of lines) {
      const unit = chained === undefined ? undefined : unitOf(chained.act)
      if (unit !== undefined) return unit
    }
  }
  return undefined
}
