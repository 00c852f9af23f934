import { app } from 'electron'
import { readFile, writeFile } from 'node:fs/promises'
import { htmlToPdf } from '../../main/printing/html-to-pdf.ts'
import { makePaperWindow } from '../../main/printing/paper-window.ts'

/** What the specs ask of a real Electron that holds nothing but the printing room. */
export interface PdfJob {
  readonly html: string
  readonly file: string
}

/** Started as `electron paper-machine.js JOBS.json`: every paper becomes a PDF. */
async function printAll(jobsFile: string): Promise<void> {
  const jobs = JSON.parse(await readFile(jobsFile, 'utf8')) as readonly PdfJob[]
  const window = makePaperWindow()
  for (const { html, file } of jobs) await writeFile(file, await htmlToPdf(window, await readFile(html, 'utf8')))
  window.close()
}

void app.whenReady()
  .then(() => printAll(process.argv.at(-1) ?? ''))
  .then(() => app.exit(0), (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    app.exit(1)
  })
