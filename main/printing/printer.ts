import type { Problem } from '../../shared/base/result.ts'

/** Why nothing came out of the printer; the printer is named as the system names it. */
export interface PrintingProblem extends Problem {
  readonly code: 'printing/no-printer' | 'printing/stopped' | 'printing/out-of-paper' | 'printing/failed'
  readonly printer: string | null
  /** As the system said it: for support, never for the sentence. */
  readonly reason: string
  /** The paper waits in the printer's queue and will come out by itself once this is put right. */
  readonly queued: boolean
}

/** One printer of this PC, as it stands now. */
export interface PrinterStanding {
  readonly name: string
  readonly label: string
  readonly isDefault: boolean
  readonly isBusy: boolean
  readonly problem: PrintingProblem | null
  /** The problem is only a warning: many printers go on although they complain of an empty second tray. */
  readonly mayStillPrint: boolean
}

/** What the system tells of a printer; CUPS puts its state into the options, Windows does not. */
export interface PrinterReport {
  readonly name: string
  readonly displayName: string
  readonly options: Readonly<Record<string, unknown>>
}

/** A printer's state in our words, from the state and reasons of RFC 8011 (5.4.11, 5.4.12) where the system gives them. */
export function standingOf(report: PrinterReport, isDefault: boolean): PrinterStanding {
  const state = textOf(report, 'printer-state')
  const reasons = textOf(report, 'printer-state-reasons').split(',').filter(reason => reason !== '' && reason !== 'none')
  const worst = reasons.find(isOutOfPaper) ?? reasons.find(isTrouble)
  const stopped = state === STOPPED || textOf(report, 'printer-is-accepting-jobs') === 'false'
  const problem = (code: PrintingProblem['code'], reason: string): PrintingProblem => ({ code, printer: report.name, reason, queued: false })
  return {
    name: report.name,
    label: report.displayName === '' ? report.name : report.displayName,
    isDefault,
    isBusy: state === PROCESSING,
    problem: worst !== undefined ? problem(isOutOfPaper(worst) ? 'printing/out-of-paper' : 'printing/failed', worst)
      : stopped ? problem('printing/stopped', 'stopped') : null,
    mayStillPrint: !stopped && (worst === undefined || /-(warning|report)$/.test(worst)),
  }
}

const PROCESSING = '4'
const STOPPED = '5'

function textOf({ options }: PrinterReport, name: string): string {
  const value = options[name]
  return typeof value === 'string' ? value : ''
}

function isOutOfPaper(reason: string): boolean {
  return /^media-(empty|needed)(-|$)/.test(reason)
}

/** Reasons that keep paper from coming out; toner running low or a filter's remark do not. */
function isTrouble(reason: string): boolean {
  return /^(media-jam|cover-open|door-open|interlock-open|input-tray-missing|output-area-full|toner-empty|marker-supply-empty|offline|timed-out|shutdown|connecting-to-device|other-error)(-|$)/.test(reason)
}
