import type { Limit } from './due.ts'

/** Eight working hours make one working day (rule T4). */
export const HOURS_A_WORKING_DAY = 8

/** A limit in working hours, to compare and add limits of both units; undefined where hours mean nothing. */
export function limitToWorkingHours(limit: Limit): number | undefined {
  if (limit.unit === 'hours') return limit.count
  return limit.unit === 'working-days' ? limit.count * HOURS_A_WORKING_DAY : undefined
}
