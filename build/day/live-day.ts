import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Result } from '../../shared/base/result.ts'
import type { ReportAnswer, ReportQuestion } from '../../shared/bridge/books-api.ts'
import type { RunningApp } from '../../tests/faults/app.ts'
import { readCityOnDisk } from '../../tests/faults/city-oracle.ts'
import { attachPages, correctPhone, settleOnScreen, untilConfirmed, untilDesksKnown } from './bad-afternoon.ts'
import { certifyPapers } from './certify-papers.ts'
import { readCityPages } from './city-page.ts'
import { enrolByKeyboard, signInByKeyboard } from './first-start.ts'
import { handOn, type Hand } from './hand.ts'
import { beginIntake, fillIntake } from './intake.ts'
import { nextPaper, startMachine } from './machine.ts'
import { BAD_LINE, openOffice, type DayOffice } from './office.ts'
import { countMisread, readDay } from './read-day.ts'
import { lookAround } from './look-around.ts'
import { workOnDossiers, type OfficeFigures } from './office-life.ts'
import { dossiersWithPapers, judgeStack, scanStack } from './scan-stack.ts'
import { planDay, type PlannedVisit } from './visits.ts'

export interface DayOptions {
  /** Emptied first; gets `papers/`, `receipts/`, `statements/`, `screens/`, `data/`, `second-desk/` and `city/`. */
  readonly out: string
  readonly dossiers: number
  readonly seed: number
  readonly say: (line: string) => void
}

export interface DayFigures extends OfficeFigures {
  readonly dossiers: number
  readonly codes: readonly string[]
  readonly acts: number
  /** Codes the screen said were saved and the data folder does not hold, and lines of it that do not hold. */
  readonly lost: number
  readonly interactionsPerIntake: number
  /** Median from F9 to the finished PDF. */
  readonly receiptMs: number
  readonly screens: number
  readonly receipts: number
  /** Dossiers of this desk all of whose acts lie in the city's own files. */
  readonly synced: number
  /** Dossiers of this desk the program calls safe; of them those the city does not have whole. */
  readonly safe: number
  readonly falseGreen: number
  /** Disputes seen on the screen and settled there. */
  readonly disputes: number
  /** People whose card was read otherwise than it says. */
  readonly cardsMisread: number
  /** Closed days on paper. */
  readonly statements: number
  /** Sheets of the scanned stack that lie at the city as pages of a dossier; of those the ones under another dossier than theirs. */
  readonly pages: number
  readonly misfiled: number
  /** Sheets the program left for a person to place. */
  readonly unclear: number
  /** Keys from the first screen to the sign-in. */
  readonly enrolmentPresses: number
  /** Numbers drawn in the express lane. */
  readonly certified: number
  /** Every paper printed at both desks. */
  readonly papers: number
  /** Columns of the month's II.06a that the desk and the city count differently. */
  readonly reportDiffers: number
}

/** A Wednesday without a holiday, so that a same seed gives a same day: 08:30 and 15:10 in Vietnam. */
const MORNING = '2026-11-25T01:30:00.000Z'
const AFTERNOON = '2026-11-25T08:10:00.000Z'

/**
 * Lives one day of an office: two desks enrolled with a city, a morning without a line, visits, a pulled plug in the middle of one, an
 * afternoon on a bad line, one phone number corrected at both desks, every main path from the counter to the handed-over result, papers
 * certified, the day closed, and what the city shows and counts after.
 */
