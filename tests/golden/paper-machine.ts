import { app } from 'electron'
import { readFile, writeFile } from 'node:fs/promises'
import type { PaperSize } from '../../shared/forms/form.ts'
import { makePaperMachine } from '../../main/printing/paper-machine.ts'

/** What the specs ask of a real Electron that holds nothing but the printing room. */
export type PaperJob =
  | { readonly ask: 'pdf', readonly html: string, readonly file: string }
  | { readonly ask: 'print', readonly html: string, readonly printer: string, readonly size: PaperSize }
  | { readonly ask: 'printers' }

/** Started as `electron paper-machine.js JOBS.json ANSWERS.json`: does one job after the other, answers in a list. */
async function doAll(jobsFile: string, answersFile: string): Promise<void> {
  const jobs = JSON.parse(await readFile(jobsFile, 'utf8')) as readonly PaperJob[]
  const machine = makePaperMachine()
  const answers: unknown[] = []
  for (const job of jobs) {
    if (job.ask === 'pdf') answers.push(await writeFile(job.file, await machine.pdf(job.html)).then(() => null))
    else if (job.ask === 'print') answers.push(await machine.print(job.html, job.printer, job.size))
    else answers.push(await machine.printers())
  }
  await writeFile(answersFile, JSON.stringify(answers))
  machine.close()
}

// Closing the last page would end the program before its answers are written.
app.on('window-all-closed', () => undefined)
const [jobsFile = '', answersFile = ''] = process.argv.slice(-2)
void app.whenReady()
  .then(() => doAll(jobsFile, answersFile))
  .then(() => { app.exit(0) }, (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    app.exit(1)
  })
