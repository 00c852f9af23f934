import type { ScannerTrouble } from '../../../shared/bridge/scan-problems.ts'
import { inside, readXml, wordsOf } from './xml.ts'

export interface Status {
  readonly state: string
  /** Null when it says nothing of a feeder. */
  readonly feeder: string | null
  /** Of the job asked about, where the device still knows it. */
  readonly job: string | null
}

type Code = ScannerTrouble['code']

const FEEDER: Readonly<Record<string, Code>> = {
  ScannerAdfJam: 'scan/jam',
  ScannerAdfMispick: 'scan/jam',
  ScannerAdfHatchOpen: 'scan/cover-open',
  ScannerAdfDoorOpen: 'scan/cover-open',
  ScannerAdfMultipickDetected: 'scan/double-feed',
  ScannerAdfDuplexPageTooShort: 'scan/needs-hand',
  ScannerAdfDuplexPageTooLong: 'scan/needs-hand',
  ScannerAdfInputTrayFailed: 'scan/needs-hand',
  ScannerAdfInputTrayOverloaded: 'scan/needs-hand',
}
const STATE: Readonly<Record<string, Code>> = {
  Processing: 'scan/busy', Testing: 'scan/warming-up', Stopped: 'scan/needs-hand', Down: 'scan/offline',
}

/** Reads ScannerStatus; null when it is none. */
export function readStatus(xml: string, jobPath: string | null): Status | null {
  const status = readXml(xml, 'ScannerStatus')
  if (status === null) return null
  const ours = inside(status, 'Jobs', 'JobInfo').find(job => jobPath !== null && wordsOf(job, 'JobUri')?.endsWith(jobPath) === true)
  return { state: wordsOf(status, 'State') ?? '', feeder: wordsOf(status, 'AdfState'), job: wordsOf(ours, 'JobState') }
}

/** What stands in a feeder's way; an empty one is no trouble of the device. */
export function feederTrouble(status: Status | null): Code | null {
  return FEEDER[status?.feeder ?? ''] ?? null
}

export function isEmpty(status: Status | null): boolean {
  return status?.feeder === 'ScannerAdfEmpty'
}

/** Whether it would take a job now; an empty feeder is in the way only of whoever waits for paper. */
export function isReady(status: Status | null, isFeeder: boolean, waitsForPaper: boolean): boolean {
  if (status?.state !== 'Idle') return false
  return !isFeeder || (feederTrouble(status) === null && !(waitsForPaper && isEmpty(status)))
}

/** Why the device takes no job now. */
export function refusal(status: Status | null, isFeeder: boolean): Code {
  if (isFeeder && isEmpty(status)) return 'scan/no-paper'
  return (isFeeder ? feederTrouble(status) : null) ?? STATE[status?.state ?? ''] ?? 'scan/failed'
}
