import { app, dialog, powerMonitor, protocol, session, type BrowserWindow } from 'electron'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { foldOffice } from '../shared/offices/fold-office.ts'
import { isOurs } from './app/address.ts'
import { loadCatalogue } from './app/catalogue-file.ts'
import { startClock } from './app/clock.ts'
import { becomeNew, deviceIdentity } from './app/device-identity.ts'
import { watchDisk } from './app/disk.ts'
import { prepareFolder } from './app/folder.ts'
import { machineFingerprint } from './app/machine-fingerprint.ts'
import { openLog } from './app/log.ts'
import { rememberSecondCopy, secondCopyFolder } from './app/second-copy.ts'
import { argumentsFor, choosePlaces } from './app/paths.ts'
import { serveWindow, WINDOW_SCHEME } from './app/protocol.ts'
import { harden, hardenSession } from './app/security.ts'
import { showOnSecondStart, takeFolder } from './app/single-instance.ts'
import { openWindow } from './app/window.ts'
import { answerWindow } from './bridge/answer-window.ts'
import { openServices } from './bridge/services.ts'
import { tellWindow } from './bridge/tell-window.ts'
import { standingOf } from './desk/standing.ts'
import { openJournal } from './journal/journal.ts'
import { pagesNamedBy } from '../shared/dossiers/pages-of.ts'
import { PAGE_SCHEME, servePages } from './pages/page-protocol.ts'
import { openFetchBack } from './pages/fetch-back.ts'
import { startSweeping } from './pages/start-sweeping.ts'
import { openPageStore } from './pages/page-store.ts'
import { openPreviews } from './pages/previews.ts'
import { openTexts } from './scanning/ocr/texts.ts'
import { openPdfProcess } from './scanning/pdf/pdf-process.ts'
import { openPagesHere } from './sync/pages-here.ts'
import { openSync, prepareSync } from './sync/open-sync.ts'

/** `dist/`, as it was bundled: this file lies in its `main/`. */
const built = join(import.meta.dirname, '..')

const { places, problem } = prepareFolder(choosePlaces({ args: process.argv, env: process.env, appFolder: app.getPath('appData') }))
harden(app)
protocol.registerSchemesAsPrivileged([WINDOW_SCHEME, PAGE_SCHEME])
// Not awaited here: Electron becomes ready only once this module has run.
if (takeFolder(app, places)) start().catch(tellLastWords)
else app.exit(0)

/** So long nobody has touched the PC before it does what can wait. */
const IDLE_SECONDS = 120

