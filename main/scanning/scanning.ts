import type { Act } from '../../shared/acts/act.ts'
import { dayOfInstant } from '../../shared/base/day.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { LeftHere, ScanningApi, ScannersView, ScanStart } from '../../shared/bridge/scanning-api.ts'
import type { Command } from '../../shared/desk/command.ts'
import { pagesNamedBy } from '../../shared/dossiers/pages-of.ts'
import type { PageStore } from '../pages/page-store.ts'
import { batchOf, type Batches } from './batches.ts'
import { openCleaning, type CleaningTools } from './cleaning.ts'
import type { Driver, DriverProblem, RawPage, Scanner } from './drivers/driver.ts'
import type { FilesEnd } from './drivers/files.ts'
import { FOLDER } from './drivers/watched-folder.ts'
import { openDraftPages } from './draft-pages.ts'
import { fileTray, sweepBatches } from './file-tray.ts'
import { openKnownDossiers } from './known-dossiers.ts'
import type { Pipeline } from './pipeline/pipeline.ts'
import type { PrintedCovers } from './printed-covers.ts'
import { openRoadsIn, type PhoneTools } from './roads-in.ts'
import type { ScanFolder } from './scan-folder.ts'
import { openScanRuns, type TakeTurn } from './scan-run.ts'
import { openScanners } from './scanners.ts'
import { openDecisions } from './tray-decisions.ts'
import { openTray, type Tray } from './tray.ts'

export interface ScanningTools {
  readonly root: string
  readonly batches: Batches
  readonly covers: PrintedCovers
  readonly drivers: readonly Driver[]
  readonly pipeline: Pipeline
  readonly pages: Pick<PageStore, 'keep'>
  readonly previews: CleaningTools['previews']
  readonly readFiles: (paths: readonly string[], signal: AbortSignal) => AsyncGenerator<RawPage, Result<FilesEnd, DriverProblem>>
  readonly phone: PhoneTools
  readonly lending: Lending | null
  /** An eSCL scanner, or a PC that lends one, by its address. */
  readonly findByAddress: (address: string) => Promise<Result<Scanner>>
  readonly chooseFiles: () => Promise<readonly string[]>
  readonly folder: ScanFolder
  /** Somebody signed in may add pages; a problem says why not. */
  readonly mayAdd: () => Result<unknown>
  readonly isTooFull: () => boolean
  readonly perform: (command: Command) => Promise<Result<readonly Act[]>>
  readonly actsOf: (subject: string) => Promise<readonly Act[]>
  /** Dossiers begun on or after the day of this instant. */
  readonly begunSince: (instant: string) => readonly string[]
  readonly unit: () => string
  /** What a page is headed by, where it was read already. */
  readonly headingOf?: (sha256: string) => string | undefined
  readonly now: () => number
  readonly onChanged: () => void
  readonly report: (error: unknown) => void
}

/** What a scanner shared by several counters needs of those who lend it. */
export interface Lending {
  readonly lends: () => boolean
  readonly lend: (on: boolean) => Promise<Result<null>>
  readonly takeTurn: TakeTurn
  /** Pages kept here for other desks. */
  readonly waiting: () => readonly (LeftHere & { readonly isLeft: boolean })[]
  /** False when the desk has them, or is fetching them. */
  readonly takeOver: (run: string, take: (raw: RawPage) => Promise<void>) => Promise<boolean>
}

export interface LateSide {
  /** The run it came in; sides of a lent run are named by it. */
  readonly run: string
  readonly batch: string
  readonly scanner: string
  /** The run that goes on with the batch waits for it. */
  readonly goesOn: boolean
}

export interface Scanning {
  readonly api: ScanningApi
  readonly tray: Tray
  /** Pages of every side that lies in the tray, those set aside and those that left it today as well. */
  readonly pages: () => Iterable<string>
  /** Where a side of the tray lies as it came. */
  readonly pathOf: (id: string) => string
  readonly isScanning: () => boolean
  /** This PC's own chosen scanner with its driver, for whoever lends it. */
  readonly chosen: () => { readonly scanner: Scanner, readonly driver: Driver } | null
  /** Sides that were left at a lender: kept in their batch, or in a new one where that is gone. */
  readonly take: (came: LateSide, raw: RawPage) => Promise<void>
  /** Cover sheets left the printer: each is waited for today. */
  readonly onCovers: PrintedCovers['printed']
  /** New lines in the journal: dossiers change, and drafts that were saved name their pages. */
  readonly onGrew: (acts: readonly Act[]) => void
  readonly stop: () => Promise<void>
}

