import { failure, success, type Result } from '../../shared/base/result.ts'
import type { DeviceSettings } from '../../shared/bridge/main-api.ts'
import type { PaperSize, PrintMoment } from '../../shared/forms/form.ts'
import { readPlans } from '../../shared/forms/page/plan.ts'
import { QR_PATTERN } from '../../shared/forms/page/qr-pattern.ts'
import type { CitySettings } from '../../shared/units/city-settings.ts'
import type { Office } from '../../shared/units/office.ts'
import type { PaperMachine } from './paper-machine.ts'
import type { PrintingProblem } from './printer.ts'
import { qrSvg } from './qr.ts'
import { savePdf } from './save-pdf.ts'

/** What every paper needs, whatever it is about. */
export interface PaperTools {
  readonly machine: PaperMachine
  /** Whether whoever is at the desk may print: success, or the problem to tell. */
  readonly mayPrint: () => Result<unknown>
  readonly office: () => Office | undefined
  readonly device: () => Pick<DeviceSettings, 'printer' | 'paperSize'>
  /** UTC, ms. */
  readonly now: () => string
  readonly systemName: string
  /** What the city has set: who signs, words and layouts of its own. */
  readonly settings: () => Pick<CitySettings, 'certificationWords' | 'plans' | 'receiptParts' | 'signers'>
  /** The folder of Tinos' woff2 files, turned into style rules once. */
  readonly fontFaces: () => Promise<string>
  /** Where papers saved as PDF go. */
  readonly pdfFolder: () => string
}

export interface PaperToSend {
  readonly html: string
  /** What the PDF is called. */
  readonly file: string
  readonly to: 'printer' | 'pdf'
  /** Left out where it goes on whatever this desk prints on. */
  readonly size?: PaperSize
}

/** Everything a paper may know of the moment it is printed. */
export async function printMoment(tools: PaperTools, office: Office, by: Pick<PrintMoment, 'copy' | 'clerkName'>): Promise<PrintMoment> {
  const { plans, receiptParts, signers } = tools.settings()
  const signer = signers[office.unit]?.[0]
  return {
    ...(signer === undefined ? {} : { signer }), plans: readPlans(plans), receiptParts,
    ...by, printedAt: tools.now(), size: tools.device().paperSize, office,
    systemName: tools.systemName, qrPattern: QR_PATTERN, qrSvg, fontFaces: await tools.fontFaces(),
  }
}

/** Prints a paper, or saves it; the full path of the file, or null. Problems: `printing/…`. */
export async function sendPaper(tools: PaperTools, paper: PaperToSend): Promise<Result<string | null, PrintingProblem>> {
  return paper.to === 'pdf' ? toFile(tools, paper) : toPrinter(tools, paper)
}

export function noPrinter(printer: string | null, reason: string): PrintingProblem {
  return { code: 'printing/no-printer', printer, reason, queued: false }
}

async function toPrinter(tools: PaperTools, { html, size }: PaperToSend): Promise<Result<null, PrintingProblem>> {
  const { printer, paperSize } = tools.device()
  if (printer === null) return failure(noPrinter(printer, 'not-chosen'))
  return tools.machine.print(html, printer, size ?? paperSize).catch((error: unknown) => failed(printer, error))
}

async function toFile(tools: PaperTools, { html, file }: PaperToSend): Promise<Result<string, PrintingProblem>> {
  return tools.machine.pdf(html)
    .then(bytes => savePdf(tools.pdfFolder(), file, bytes))
    .then(success, (error: unknown) => failed(null, error))
}

/** A failure of the machine or the disk; its text may name a folder, never a person. */
function failed(printer: string | null, error: unknown): { readonly ok: false, readonly problem: PrintingProblem } {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown'
  return failure({ code: 'printing/failed', printer, reason, queued: false })
}
