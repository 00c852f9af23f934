import { app, dialog, type BrowserWindow } from 'electron'
import { randomBytes } from 'node:crypto'
import { extname, join } from 'node:path'
import type { Act, NewAct } from '../../shared/acts/act.ts'
import type { Problem, Result } from '../../shared/base/result.ts'
import { dayOfInstant } from '../../shared/base/day.ts'
import { failure, success } from '../../shared/base/result.ts'
import type { MainApi } from '../../shared/bridge/main-api.ts'
import { NATIONAL_YEARS } from '../../shared/calendar/national-calendar.ts'
import type { Command } from '../../shared/desk/command.ts'
import { EMPTY_DRAWER, type Drawer } from '../../shared/cash/drawer.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { foldOffice, type OfficeState } from '../../shared/offices/fold-office.ts'
import { withCityWords } from '../../shared/offices/published.ts'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import { CERTIFICATION_FIELD } from '../../shared/reports/life-of.ts'
import { begunSince } from '../../shared/sync/safekeeping.ts'
import { trainingPlace } from '../../shared/training/training-place.ts'
import { activeUsers, foldUsers } from '../../shared/users/fold-users.ts'
import { mayDo, rolesWith, type Right } from '../../shared/users/role.ts'
import type { LoadedCatalogue } from '../app/catalogue-file.ts'
import type { DiskWatch } from '../app/disk.ts'
import type { Log } from '../app/log.ts'
import type { Places } from '../app/paths.ts'
import { openProgramDoor } from '../app/program-door.ts'
import { booksKnown } from '../desk/books-known.ts'
import { openDesk } from '../desk/desk.ts'
import { openNumbers } from '../desk/numbers.ts'
import { isOfStanding, type Standing } from '../desk/standing.ts'
import { readIfThere } from '../journal/durable-file.ts'
import type { Fold } from '../journal/folds.ts'
import type { Journal } from '../journal/journal.ts'
import type { PageStore } from '../pages/page-store.ts'
import { openCovers, type Covers } from '../pages/covers.ts'
import { makeExport } from '../pages/export-pages.ts'
import type { Previews } from '../pages/previews.ts'
import { countOfToday, openCashDoor, type CashTools } from '../cash/cash-door.ts'
import { openKeeping } from '../keeping/keeping.ts'
import { openBooksDoor } from '../books/books-door.ts'
import { openBooksThread } from '../books/books-thread.ts'
import { prepareWhenIdle } from '../books/prepare-when-idle.ts'
import { openPagesDoor } from '../pages/pages-door.ts'
import { openOfficeDoor } from '../office/office-door.ts'
import { openPeopleDoor } from '../people/people-door.ts'
import { followPublished } from '../office/published.ts'
import { readFontFaces } from '../printing/paper-fonts.ts'
import { makePaperMachine } from '../printing/paper-machine.ts'
import { printCertification } from '../printing/print-certification.ts'
import { makePrinting } from '../printing/printing.ts'
import { printStatement } from '../printing/print-statement.ts'
import { qrSvg } from '../printing/qr.ts'
import type { PaperTools } from '../printing/send-paper.ts'
import { FILE_ENDINGS } from '../scanning/files/file-kind.ts'
import { openReadingRoom } from '../scanning/ocr/reading-room.ts'
import { openTexts } from '../scanning/ocr/texts.ts'
import { openLater, type ScanningLater } from '../scanning/scanning-later.ts'
import { peersOf, type Peer } from '../lan/peers.ts'
import { openScanningRoom, type RoomTools } from '../scanning/scanning-room.ts'
import type { PdfProcess } from '../scanning/pdf/pdf-process.ts'
import { openSyncDoor, type SyncDoorTools } from '../sync/sync-door.ts'
import { openSession } from '../session/session.ts'
import { openJournalDoor } from './journal-door.ts'