/** The room of scanning, put together: what came is durable first, cleaned next, filed by a person. */
export async function openScanning(tools: ScanningTools): Promise<Scanning> {
  const { batches, report, isTooFull, now } = tools
  const onChanged = calmly(() => {
    tools.onChanged()
    drafts.goOn().catch(report)
  })
  const known = openKnownDossiers(tools.actsOf)
  const scanners = await openScanners(tools.root, tools.drivers, report)
  const tray = openTray({
    batches, known, covers: tools.covers, unit: tools.unit, headingOf: tools.headingOf, onChanged,
    isRunning: batch => runs.batch() === batch || roads.takesIn(batch),
  })
  const cleaning = openCleaning({ tray, batches, pipeline: tools.pipeline, pages: tools.pages, previews: tools.previews, report })
  const runs = openScanRuns({
    tray, isTooFull, now, onCame: cleaning.wake, onChanged, report,
    isOver: async (problem, scanner) => problem.code === 'disk/very-low' ? !isTooFull() : scanners.isOver(problem, scanner),
  })
  const { readFiles, phone } = tools
  const roads = openRoadsIn({ tray, readFiles, phone, isTooFull, now, onCame: cleaning.wake, onChanged, report })
  const decisions = openDecisions(tray, cleaning.wake)
  const drafts = openDraftPages({ tray, actsOf: tools.actsOf, begunSince: tools.begunSince, perform: tools.perform, now, report })

  /** Batches that took in what came for one that is gone. */
  const lateBatches = new Map<string, string>()

  await closeCutOff(tray, now)
  await sweepBatches(tray, dayOfInstant(new Date(now()).toISOString()), dayOfInstant)
  const [batch, newest] = [...tray.batches()].at(-1) ?? []
  if (batch !== undefined && newest?.isEnded === false && newest.sides.size > 0) runs.wasCutOff(newest.scanner, lastSheet(tray, batch))
  cleaning.wake()

  /** May anything come in now? */
  function admit(): Result<unknown> {
    const allowed = tools.mayAdd()
    if (!allowed.ok) return allowed
    return isTooFull() ? failure({ code: 'disk/very-low' }) : success(null)
  }

  async function start({ into, goOn, instead, oneSheet = false }: ScanStart): Promise<Result<null>> {
    const allowed = admit()
    if (!allowed.ok) return allowed
    if (runs.batch() !== null) return failure({ code: 'tray/running' })
    const chosen = scanners.chosen()
    if (chosen === null) return failure<Problem & { scanner: string, sheets: number }>({ code: 'scan/no-scanner', scanner: '', sheets: 0 })
    const old = instead === null ? null : tray.side(instead) ?? null
    if (instead !== null && (old === null || old.isFiled)) return failure({ code: 'tray/page-gone' })
    const { scanner, choice, driver } = chosen
    const before = old === null ? goOn : batchOf(old.came.id)
    const batch = before !== null && tray.batches().has(before) ? before : await tray.begin(scanner.name, into)
    const isOwn = scanner.lentBy === undefined
    runs.begin({
      scanner, choice, scan: driver.scan, batch, sheetsBefore: lastSheet(tray, batch), instead: old, oneSheet,
      takeTurn: isOwn && tools.lending?.lends() === true ? tools.lending.takeTurn : null,
    })
    return success(null)
  }

  async function takeIn<T>(take: () => Promise<Result<T>>): Promise<Result<T>> {
    const allowed = admit()
    return allowed.ok ? take() : allowed
  }

  async function take({ run, batch, scanner, goesOn }: LateSide, raw: RawPage): Promise<void> {
    if (raw.name !== undefined && isHere(tray, raw.name)) return
    // Behind what another run brought since, it would be filed by that run's cover sheets.
    const isNext = (one: string | undefined): one is string =>
      one !== undefined && (runs.batch() !== one || (goesOn && one === batch)) && endsWithRun(tray, one, run)
    const into = [batch, lateBatches.get(run)].find(isNext) ?? await tray.begin(scanner, null)
    if (into !== batch) lateBatches.set(run, into)
    const last = lastSheet(tray, into)
    await tray.keepSide(into, raw, { sheet: raw.side === 'front' ? last + 1 : Math.max(1, last), scanner })
    if (runs.batch() !== into) await tray.note(into, { what: 'ended', at: new Date(now()).toISOString(), problem: null })
    cleaning.wake()
  }

  const may = async <T>(then: () => Promise<Result<T>>): Promise<Result<T>> => {
    const allowed = tools.mayAdd()
    return allowed.ok ? then() : allowed
  }

  const view = (): ScannersView => ({
    ...scanners.view(), lends: tools.lending?.lends() ?? false, folder: { path: tools.folder.now(), isUsual: tools.folder.isUsual() },
  })

  const api: ScanningApi = {
    scanners: () => Promise.resolve(view()),
    lookForScanners: async () => {
      await scanners.lookAgain()
      return view()
    },
    addByAddress: async address => {
      const found = await tools.findByAddress(address)
      if (!found.ok) return found
      await scanners.add(found.value)
      const { id, name, driver, sources, resolutions, lentBy = null } = found.value
      return success({ id, name, driver, sources, resolutions, lentBy })
    },
    choose: async choice => {
      if (!await scanners.choose(choice)) return failure({ code: 'scan/no-scanner', scanner: '', sheets: 0 })
      onChanged()
      return success(null)
    },
    watchFolder: async folder => {
      const chosen = await tools.folder.choose(folder)
      if (!chosen.ok) return chosen
      await scanners.renew(FOLDER)
      onChanged()
      return chosen
    },
    takeOver: run => takeIn(async () => {
      const { desk = '' } = tools.lending?.waiting().find(left => left.run === run) ?? {}
      const isTaken = await tools.lending?.takeOver(run, raw => take({ run, batch: '', scanner: desk, goesOn: false }, raw)) ?? false
      return isTaken ? success(null) : failure({ code: 'lend/fetched' })
    }),
    lend: on => tools.lending?.lend(on) ?? Promise.resolve(success(null)),
    tray: async () => {
      const { pages, notices } = await tray.look()
      const run = runs.state()
      const silent = runs.isSilent() && run.state === 'running' ? [{ code: 'tray/silent', sheets: run.sheets }] : []
      const leftHere = tools.lending?.waiting().flatMap(({ isLeft, ...left }) => isLeft ? [left] : []) ?? []
      return { run, pages, notices: [...silent, ...roads.notices(), ...notices], leftHere }
    },
    start,
    stop: runs.stop,
    addFiles: into => takeIn(async () => roads.takeFiles(await tools.chooseFiles(), into)),
    addDropped: (paths, into) => takeIn(() => roads.takeFiles(paths, into)),
    openPhone: into => takeIn(() => roads.openPhone(into)),
    closePhone: roads.closePhone,
    place: (ids, place) => may(() => decisions.place(ids, place)),
    turn: (ids, by) => may(() => decisions.turn(ids, by)),
    move: (id, before) => may(() => decisions.move(id, before)),
    takeOut: ids => may(() => decisions.takeOut(ids)),
    cleanAgain: ids => may(() => decisions.cleanAgain(ids)),
    bringBack: ids => may(() => decisions.bringBack(ids)),
    file: () => may(() => fileTray({ tray, settled: cleaning.settled, perform: tools.perform, now })),
    takeForDraft: async draft => success(await drafts.hand(draft)),
    draftsHere: drafts.keepOnly,
    savedDrafts: drafts.saved,
  }

  return {
    api, tray,
    pages: () => [...tray.batches().values()].flatMap(({ sides }) => [...sides.values()])
      .flatMap(({ cleaned }) => cleaned === null ? [] : [cleaned.page.sha256]),
    pathOf: batches.pathOf,
    isScanning: () => runs.batch() !== null,
    chosen: () => {
      const chosen = scanners.chosen()
      return chosen === null || chosen.scanner.lentBy !== undefined ? null : chosen
    },
    take,
    onCovers: tools.covers.printed,
    onGrew: acts => {
      known.forget(acts.map(({ subject }) => subject))
      for (const act of acts) if (pagesNamedBy(act).length > 0) tools.covers.settled(act.subject)
      onChanged()
      drafts.onGrew(acts).catch(report)
    },
    stop: async () => {
      await roads.closePhone()
      await runs.stop()
      await cleaning.stop()
      await tools.pipeline.close()
      await batches.close()
      await tools.covers.written()
    },
  }
}

/** A side that was given before a cut, and is given again. */
function isHere(tray: Tray, name: string): boolean {
  return [...tray.batches().values()].some(({ sides }) => [...sides.values()].some(({ came }) => came.name === name))
}

/** Whether the newest side of a batch that is here came in this run. */
function endsWithRun(tray: Tray, batch: string, run: string): boolean {
  const state = tray.batches().get(batch)
  const newest = [...state?.sides.values() ?? []].at(-1)
  return newest === undefined ? state !== undefined : newest.came.name?.startsWith(`${run}-`) === true
}

function lastSheet(tray: Tray, batch: string): number {
  return Math.max(0, ...[...tray.batches().get(batch)?.sides.values() ?? []].map(({ came }) => came.sheet))
}

/** Only the newest stack can be gone on with; of older ones that were cut off nothing more is expected. */
async function closeCutOff(tray: Tray, now: () => number): Promise<void> {
  const older = [...tray.batches()].slice(0, -1).filter(([, { isEnded }]) => !isEnded)
  for (const [batch] of older) await tray.note(batch, { what: 'ended', at: new Date(now()).toISOString(), problem: null })
}

/** Several changes in a row are one. */
function calmly(tell: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  return () => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      tell()
    }, 150)
    waiting.unref()
  }
}