/** The order of a start, and nothing else. */
async function start(): Promise<void> {
  const clock = startClock(process.argv, app.isPackaged)
  const log = openLog(places.logs, clock.now)
  process.on('uncaughtException', error => { log.bug(error) })
  const screen: { window?: BrowserWindow } = {}
  const changed = (): void => { if (screen.window !== undefined) tellWindow(screen.window, 'program.changed', {}) }

  const machine = await machineFingerprint(process.argv, app.isPackaged)
  const { device, continues } = await deviceIdentity(places.root, machine, randomBytes)
  const standing = standingOf(device)
  const secondCopy = await secondCopyFolder(places.root)
  const beforeSync = await prepareSync(places.root, pagesNamedBy)
  const [journal, loaded, disk, pageStore] = await Promise.all([
    openJournal({
      root: places.root, device, now: clock.now, randomBytes, secondCopy, folds: [standing, beforeSync.safekeeping],
      unitOf: unitNamedBy, report: log.bug,
    }),
    loadCatalogue(places.root, join(built, 'catalogue.json')),
    watchDisk(places.root, changed),
    openPageStore(places.root),
    app.whenReady(),
  ])
  hardenSession(session.defaultSession)
  serveWindow(protocol, join(built, 'renderer'))
  const pdf = openPdfProcess()
  const previews = openPreviews({ root: places.root, store: pageStore, render: page => pdf.render(page, 'preview') })
  const pages = openPagesHere(pageStore, () => journal.fold(beforeSync.safekeeping))

  const sync = await openSync(beforeSync, {
    root: places.root, args: process.argv, isPackaged: app.isPackaged, resources: process.resourcesPath, program: app.getVersion(),
    device, continues, journal, pages,
    record: (acts, author) => journal.append(acts, { author, at: new Date(clock.now()).toISOString() }),
    office: () => foldOffice(journal.fold(standing).acts, device, continues),
    freeDisk: async () => (await disk.look()).freeBytes,
    becomeNew: () => becomeNew(places.root, device, machine, randomBytes),
    now: clock.now, report: log.bug,
    onChanged: () => { if (screen.window !== undefined) tellWindow(screen.window, 'sync.changed', {}) },
  })

  const fetchBack = openFetchBack({ store: pageStore, fetch: sync.pagesAtCity.fetch })
  const isIdle = (): boolean => powerMonitor.getSystemIdleTime() >= IDLE_SECONDS
  const { api, scanning, reading, keeping, covers } = await openServices({
    sync: { ...sync, pages },
    // A long file that is being given out keeps nobody from seeing a page.
    pageStore, fetchBack, pdf: openPdfProcess(),
    places, device, continues, journal, standing, loaded, disk, log, clock, changed,
    catalogueFile: join(built, 'catalogue.json'),
    booksReading: (read, total) => { if (screen.window !== undefined) tellWindow(screen.window, 'books.reading', { read, total }) },
    catalogueChanged: () => { if (screen.window !== undefined) tellWindow(screen.window, 'catalogue.changed', {}) },
    problems: [problem, loaded.problem].filter(met => met !== null),
    previews, isIdle,
    scanning: {
      args: process.argv, isPackaged: app.isPackaged, key: sync.key, phonePage: join(built, 'phone', 'phone.html'),
      onChanged: () => { if (screen.window !== undefined) tellWindow(screen.window, 'scanning.changed', {}) },
    },
    fontFolder: join(built, 'renderer', 'fonts'),
    window: () => screen.window,
    restart: training => {
      app.relaunch({ args: argumentsFor(process.argv.slice(1), training) })
      app.quit()
    },
  })
  servePages(protocol, {
    store: pageStore, previews, fetchBack, mayShow: covers.mayShowOf,
    renderWhole: page => pdf.render(page, 'whole'),
    ofTray: async id => {
      const page = scanning.side(id)?.side.cleaned?.page
      return page === undefined || !covers.mayShow(page) ? undefined : previews.of(page.sha256)
    },
  })
  const stopSweeping = startSweeping({
    journal, isSafe: sync.link.isSafe, safekeeping: sync.link.safekeeping, store: pageStore, wouldGive: sync.pagesAtCity.wouldGive,
    root: places.root, forgetPreview: previews.forget, texts: openTexts(places.root), trayPages: scanning.pages,
    isDiskLow: () => disk.state() !== 'ok', isIdle, now: clock.now, report: log.bug,
  })
  answerWindow(api, { isOurs, reportBug: log.bug })
  const copyAsChosen = (): void => { followSecondCopy().catch(log.bug) }
  journal.onGrew(acts => { if (acts.some(({ kind }) => kind === 'device/settings-set')) copyAsChosen() })
  copyAsChosen()
  journal.onGrew(() => { if (screen.window !== undefined) tellWindow(screen.window, 'journal.grew', { heads: journal.heads() }) })
  journal.onStateChanged(changed)

  const window = openWindow({ preload: join(built, 'preload', 'preload.cjs'), icon: undefined }, log.bug)
  screen.window = window
  showOnSecondStart(app, window)
  closeInOrder()

  /** The second copy goes where this PC's newest settings say. */
  async function followSecondCopy(): Promise<void> {
    const chosen = foldOffice(journal.fold(standing).acts, device, continues)
    if (chosen === undefined || chosen.device.secondCopy === await secondCopyFolder(places.root)) return
    await rememberSecondCopy(places.root, chosen.device.secondCopy)
    await journal.setSecondCopy(chosen.device.secondCopy)
  }

  /** The journal has the last word: it flushes and marks that this run ended by itself. */
  function closeInOrder(): void {
    let isClosed = false
    // The hidden page that papers are laid out on would keep the program alive.
    window.on('closed', () => { app.quit() })
    app.on('will-quit', event => {
      if (isClosed) return
      event.preventDefault()
      disk.stop()
      stopSweeping()
      void Promise.allSettled([reading.stop(), scanning.stop(), keeping.stop(), sync.link.stop()])
        .then(() => journal.close()).finally(() => {
        isClosed = true
        app.quit()
      })
    })
  }
}

/** Nothing could be opened, so no screen can say it. */
function tellLastWords(error: unknown): void {
  const number = openLog(places.logs, startClock(process.argv, app.isPackaged).now).bug(error)
  dialog.showErrorBox(app.name, `Chương trình chưa mở được. Hồ sơ đã lưu vẫn còn đủ trên máy này. Khởi động lại máy; vẫn không được thì gọi quản trị, đọc số ${String(number)}.`)
  app.exit(1)
}

/** A log names its unit in the act that enrolled its device. */
function unitNamedBy(act: { readonly kind: string; readonly body: Readonly<Record<string, unknown>> }): string | undefined {
  const unit = act.kind === 'device/enrolled' ? act.body['unit'] : undefined
  return typeof unit === 'string' ? unit : undefined
}