/** What the services stand on, opened by main.ts in this order. */
export interface Ground {
  readonly places: Places
  readonly device: string
  /** Devices whose copied or restored folder this one goes on with (rule J9). */
  readonly continues: readonly string[]
  readonly journal: Journal
  readonly standing: Fold<Standing>
  readonly loaded: LoadedCatalogue
  /** The catalogue that came with the program. */
  readonly catalogueFile: string
  readonly disk: DiskWatch
  readonly log: Log
  readonly clock: { readonly now: () => number }
  readonly problems: readonly Problem[]
  readonly pageStore: PageStore
  /** Brings a page whole from the city; whether it is here now. */
  readonly fetchBack: (sha256: string) => Promise<boolean>
  /** Shows and joins stored pages, in a process of its own. */
  readonly pdf: PdfProcess
  readonly sync: Pick<SyncDoorTools, 'link' | 'pages' | 'byDefault'>
  readonly previews: Pick<Previews, 'put'>
  readonly scanning: Pick<RoomTools, 'args' | 'isPackaged' | 'key' | 'phonePage' | 'onChanged'>
  /** Nobody has touched the PC for a while. */
  readonly isIdle: () => boolean
  readonly fontFolder: string
  readonly window: () => BrowserWindow | undefined
  readonly changed: () => void
  readonly booksReading: (read: number, total: number) => void
  readonly catalogueChanged: () => void
  readonly restart: (training: boolean) => void
}

export interface Services {
  readonly api: MainApi
  readonly scanning: ScanningLater
  readonly reading: { readonly stop: () => Promise<void> }
  readonly keeping: { readonly stop: () => Promise<void> }
  readonly covers: Covers
}