export async function liveDay({ out, dossiers, seed, say }: DayOptions): Promise<DayFigures> {
  const folders = {
    data: join(out, 'data'), second: join(out, 'second-desk'), city: join(out, 'city'), screens: join(out, 'screens'),
    receipts: join(out, 'receipts'), statements: join(out, 'statements'), papers: join(out, 'papers'),
  }
  rmSync(out, { recursive: true, force: true })
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
  const papers = join(folders.data, 'papers')
  const plan = planDay(dossiers, seed)
  const day: Day = { codes: [], receiptMs: [], presses: [], knownPresses: [], papers, look: camera(folders.screens) }
  const office = await openOffice(folders.city, seed, MORNING)
  try {
    say('First start: the first desk types the code, the second is given a file')
    const morning = await startMachine(folders.data, MORNING, [`--city=${office.line.address}`])
    const hand = handOn(morning.page)
    await day.look(morning.page, 'first-start')
    await enrolByKeyboard(morning.page, hand, office.code)
    await day.look(morning.page, 'first-start-filled')
    await hand.press('F9')
    await morning.page.waitForSelector('[role="radio"]')
    const enrolmentPresses = hand.countAndForget()
    await day.look(morning.page, 'sign-in')
    await signInByKeyboard(morning.page, hand, 2)
    await day.look(morning.page, 'desk-empty')
    const secondMorning = await startMachine(folders.second, MORNING, [`--enrol=${office.enrolFile}`])
    await secondMorning.page.waitForSelector('[role="radio"]')

    say('The line is gone for the morning')
    office.line.set({ isDown: true })
    for (const visit of plan.morning) say(`${visit.letters}: ${await serve(morning.page, hand, visit, day)}`)

    say('The plug is pulled in the middle of an intake')
    await hand.press('F2')
    await beginIntake(morning.page, hand, plan.late)
    await day.look(morning.page, 'intake-half')
    await morning.kill()
    await secondMorning.close()

    say('An afternoon on a bad line')
    await office.later(AFTERNOON)
    const second = await startMachine(folders.second, AFTERNOON)
    await signInByKeyboard(second.page, handOn(second.page), 3)
    const afternoon = await startMachine(folders.data, AFTERNOON)
    office.line.set(BAD_LINE)
    const lateHand = handOn(afternoon.page)
    await signInByKeyboard(afternoon.page, lateHand, 2)
    await day.look(afternoon.page, 'desk-after-crash')
    say(`After 15:00, from the kept draft: ${await serve(afternoon.page, lateHand, { ...plan.late, isKnown: false }, day, true)}`)
    const found = readDay(folders.data)
    const [code = ''] = day.codes
    const subject = found.subjectsByCode.get(code) ?? ''
    await attachPages(afternoon, out, subject, seed)
    await untilConfirmed(afternoon)
    await untilDesksKnown(second, subject, 1)

    say('A stack of three dossiers goes through the scanner')
    const inStack = await dossiersWithPapers(afternoon, [...found.subjectsByCode.values()], 3)
    const work = join(out, 'stack')
    const stack = await scanStack({
      app: afternoon, hand: lateHand, papers, work, subjects: inStack, seed, look: name => day.look(afternoon.page, name),
    })
    await untilConfirmed(afternoon)

    say('Both desks correct the same phone number while neither hears of the other')
    office.line.set({ isDown: true })
    await correctPhone(afternoon, subject, '0911000111')
    await correctPhone(second, subject, '0922000222')
    office.line.set(BAD_LINE)
    await untilConfirmed(second)
    await untilDesksKnown(afternoon, subject, 2)
    const disputes = await settleOnScreen(afternoon.page, lateHand, code, name => day.look(afternoon.page, name))
    await untilConfirmed(afternoon)
    await lookAround(afternoon.page, lateHand, day.look, code)
    await signInByKeyboard(afternoon.page, lateHand, 2)

    cpSync(papers, folders.receipts, { recursive: true })

    say('The whole office works on what was received')
    const received = day.codes.flatMap(received => {
      const of = found.subjectsByCode.get(received)
      return of === undefined ? [] : [{ code: received, subject: of }]
    })
    const life = await workOnDossiers({ counter: afternoon, shared: second, hand: lateHand, received, look: day.look })

    const visitors = plan.morning.map(({ person }) => person)
    const certified = await certifyPapers(afternoon.page, lateHand, visitors, name => day.look(afternoon.page, name))

    say('The day is closed')
    const printedBefore = readdirSync(papers)
    await untilConfirmed(afternoon)
    await lateHand.press('Alt+9')
    await afternoon.page.waitForSelector('.proof')
    await day.look(afternoon.page, 'day-close')
    const statement = nextPaper(papers)
    await lateHand.press('F9')
    await statement
    for (const name of readdirSync(papers)) if (!printedBefore.includes(name)) cpSync(join(papers, name), join(folders.statements, name))
    const kept = readDay(folders.data)
    const subjects = kept.subjects
    const areSafe = await afternoon.call<readonly boolean[]>('sync.areSafe', subjects)
    const safe = subjects.filter((_, place) => areSafe[place] === true)
    const atCity = readCityOnDisk(folders.city)
    const isWhole = (of: string): boolean =>
      (kept.namesBySubject.get(of) ?? []).every(name => atCity.namesBySubject.get(of)?.has(name) === true)
    const whole = subjects.filter(isWhole)
    const scanned = await judgeStack(afternoon, folders.city, inStack, stack, work)
    await untilConfirmed(second)
    await untilConfirmed(afternoon)
    const reportDiffers = await compareReports(afternoon, office, folders.screens)
    for (const printed of [papers, join(folders.second, 'papers')]) cpSync(printed, folders.papers, { recursive: true })
    await afternoon.close()
    await second.close()

    const visited = [...plan.morning, plan.late]
    return {
      dossiers: kept.dossiers,
      codes: kept.codes,
      acts: kept.acts,
      lost: day.codes.filter(of => !kept.codes.includes(of)).length + kept.brokenLines,
      interactionsPerIntake: median(day.knownPresses.length > 0 ? day.knownPresses : day.presses),
      receiptMs: Math.round(median(day.receiptMs)),
      screens: readdirSync(folders.screens).length,
      receipts: readdirSync(folders.receipts).filter(name => name.endsWith('.pdf')).length,
      synced: whole.length,
      safe: safe.length,
      falseGreen: safe.filter(of => !whole.includes(of)).length,
      disputes,
      cardsMisread: countMisread(folders.data, visited.map(({ person }) => person)),
      statements: readdirSync(folders.statements).filter(name => name.endsWith('.pdf')).length,
      pages: scanned.pages,
      misfiled: scanned.misfiled,
      unclear: stack.unclear,
      enrolmentPresses,
      ...life,
      certified,
      papers: readdirSync(folders.papers).filter(name => name.endsWith('.pdf')).length,
      reportDiffers,
    }
  } finally {
    await office.close()
  }
}

