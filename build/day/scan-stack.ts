import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { qrSvg } from '../../main/printing/qr.ts'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { ScannerView, ScanTray } from '../../shared/bridge/scanning-api.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { pagesNamedBy } from '../../shared/dossiers/pages-of.ts'
import { receivedPapers } from '../../shared/papers/paper.ts'
import { drawPage, makePage, type MadePage } from '../../tests/builders/made-pages.ts'
import { openEsclDevice } from '../../tests/fakes/escl-device.ts'
import type { RunningApp } from '../../tests/faults/app.ts'
import { mustRun, run } from '../electron/run.ts'
import type { Hand } from './hand.ts'

export interface StackOptions {
  readonly app: RunningApp
  readonly hand: Hand
  /** Where the program leaves its PDFs. */
  readonly papers: string
  /** Emptied first; what was printed, and what is read back. */
  readonly work: string
  /** Dossiers with a paper to scan, three at most. */
  readonly subjects: readonly string[]
  readonly seed: number
  readonly look: (name: string) => Promise<void>
}

/** What became of a stack; `truth` says of every sheet that is no cover which dossier it was taken from. */
export interface StackFigures {
  readonly unclear: number
  readonly truth: ReadonlyMap<string, string>
}

const SHEETS = 20
const JAM_AT = 12

/**
 * Three dossiers' papers go through the office's scanner in one stack, a cover sheet before each; it jams at the twelfth sheet, the
 * clerk takes that out and goes on, looks, and files with one key.
 */
export async function scanStack({ app, hand, papers, work, subjects, seed, look }: StackOptions): Promise<StackFigures> {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const truth = new Map<string, string>()
  const sheets: Buffer[] = []
  for (const [nth, subject] of subjects.entries()) {
    const until = Math.round(SHEETS * (nth + 1) / subjects.length)
    sheets.push(await printCover({ app, papers, work }, subject, until - sheets.length - 1))
    while (sheets.length < until) {
      const mark = `TO-${String(seed)}-${String(sheets.length + 1)}`
      truth.set(mark, subject)
      sheets.push(await madeSheet(makePage(KINDS[sheets.length % KINDS.length] ?? 'form', seed * 100 + sheets.length), mark))
    }
  }
  const device = await openEsclDevice({ sheets, faults: [{ at: JAM_AT, kind: 'jam' }] })
  try {
    await chooseScanner(app, device.root)
    await hand.press('Alt+4')
    await app.page.waitForSelector('[data-place="scan"], .scan')
    await hand.press('F5')
    await until(app, ({ run }) => run.state === 'stopped')
    await look('scan-jam')
    device.putRight(sheets.slice(JAM_AT - 1))
    await hand.press('F5')
    const { pages } = await until(app, tray => tray.run.state === 'none' && tray.pages.length === SHEETS && tray.pages.every(({ state }) => state !== 'coming'))
    await look('scan-stack')
    await hand.press('F9')
    await until(app, tray => tray.pages.every(({ place, cover, aside }) => place === null || cover !== null || aside !== null))
    await look('scan-filed')
    return { unclear: pages.filter(({ place, cover, aside }) => place === null && cover === null && aside === null).length, truth }
  } finally {
    await device.close()
  }
}

const KINDS = ['form', 'letter', 'table'] as const

/** The first so many dossiers that list a paper which is here. */
export async function dossiersWithPapers(app: RunningApp, subjects: readonly string[], most: number): Promise<readonly string[]> {
  const found: string[] = []
  for (const subject of subjects) {
    const dossier = fold(await app.call<readonly Act[]>('journal.actsOf', subject))
    if (dossier !== undefined && receivedPapers(dossier.papers).length > 0) found.push(subject)
  }
  return found.slice(0, most)
}

/** What the city holds of the stack: pages that are whole there, and of those the ones under another dossier than their sheet was of. */
export async function judgeStack(
  app: RunningApp, cityData: string, subjects: readonly string[], { truth }: StackFigures, work: string,
): Promise<{ readonly pages: number, readonly misfiled: number }> {
  const atCity = new Map(readdirSync(join(cityData, 'pages/whole'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile()).map(({ name, parentPath }) => [name, join(parentPath, name)]))
  let [pages, misfiled] = [0, 0]
  for (const subject of subjects) {
    for (const sha256 of (await app.call<readonly Act[]>('journal.actsOf', subject)).filter(({ kind }) => kind === 'dossier/pages-added').flatMap(pagesNamedBy)) {
      const file = atCity.get(sha256)
      if (file === undefined) continue
      const picture = join(work, sha256)
      await mustRun('pdftoppm', ['-r', '200', '-gray', '-png', '-singlefile', file, picture])
      const read = await run('zbarimg', ['--quiet', '--nodbus', '--raw', '-Sdisable', '-Sqrcode.enable', `${picture}.png`])
      const mark = read.stdout.split('\n').find(line => truth.has(line))
      pages += 1
      if (mark === undefined || truth.get(mark) !== subject) misfiled += 1
    }
  }
  return { pages, misfiled }
}

/** The scanner stands in the office's network; a person gave its address once. */
async function chooseScanner(app: RunningApp, root: URL): Promise<void> {
  const found = await app.call<Result<ScannerView>>('scanning.addByAddress', root.href)
  if (!found.ok) throw new Error(`No scanner: ${found.problem.code}`)
  const chosen = await app.call<Result<null>>('scanning.choose', { scanner: found.value.id, source: 'feeder', resolution: 200, ownSettings: false })
  if (!chosen.ok) throw new Error(`Not chosen: ${chosen.problem.code}`)
}

/** The cover sheet of the dossier's first paper, which says how many sheets lie behind it, as it comes back from the glass. */
async function printCover({ app, papers, work }: Pick<StackOptions, 'app' | 'papers' | 'work'>, subject: string, counted: number): Promise<Buffer> {
  const before = new Set(readdirSync(papers))
  const [paper] = receivedPapers(fold(await app.call<readonly Act[]>('journal.actsOf', subject))?.papers ?? [])
  const printed = await app.call<Result<unknown>>('printing.print', { subject, form: 'paper-covers', to: 'pdf', paper: paper?.id, sheets: counted })
  if (!printed.ok) throw new Error(`No cover sheet: ${printed.problem.code}`)
  const covers = readdirSync(papers).filter(file => file.endsWith('.pdf') && !before.has(file)).sort()
  const picture = join(work, subject.replace(':', '-'))
  await mustRun('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-png', '-singlefile', join(papers, covers[0] ?? ''), picture])
  for (const cover of covers) rmSync(join(papers, cover))
  return sharp(`${picture}.png`).jpeg({ quality: 85 }).toBuffer()
}

/** A made page with a mark in its corner that only the judge reads. */
async function madeSheet(page: MadePage, mark: string): Promise<Buffer> {
  const { data, width, height } = await drawPage(page)
  const code = await sharp(Buffer.from(qrSvg(mark, 'H'))).resize(170, 170, { kernel: 'nearest' }).flatten({ background: '#fff' }).toBuffer()
  return sharp(data, { raw: { width, height, channels: 3 } })
    .composite([{ input: code, left: width - 230, top: 40 }]).jpeg({ quality: 85 }).toBuffer()
}

async function until(app: RunningApp, isSo: (tray: ScanTray) => boolean): Promise<ScanTray> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const tray = await app.call<ScanTray>('scanning.tray')
    if (isSo(tray)) return tray
    await pause(250)
  }
  throw new Error('The tray never came to it')
}

const MOST_TRIES = 720
