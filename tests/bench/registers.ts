import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsx from 'read-excel-file/node'
import type { BookQuestion, ListAnswer, RegisterQuestion, ReportAnswer, ReportQuestion } from '../../shared/bridge/books-api.ts'
import type { Result } from '../../shared/base/result.ts'
import { dataFolderWith } from '../builders/data-folder.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import type { Rig } from '../faults/rig.ts'
import { median, rounded } from './figures.ts'
import { signInToFolder } from './signed-in.ts'

const FORM_07 = 20_000
const MONTH_REPORT = 50_000
const form07: RegisterQuestion = { kind: 'register', register: 'dossier-register', from: null, until: null, words: '', sortBy: null }
const month: ReportQuestion = { kind: 'report', report: 'progress', grouping: 'field', from: '2026-11-01', until: '2026-11-30' }

/**
 * Form 07 of 20,000 dossiers from the key to its painted rows, first with the logs still to be read, then as often as asked;
 * its spreadsheet, read back by a reader of others; the counts of the desk; and the report of a month among 50,000 dossiers.
 */
export const registers: Rig = async ({ runs, say }) => {
  const first = await dataFolderWith(FORM_07, say)
  const app = await launchApp(first, ['--clock=2026-11-26T02:00:00.000Z'])
  await signInToFolder(app.page)
  // The window's index over the journal is made first; it has a bench of its own.
  await app.page.waitForSelector('.tiles', { timeout: 0 })
  await app.page.keyboard.press('Alt+6')
  await app.page.waitForSelector('.results tbody tr', { timeout: 0 })
  const deskMs = await untilShown(app, 'Alt+1', '.tiles')
  const openedColdMs = await untilShown(app, 'Alt+7', '.book tbody tr[aria-rowindex]')
  await app.page.locator('.choose select').nth(1).selectOption('all')
  await app.page.locator('.book [role="status"]', { hasText: /^20\.000 / }).waitFor()
  const shown: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await app.page.keyboard.press('Alt+1')
    await app.page.waitForSelector('.tiles')
    shown.push(await untilShown(app, 'Alt+7', '.book tbody tr[aria-rowindex]'))
  }
  const { count } = await answered(app.call<Result<ListAnswer>>('books.list', form07, 0, 1))
  const file = join(tmpdir(), 'form-07.xlsx')
  const xlsxMs = await save(app, form07, file)
  const [sheet] = await readXlsx(file)
  const { size } = await stat(file)
  await app.close()
  say(`form 07 ${shown.map(ms => ms.toFixed(0)).join(' ')} ms, first ${openedColdMs.toFixed(0)} ms, file ${xlsxMs.toFixed(0)} ms, desk ${deskMs.toFixed(0)} ms`)
  say(`${String(count)} entries on screen and ${String((sheet?.data.length ?? 0) - 2)} in the file of ${String(size)} bytes`)

  const second = await dataFolderWith(MONTH_REPORT, say)
  const larger = await launchApp(second, ['--clock=2026-11-26T02:00:00.000Z'])
  await signInToFolder(larger.page)
  await answered(larger.call<Result<ListAnswer>>('books.list', form07, 0, 1))
  const reports: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const nth = String(2 + run % 9).padStart(2, '0')
    const asked: ReportQuestion = { ...month, from: `2026-${nth}-01`, until: `2026-${nth}-28` }
    const begun = performance.now()
    await answered(larger.call<Result<ReportAnswer>>('books.report', asked))
    reports.push(performance.now() - begun)
  }
  await larger.close()
  for (const made of [first, second]) await rm(made, { recursive: true, force: true })
  await rm(file)
  return {
    form07Ms: rounded(median(shown)), form07ColdMs: rounded(openedColdMs), form07Rows: count, xlsxMs: rounded(xlsxMs),
    xlsxRowsReadBack: (sheet?.data.length ?? 0) - 2, monthReportMs: rounded(median(reports)), deskMs: rounded(deskMs),
  }
}

async function untilShown({ page }: RunningApp, key: string, selector: string): Promise<number> {
  const begun = performance.now()
  await page.keyboard.press(key)
  await page.waitForSelector(selector, { timeout: 0 })
  return performance.now() - begun
}

async function save(app: RunningApp, question: BookQuestion, file: string): Promise<number> {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, file)
  const begun = performance.now()
  await answered(app.call<Result<unknown>>('books.save', question, 'xlsx'))
  return performance.now() - begun
}

async function answered<T>(asked: Promise<Result<T>>): Promise<T> {
  const answer = await asked
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}