/** Every service of the bridge, wired once; nothing here decides anything. */
export async function openServices(ground: Ground): Promise<Services> {
  const { journal, device, places, loaded } = ground
  const now = (): string => new Date(ground.clock.now()).toISOString()
  const standing = (): Standing => journal.fold(ground.standing)
  const office = (): OfficeState | undefined => {
    const folded = foldOffice(standing().acts, device, ground.continues)
    return folded && withCityWords(folded, published.settings())
  }
  const users = () => foldUsers(standing().acts, device)
  const newestActAt = (): string | undefined => journal.newestAt() ?? undefined
  const published = followPublished({
    root: places.root, ownFile: ground.catalogueFile, years: NATIONAL_YEARS, journal, standingActs: () => standing().acts,
    atStart: loaded.catalogue, onChanged: ground.catalogueChanged, report: ground.log.bug,
  })
  // Whom the city withdrew leaves the desk at once (rule U4); what they typed stays in the window's drafts.
  journal.onGrew(acts => { if (acts.some(act => act.device !== device && isOfStanding(act))) ground.changed() })
  const numbers = openNumbers(() => standing().drawn)
  const record = (acts: readonly NewAct[], author: string): Promise<Result<readonly Act[]>> => journal.append(acts, { author, at: now() })

  const dossierOf = async (subject: string) => fold(await journal.actsOf(subject))
  const covers = openCovers(dossierOf)
  const session = openSession({
    users, now: () => laterOf(now(), newestActAt()), record,
    changed: () => {
      covers.coverAll()
      ground.changed()
    },
  })
  const drawerOf = (userId: string): Drawer => standing().drawers[userId] ?? EMPTY_DRAWER
  const cash: CashTools = { user: session.user, device, drawerOf, actsOf: journal.actsOf, now }
  const desk = openDesk({
    append: journal.append, actsOf: journal.actsOf, newestActAt, office, users: () => activeUsers(users()),
    get calendar() { return published.calendar() }, get catalogue() { return published.catalogue() },
    get settings() { return published.settings() },
    numbers, bookState: subject => standing().books[subject], stocks: () => standing().stocks, drawerOf,
    diskState: ground.disk.state, now, randomBytes,
  })
  const perform = (command: Command): Promise<Result<readonly Act[]>> => desk.perform(command, session.user())
  let fontFaces: Promise<string> | undefined
  const papers: PaperTools = {
    machine: makePaperMachine(),
    mayPrint: () => may(session.user(), 'dossier/print'),
    office: () => office()?.office,
    device: () => office()?.device ?? { printer: null, paperSize: 'A5' },
    now,
    systemName: app.name,
    settings: published.settings,
    fontFaces: () => (fontFaces ??= readFontFaces(ground.fontFolder)),
    pdfFolder: () => join(places.root, 'papers'),
  }

  const officeDoor = openOfficeDoor({
    office, device, inForce: published.inForce, trainingPlace: places.isTraining ? trainingPlace : undefined,
    get calendar() { return published.calendar() }, get catalogue() { return published.catalogue() },
    numbers, stocks: () => standing().stocks, now, randomBytes, record, perform,
    chooseFolder: () => chooseFolder(ground.window()),
  })

  const mayAdd = (): Result<unknown> => may(session.user(), 'dossier/correct')
  const isTooFull = (): boolean => ['very-low', 'full'].includes(ground.disk.state())
  const peers = (): readonly Peer[] => {
    const { unit, training } = office()?.office ?? { unit: '', training: false }
    return peersOf(standing().acts, { unit, device, training })
  }
  const keeping = await openKeeping({
    root: places.root, key: ground.scanning.key, journal, desk, office, users: () => activeUsers(users()), peers,
    onChanged: ground.changed, randomBytes, report: ground.log.bug,
  })
  const headings = new Map<string, string>()
  const scanning = openLater(openScanningRoom({
    headingOf: sha256 => headings.get(sha256),
    ...ground.scanning, root: places.root, pages: ground.pageStore, previews: ground.previews, randomBytes, qrSvg, mayAdd, isTooFull,
    perform, desk: () => office()?.office.desk ?? '', peers, unit: () => office()?.office.unit ?? '', actsOf: journal.actsOf,
    begunSince: instant => begunSince(ground.sync.link.safekeeping(), dayOfInstant(instant)),
    chooseFiles: () => chooseFiles(ground.window(), READABLE), now: ground.clock.now, report: ground.log.bug,
  }), ground.log.bug)
  journal.onGrew(scanning.onGrew)

  const reading = openReadingRoom({
    root: places.root, journal, store: ground.pageStore, safekeeping: ground.sync.link.safekeeping, dossierOf,
    sideOf: id => {
      const found = scanning.side(id)
      return found === undefined ? undefined : { path: found.path, dpi: found.side.came.dpi }
    },
    trayPages: () => scanning.sides().flatMap(({ cleaned, isFiled }) =>
      cleaned === null || isFiled || cleaned.page.sensitive === true ? [] : [cleaned.page.sha256]),
    onHeading: (sha256, heading) => {
      headings.set(sha256, heading)
      ground.scanning.onChanged()
    },
    maySee: () => may(session.user(), 'dossier/print'), isIdle: () => ground.isIdle() && !scanning.isScanning(), report: ground.log.bug,
  })

  const books = openBooksThread({ root: places.root, journal, tell: ground.booksReading })
  prepareWhenIdle({ thread: books, journal, isIdle: ground.isIdle, report: ground.log.bug })

  const api: MainApi = {
    desk: {
      do: async command => {
        const done = await keeping.perform(command, session.user())
        if (done.ok) covers.hear(done.value)
        return done
      },
    },
    session: { names: session.names, signIn: session.signIn, lock: session.lock, current: session.current },
    office: officeDoor,
    people: openPeopleDoor({
      users, user: session.user, may: right => may(session.user(), right), proveSelf: session.proveSelf, perform,
      root: places.root, heads: () => journal.state().heads, actsOf: journal.actsOf, desks: () => office()?.desks ?? {},
    }),
    journal: openJournalDoor(journal),
    pages: openPagesDoor({
      store: ground.pageStore, chooseFiles: () => chooseFiles(ground.window(), AS_PAGES),
      mayAdd, isTooFull, showsCard: scanning.showsCard,
      exportPages: makeExport({
        papers, dossierOf, store: ground.pageStore, fetchBack: ground.fetchBack, pdf: ground.pdf,
        choosePlace: name => choosePlace(ground.window(), name), textOf: openTexts(places.root).of,
        recordLook: input => perform({ verb: 'dossier/look-at-page', input }),
      }),
    }),
    printing: makePrinting({
      ...papers,
      dossierOf,
      record: input => perform({ verb: 'dossier/print-form', input }),
      userName: () => session.user()?.name ?? '', countedToday: () => countOfToday(cash),
      onCovers: scanning.onCovers,
    }),
    program: openProgramDoor({
      now, newestActAt, diskRoom: ground.disk.look, isTraining: places.isTraining, version: app.getVersion(),
      problems: () => [...ground.problems, ...journal.problems()], log: ground.log, restart: ground.restart,
      setZoom: factor => { ground.window()?.webContents.setZoomFactor(factor) },
    }),
    sync: openSyncDoor({
      ...ground.sync, device, journal, office, user: session.user, record, now: ground.clock.now,
      view: officeDoor.view, chooseFile: () => chooseEnrolFile(ground.window()), print: request => printStatement(papers, request),
    }),
    scanning: scanning.api,
    reading: reading.api,
    books: openBooksDoor({
      thread: books, papers, office: () => office()?.office, user: session.user, may: right => may(session.user(), right), now, record,
      procedureNames: () => namesOfField(published.catalogue(), CERTIFICATION_FIELD),
      choosePlace: name => choosePlace(ground.window(), name), report: ground.log.bug,
    }),
    cash: openCashDoor(cash),
    certification: {
      books: () => {
        const here = office()
        return Promise.resolve(here === undefined ? [] : booksKnown(standing().books, here, published.calendar()))
      },
      nextBook: () => Promise.resolve(keeping.nextBook()),
      print: request => printCertification({ ...papers, actsOf: journal.actsOf, desks: () => office()?.desks ?? {} }, request),
    },
  }
  return { api, scanning, reading, keeping, covers }
}

