import { join } from 'node:path'
import type { Position } from '../../shared/acts/act.ts'
import { openLogs, type LogsToOpen, type OpenedLogs } from './open-logs.ts'
import { restoreLog } from './restore.ts'
import { moveTornAside } from './torn.ts'

export interface Repaired extends OpenedLogs {
  readonly tornLines: number
  readonly healedLines: number
}

export interface LogsToRepair extends Omit<LogsToOpen, 'copied'> {
  /** Folder of the second copy's logs, when it can be reached. */
  readonly copyFolder: string | undefined
  readonly copied: Position
}

/**
 * Opens the logs and puts right what can be: damage from the second copy, then this device's torn tail aside (rule J3).
 *
 * What remains damaged stays as it lies; its verdict says so.
 */
export async function openAndRepair(logs: LogsToRepair): Promise<Repaired> {
  const { root, device, copyFolder } = logs
  let tornLines = 0
  let healedLines = 0
  const tried = new Set<string>()
  for (;;) {
    const opened = await openLogs(logs)
    let changed = false
    for (const survey of opened.surveys) {
      const { verdict } = survey
      if (verdict.kind === 'torn') {
        const moved = await moveTornAside(root, survey)
        // The end of another's log comes again from where it came: nothing to tell anybody.
        if (survey.device === device) tornLines += moved
        changed = true
      }
      if (verdict.kind === 'damaged' && verdict.reason !== 'newer-version' && !tried.has(survey.device)) {
        tried.add(survey.device)
        const healed = await restoreLog({
          root, device: survey.device, target: join(root, 'journal'), sources: copyFolder === undefined ? [] : [copyFolder],
          witnesses: opened.witnesses.get(survey.device) ?? [],
        })
        healedLines += healed
        changed ||= healed > 0
      }
    }
    if (!changed) return { ...opened, tornLines, healedLines }
  }
}
