import type { Result } from '../../shared/base/result.ts'
import type { PaperSize } from '../../shared/forms/form.ts'
import { htmlToPdf } from './html-to-pdf.ts'
import { htmlToPrinter } from './html-to-printer.ts'
import { makePaperWindow } from './paper-window.ts'
import type { PrinterStanding, PrintingProblem } from './printer.ts'
import { readPrinters } from './printers.ts'

/** What turns papers into ink or files; printing.ts decides, this does. */
export interface PaperMachine {
  readonly printers: () => Promise<readonly PrinterStanding[]>
  readonly pdf: (html: string) => Promise<Uint8Array>
  readonly print: (html: string, printer: string, size: PaperSize) => Promise<Result<null, PrintingProblem>>
  readonly close: () => void
}

/** The real one: a hidden Chromium page and the system's printers. To be made once the app is ready. */
export function makePaperMachine(): PaperMachine {
  const window = makePaperWindow()
  return {
    printers: () => readPrinters(window.contents()),
    pdf: html => htmlToPdf(window, html),
    print: (html, printer, size) => htmlToPrinter(window, html, printer, size),
    close: window.close,
  }
}
