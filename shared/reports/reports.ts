import { cityIndex } from './city-index.ts'
import { overdueReasons } from './overdue-reasons.ts'
import { progress } from './progress.ts'
import type { Report } from './report.ts'

/** Every report we count. */
export const REPORTS = [cityIndex, overdueReasons, progress] as const

/** The report that has this name. */
export function getReport(name: string): Report | undefined {
  return REPORTS.find(report => report.name === name)
}