function namesOfField({ procedures }: Catalogue, field: string): Readonly<Record<string, string>> {
  return Object.fromEntries(procedures.filter(procedure => procedure.field === field).map(({ code, name }) => [code, name]))
}

function may(user: { readonly roles: Parameters<typeof mayDo>[0] } | undefined, right: Right): Result<unknown> {
  if (user === undefined) return failure({ code: 'session/nobody' })
  return mayDo(user.roles, right)
    ? success(null)
    : failure<Problem & { right: string; holders: readonly string[] }>({ code: 'session/not-allowed', right, holders: rolesWith(right) })
}

/** A file that is kept as it is, and one of which pages are made. */
const AS_PAGES = (['pdf', 'jpeg', 'png', 'webp'] as const).map(kind => FILE_ENDINGS[kind])
const READABLE = Object.values(FILE_ENDINGS)

/** The system's own dialog for images and PDFs with these endings; empty when cancelled. */
async function chooseFiles(window: BrowserWindow | undefined, endings: readonly (readonly string[])[]): Promise<readonly string[]> {
  const options: Electron.OpenDialogOptions = {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: endings.map(([ending = '']) => ending.toUpperCase()).join(', '), extensions: endings.flat() }],
  }
  const chosen = await (window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
  return chosen.canceled ? [] : chosen.filePaths
}

/** The system's own folder dialog; null when cancelled. */
async function chooseFolder(window: BrowserWindow | undefined): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
  const chosen = await (window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
  return chosen.canceled ? null : chosen.filePaths[0] ?? null
}

/** The system's own dialog for where a file goes, by the ending of its name; null when cancelled. */
async function choosePlace(window: BrowserWindow | undefined, fileName: string): Promise<string | null> {
  const ending = extname(fileName).slice(1)
  const options: Electron.SaveDialogOptions = {
    defaultPath: join(app.getPath('documents'), fileName), filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
  }
  const chosen = await (window === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options))
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
}

/** The content of an enrolment file the person chose; null when cancelled, empty when it is none. */
async function chooseEnrolFile(window: BrowserWindow | undefined): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { properties: ['openFile'] }
  const chosen = await (window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
  const path = chosen.canceled ? undefined : chosen.filePaths[0]
  return path === undefined ? null : (await readIfThere(path) ?? '').slice(0, 10_000)
}

function laterOf(one: string, other: string | undefined): string {
  return other !== undefined && other > one ? other : one
}
