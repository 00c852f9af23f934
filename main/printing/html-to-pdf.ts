import type { PaperWindow } from './paper-window.ts'

/** A paper as a PDF of the page size its own style sheet names, tagged for screen readers. */
export async function htmlToPdf(window: PaperWindow, html: string): Promise<Uint8Array> {
  const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }
  return window.withPaper(html, contents => contents.printToPDF(options))
}