/** The month as the desk counts it against what the city's page says. */
async function compareReports(app: RunningApp, office: DayOffice, screens: string): Promise<number> {
  const question: ReportQuestion = { kind: 'report', report: 'progress', grouping: 'procedure', from: '2026-11-01', until: '2026-11-30' }
  const desk = await app.call<Result<ReportAnswer>>('books.report', question)
  if (!desk.ok) throw new Error(`No report: ${desk.problem.code}`)
  const city = await readCityPages(office, screens)
  return city === undefined ? 0 : desk.value.total.figures.filter((figure, column) => figure !== city[column]).length
}

interface Day {
  readonly codes: string[]
  readonly receiptMs: number[]
  readonly presses: number[]
  readonly knownPresses: number[]
  readonly papers: string
  readonly look: (page: Page, name: string) => Promise<void>
}

/** Serves one person to the printed paper; answers what the screen said. */
async function serve(page: Page, hand: Hand, visit: PlannedVisit, day: Day, isRestored = false): Promise<string> {
  await hand.press('F2')
  hand.countAndForget()
  await fillIntake(page, hand, visit, isRestored)
  await day.look(page, `intake-${visit.outcome}`)
  const paper = nextPaper(day.papers)
  await hand.press('F9')
  const presses = hand.countAndForget()
  day.receiptMs.push(await paper)
  const said = await page.locator('main .notice', { hasText: /Đã lưu|Đã ghi việc/ }).innerText()
  const code = /[A-Z0-9]+\.[A-Z0-9.]+-\d{6}-\d{4,}/.exec(said)?.[0] ?? ''
  if (code !== '') day.codes.push(code)
  if (visit.outcome === 'receive') (visit.isKnown ? day.knownPresses : day.presses).push(presses)
  await day.look(page, `intake-saved-${visit.outcome}`)
  return `${code === '' ? visit.outcome : code}, ${String(presses)} presses`
}

/** Pictures of the window, numbered in the order they were taken. */
function camera(folder: string): Day['look'] {
  let count = 0
  return async (page, name) => {
    count += 1
    await page.screenshot({ path: join(folder, `${String(count).padStart(2, '0')}-${name}.png`) })
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
