import type { WebContents } from 'electron'
import { standingOf, type PrinterStanding } from './printer.ts'

/** The printers this PC has now, as the system lists them. */
export async function readPrinters(contents: WebContents): Promise<readonly PrinterStanding[]> {
  const reports = await contents.getPrintersAsync()
  // Newer Electron no longer says which one is the default.
  return reports.map(report => standingOf({ ...report, options: { ...report.options } }, 'isDefault' in report && report.isDefault === true))
}
