import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import readXlsx from 'read-excel-file/node'
import { ensureTools } from '../../build/electron/debian.ts'
import { mustRun } from '../../build/electron/run.ts'
import type { Result } from '../../shared/base/result.ts'
import type { BookQuestion, ListAnswer, RegisterQuestion, ReportAnswer, ReportQuestion } from '../../shared/bridge/books-api.ts'
import { readCsvs } from '../builders/read-csv.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import type { Rig } from '../faults/rig.ts'
import { median, percentile, rounded } from './figures.ts'
import { FOLDER_CLOCK, indexedFolderWith } from './indexed-folder.ts'
import { memoryOf } from './program-memory.ts'
import { signInToFolder } from './signed-in.ts'
import { untilPainted } from './until-painted.ts'

const FORM_07 = 20_000
const LARGE = 50_000
const FIRST_ROW = '.book tbody tr[aria-rowindex="2"] td:nth-child(5):not(:empty)'
const ROWS = '.book tbody'
const COUNT = '.book [role="status"]'
const form07: RegisterQuestion = { kind: 'register', register: 'dossier-register', from: null, until: null, words: '', sortBy: null }

/**
 * Form 07 of 20,000 dossiers from the key to its painted rows: once with every line still to be read, then as the first look after each
 * start, then again and again; its spreadsheet, opened by two readers of others; the counts of the desk, which the window's index keeps.
 *
 * And among 50,000 dossiers: a month's report from the question to the answer, and the whole book sorted, filtered and scrolled.
 */
export const registers: Rig = async ({ runs, say }) => {
  const begun = performance.now()
  const loadBefore = loadavg()[0] ?? 0
  const look = (line: string): void => { say(`${line}; load ${(loadavg()[0] ?? 0).toFixed(1)}`) }
  const few = await indexedFolderWith(FORM_07, say)
  const rebuildMs = await readBooks(few)
  look(`first look with every line to be read: ${rebuildMs.toFixed(0)} ms`)
  const starts = Math.max(1, Math.ceil(runs / 2))
  const [firsts, wholes]: [number[], number[]] = [[], []]
  for (let run = 1; run <= starts; run += 1) {
    const app = await start(few)
    firsts.push(await untilPainted(app.page, () => app.page.keyboard.press('Alt+7'), { selector: FIRST_ROW }))
    wholes.push(await showAll(app, FORM_07))
    look(`start ${String(run)}: form 07 ${(firsts.at(-1) ?? 0).toFixed(0)} ms, all of it ${(wholes.at(-1) ?? 0).toFixed(0)} ms`)
    await app.close()
  }
  const often = await askOften(few, runs)
  look(`form 07 again ${often.listMs.toFixed(0)} ms, desk ${often.deskMs.toFixed(0)} ms, file ${often.xlsxMs.toFixed(0)} ms`)
  const large = await ofFiftyThousand(runs, look)
  await rm(few, { recursive: true, force: true })
  return {
    rows: often.rows, firstMs: rounded(median(firsts)), firstWholeMs: rounded(median(wholes)), rebuildMs: rounded(rebuildMs),
    listMs: rounded(often.listMs), deskFiguresMs: rounded(often.deskMs),
    xlsxMs: rounded(often.xlsxMs), xlsxBytes: often.bytes, xlsxRowsReadBack: often.readBack, libreOfficeRows: often.libreOffice,
    ...large, seconds: rounded((performance.now() - begun) / 1000, 0), loadBefore: rounded(loadBefore), load: rounded(loadavg()[0] ?? 0),
  }
}

async function start(folder: string): Promise<RunningApp> {
  const app = await launchApp(folder, [FOLDER_CLOCK])
  await signInToFolder(app.page)
  await app.page.waitForSelector('.tiles', { timeout: 0 })
  return app
}

/** The first look at a book, with every line still to be read; what it was folded to is kept. */
async function readBooks(folder: string): Promise<number> {
  const app = await start(folder)
  const ms = await untilPainted(app.page, () => app.page.keyboard.press('Alt+7'), { selector: FIRST_ROW })
  while (!existsSync(join(folder, 'books.json'))) await pause(200)
  await app.close()
  return ms
}

/** From the choice of all days until the count of the whole book stands there. */
async function showAll({ page }: RunningApp, count: number): Promise<number> {
  const begins = `${count.toLocaleString('vi-VN')} `
  return untilPainted(page, () => page.locator('.choose select').nth(1).selectOption('all'), { selector: COUNT, begins })
}

interface Often {
  readonly rows: number
  readonly listMs: number
  readonly deskMs: number
  readonly xlsxMs: number
  readonly bytes: number
  readonly readBack: number
  readonly libreOffice: number
}

async function askOften(folder: string, runs: number): Promise<Often> {
  const app = await start(folder)
  await untilPainted(app.page, () => app.page.keyboard.press('Alt+7'), { selector: FIRST_ROW })
  await showAll(app, FORM_07)
  const [lists, desks, files]: [number[], number[], number[]] = [[], [], []]
  for (let run = 1; run <= runs; run += 1) {
    desks.push(await untilPainted(app.page, () => app.page.keyboard.press('Alt+1'), { selector: '.tiles' }))
    lists.push(await untilPainted(app.page, () => app.page.keyboard.press('Alt+7'), { selector: FIRST_ROW }))
  }
  const { count } = await answered(app.call<Result<ListAnswer>>('books.list', form07, 0, 1))
  const place = await mkdtemp(join(tmpdir(), 'form-07-'))
  const file = join(place, 'form-07.xlsx')
  for (let run = 1; run <= Math.max(1, Math.ceil(runs / 3)); run += 1) files.push(await save(app, form07, file))
  await app.close()
  const [sheet] = await readXlsx(file)
  const read = {
    rows: count, listMs: median(lists), deskMs: median(desks), xlsxMs: median(files), bytes: (await readFile(file)).length,
    readBack: (sheet?.data.length ?? 0) - HEAD_AND_SUMS, libreOffice: await readByLibreOffice(place, file) - HEAD_AND_SUMS,
  }
  await rm(place, { recursive: true })
  return read
}

/** Rows of a file that are no entries. */
const HEAD_AND_SUMS = 2

async function ofFiftyThousand(runs: number, look: (line: string) => void): Promise<Readonly<Record<string, number>>> {
  const folder = await indexedFolderWith(LARGE, look)
  const rebuildMs = await readBooks(folder)
  look(`first look among ${String(LARGE)} with every line to be read: ${rebuildMs.toFixed(0)} ms`)
  const app = await start(folder)
  const { page } = app
  const months: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const nth = String(2 + run % 9).padStart(2, '0')
    const asked: ReportQuestion = { kind: 'report', report: 'progress', grouping: 'field', from: `2026-${nth}-01`, until: `2026-${nth}-28` }
    months.push(await timed(() => answered(app.call<Result<ReportAnswer>>('books.report', asked))))
  }
  look(`reports ${months.map(ms => ms.toFixed(0)).join(' ')} ms, the first with the books still to be read`)
  const firstMs = await untilPainted(page, () => page.keyboard.press('Alt+7'), { selector: FIRST_ROW })
  const { count } = await answered(app.call<Result<ListAnswer>>('books.list', form07, 0, 1))
  await showAll(app, count)
  const sorts = await sortBook(app)
  look(`form 07 of ${String(count)} after ${firstMs.toFixed(0)} ms, sorted in ${sorts.map(ms => ms.toFixed(0)).join(' ')} ms`)
  const scroll = await scrollBook(app)
  await page.focus('.book [data-stop][tabindex="0"]')
  const end = `.book tbody tr[aria-rowindex="${String(count + 1)}"] td:nth-child(2):not(:empty)`
  const jumpMs = await untilPainted(page, () => page.keyboard.press('End'), { selector: end })
  const filters = await filterBook(app)
  look(`jump to the end ${jumpMs.toFixed(0)} ms, filtered in ${filters.map(ms => ms.toFixed(0)).join(' ')} ms`)
  const memoryMb = await memoryOf(app)
  await app.close()
  await rm(folder, { recursive: true, force: true })
  return {
    rebuildOf50000Ms: rounded(rebuildMs), monthReportMs: rounded(median(months)),
    monthReportFirstMs: rounded(months[0] ?? 0), firstOf50000Ms: rounded(firstMs),
    sortMs: rounded(median(sorts)), sortMaxMs: rounded(Math.max(...sorts)),
    filterMs: rounded(median(filters)), filterMaxMs: rounded(Math.max(...filters)),
    frameP95Ms: rounded(percentile(scroll, 95)), jumpMs: rounded(jumpMs), memoryMb: rounded(memoryMb, 0),
  }
}

/** Owner, address, procedure and due day: up, down, and as the book has them. */
async function sortBook({ page }: RunningApp): Promise<readonly number[]> {
  const times: number[] = []
  for (const nth of [3, 4, 1, 7].flatMap(column => [column, column, column])) {
    const differsFrom = await page.locator(ROWS).textContent() ?? ''
    const head = page.locator('.book thead button.sort').nth(nth)
    times.push(await untilPainted(page, () => head.click(), { selector: ROWS, differsFrom }))
  }
  return times
}

/** Milliseconds between the frames while the wheel turns through some thousand rows. */
function scrollBook({ page }: RunningApp): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const box = document.querySelector('.book .virtual')
    if (box === null) throw new Error('No table to scroll')
    const nextFrame = (): Promise<number> => new Promise(resolve => { requestAnimationFrame(resolve) })
    const gaps: number[] = []
    let before = await nextFrame()
    for (let frame = 0; frame < 240; frame += 1) {
      box.scrollTop += 500
      const now = await nextFrame()
      gaps.push(now - before)
      before = now
    }
    return gaps
  })
}

/** The last letter of each question, until another count stands there; the first question also makes the texts that are looked through. */
async function filterBook({ page }: RunningApp): Promise<readonly number[]> {
  const times: number[] = []
  for (const [most, last] of [['trầ', 'n'], ['lê vă', 'n'], ['nguyễn t', 'h'], ['091200', '7'], ['khai s', 'i']] as const) {
    await page.focus('.choose [data-first]')
    await page.keyboard.press('Control+A')
    const before = await page.locator(COUNT).innerText()
    const type = (): Promise<void> => page.keyboard.insertText(most).then(() => page.keyboard.press('Shift'))
    await untilPainted(page, type, { selector: COUNT, differsFrom: before })
    await pause(1_000)
    const differsFrom = await page.locator(COUNT).innerText()
    times.push(await untilPainted(page, () => page.keyboard.press(last), { selector: COUNT, differsFrom }))
  }
  return times
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function save(app: RunningApp, question: BookQuestion, file: string): Promise<number> {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, file)
  return timed(() => answered(app.call<Result<unknown>>('books.save', question, 'xlsx')))
}

/** How many rows LibreOffice finds in a spreadsheet: it opens it, writes it as CSV, and Python reads that. */
async function readByLibreOffice(folder: string, file: string): Promise<number> {
  await ensureTools(['libreoffice-calc-nogui'])
  const copy = join(folder, 'copy.xlsx')
  await cp(file, copy)
  await mustRun('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'csv', '--outdir', folder, copy])
  const [lines = []] = await readCsvs([await readFile(join(folder, 'copy.csv'), 'utf8')])
  return lines.length
}

async function answered<T>(asked: Promise<Result<T>>): Promise<T> {
  const answer = await asked
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}
