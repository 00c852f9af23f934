import type { Act, Position } from '../acts/act.ts'
import type { Problem, Result } from '../base/result.ts'
import type { Command } from '../desk/command.ts'
import type { DossierForm } from '../dossiers/print-form.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { Hours } from '../calendar/working-hours.ts'
import type { Keeper } from '../offices/office-acts.ts'
import type { SettingsInForce } from '../offices/published.ts'
import type { PageOf } from '../papers/paper.ts'
import type { Catalogue } from '../procedures/catalogue.ts'
import type { StockState } from '../stocks/stocks.ts'
import type { Office, OfficeHeader } from '../units/office.ts'
import type { Role } from '../users/role.ts'
import type { BooksApi } from './books-api.ts'
import type { CashApi } from './cash-api.ts'
import type { CertificationApi } from './certification-api.ts'
import type { FirstPerson, PeopleApi } from './people-api.ts'
import type { ReadingApi } from './reading-api.ts'
import type { ScanningApi } from './scanning-api.ts'

/** Everything the window may ask of the machine. One interface per service; every method is async. */
export interface MainApi {
  readonly desk: DeskApi
  readonly session: SessionApi
  readonly office: OfficeApi
  readonly people: PeopleApi
  readonly journal: JournalApi
  readonly printing: PrintingApi
  readonly program: ProgramApi
  readonly pages: PagesApi
  readonly sync: SyncApi
  readonly scanning: ScanningApi
  readonly reading: ReadingApi
  readonly books: BooksApi
  readonly cash: CashApi
  readonly certification: CertificationApi
}

export interface DeskApi {
  /** The only way to change anything. Resolves once the acts are on disk (rule J2). */
  do(command: Command): Promise<Result<readonly Act[]>>
}

/** Someone who may sign in here, as the sign-in screen shows them. */
export interface SignInName {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  /** UTC, ms; the name is locked on this PC until then (rule U2). */
  readonly lockedUntil: string | null
  readonly triesLeft: number
}

export interface SessionApi {
  names(): Promise<readonly SignInName[]>
  /** Problems: `session/pin-wrong` {triesLeft}, `session/locked` {until}, `session/unknown-user`. */
  signIn(userId: string, pin: string): Promise<Result<SignInName>>
  /** Locks the screen; drafts stay (rule U1). */
  lock(): Promise<void>
  current(): Promise<SignInName | null>
}

export interface OpenUnitInput {
  readonly unit: string
  readonly desk: string
  /** 1…19: which block of numbers this desk draws from (rule N2). */
  readonly deskNumber: number
  readonly people: readonly FirstPerson[]
}

export interface DeviceSettings {
  readonly printer: string | null
  readonly paperSize: 'A5' | 'A4'
  /** Folder of the second copy, or null. */
  readonly secondCopy: string | null
}

export interface OfficeView {
  readonly office: Office
  readonly hours: Hours
  readonly calendar: Calendar
  readonly device: DeviceSettings
  /** The unit's desks by device. */
  readonly desks: Readonly<Record<string, string>>
  /** PCs of the unit that write no more. */
  readonly gone: readonly string[]
  /** Whose books of certification serve all counters (rule N6). */
  readonly keeper: Keeper
  /** How many numbers today's range still has. */
  readonly numbersLeft: number
  /** What the city has set for all its offices, and since when. */
  readonly city: SettingsInForce
}

export interface OfficeApi {
  /** Null before first start. */
  view(): Promise<OfficeView | null>
  openUnit(input: OpenUnitInput): Promise<Result<OfficeView>>
  catalogue(): Promise<Catalogue>
  changeHeader(header: OfficeHeader): Promise<Result<readonly Act[]>>
  changeHours(hours: Hours): Promise<Result<readonly Act[]>>
  changeKeeper(keeper: Keeper): Promise<Result<readonly Act[]>>
  changeDevice(settings: DeviceSettings): Promise<Result<readonly Act[]>>
  /** Every stock of fee receipts this PC knows, those of this desk first; what changes them goes through the desk. */
  stocks(): Promise<readonly StockView[]>
  /** Lets the person choose a folder by the system's own dialog; null when cancelled. */
  chooseFolder(): Promise<string | null>
}

/** A stock of fee receipts as this PC knows it. */
export interface StockView extends StockState {
  readonly subject: string
  /** This desk writes in it. */
  readonly isOwn: boolean
  /** Its PC writes no more; whoever is here may close it. */
  readonly isOrphan: boolean
  readonly leftCount: number
}

/** The acts of one dossier or one certification, as the index asks for them. */
export interface SubjectActs {
  readonly subject: string
  readonly acts: readonly Act[]
}

export interface SubjectsPage {
  readonly subjects: readonly SubjectActs[]
  /** Where the reader stands after this page. */
  readonly position: Position
  readonly done: boolean
  /** Acts read so far and in all, for "Đang mở sổ". */
  readonly readCount: number
  readonly totalCount: number
}

/** A page as it crosses to the window: thousands of acts go as one text, which costs a fraction of copying objects. */
export interface SubjectsText extends Omit<SubjectsPage, 'subjects'> {
  /** JSON of `SubjectActs[]`. */
  readonly subjects: string
}

export interface JournalState {
  readonly heads: Position
  readonly actCount: number
  /** Of the whole history, checked in the background. */
  readonly verification: { readonly state: 'running' | 'done' | 'damaged'; readonly checked: number; readonly total: number }
  /** Set when the log opens read-only from a damaged line (rule J3). */
  readonly readOnly: null | { readonly device: string; readonly seq: number; readonly reason: string }
  /** Lines moved aside at this start. */
  readonly tornLines: number
  readonly healedLines: number
  readonly secondCopy: { readonly state: 'off' | 'whole' | 'behind' | 'missing'; readonly folder: string | null }
  /** The last run did not end by itself. */
  readonly endedAbruptly: boolean
}

export interface JournalApi {
  state(): Promise<JournalState>
  /** Each dossier and each certification touched after the position, once, with all its acts. */
  subjectsAfter(position: Position, limit: number): Promise<SubjectsText>
  actsOf(subject: string): Promise<readonly Act[]>
}

export interface PrinterChoice {
  readonly name: string
  readonly label: string
  readonly isDefault: boolean
}

/** A form of a dossier, or its cover sheets for the scanner: one for all of it, or one for each paper. */
export type FormName = DossierForm | 'cover-sheet' | 'paper-covers'

export interface PrintRequest {
  readonly subject: string
  readonly form: FormName
  /** `printer` prints silently to the chosen printer, `pdf` asks where to save. */
  readonly to: 'printer' | 'pdf'
  /** Of `paper-covers`: this paper's alone. */
  readonly paper?: string
  /** Of cover sheets: how many sheets a person counted that will lie behind each. */
  readonly sheets?: number
}

/** Dossiers that go from the person signed in to another hand, in one list that both sign. */
export interface HandOverRequest {
  readonly kind: 'shift' | 'agency' | 'results'
  /** Who takes them over, by name. */
  readonly taker: string
  readonly subjects: readonly string[]
  readonly to: 'printer' | 'pdf'
}

export interface PrintingApi {
  printers(): Promise<readonly PrinterChoice[]>
  /**
   * Prints from the journal, never from the screen.
   *
   * Problems: printing/no-printer, printing/stopped, printing/out-of-paper, printing/failed.
   */
  print(request: PrintRequest): Promise<Result<{ readonly copy: number; readonly file: string | null }>>
  /** Between shifts with the day's count of the drawer. Problems: those of `print`, `dossier/unknown` where there is neither. */
  handOver(request: HandOverRequest): Promise<Result<{ readonly file: string | null }>>
  /** The same HTML the printer gets. */
  preview(request: { readonly subject: string; readonly form: FormName }): Promise<Result<{ readonly html: string }>>
  printerState(): Promise<{ readonly name: string | null; readonly problem: Problem | null }>
}

export type DiskState = 'ok' | 'low' | 'very-low' | 'full'

export interface ProgramState {
  /** This PC's time, UTC ms. */
  readonly at: string
  readonly disk: { readonly state: DiskState; readonly freeBytes: number; readonly drive: string }
  /** The PC's day is before the newest act's day (rule T16). */
  readonly clockBehind: null | { readonly today: string; readonly newestDay: string }
  readonly training: boolean
  readonly version: string
  /** Problems of the data folder met at start, told in words. */
  readonly problems: readonly Problem[]
}

export interface ProgramApi {
  state(): Promise<ProgramState>
  /** Starts again on the training root, or back on the real one. */
  enterTraining(): Promise<void>
  leaveTraining(): Promise<void>
  /** A bug in the window, for the log; no personal data. */
  report(stack: string): Promise<{ readonly number: number }>
  /** Size of everything in the window, 1…3; only the window's own `webContents` can do it. */
  setZoom(factor: number): Promise<void>
}

export interface PagesApi {
  /**
   * Lets the person choose images or PDFs and keeps each as a page: all of them, on disk, or none (rule J5); none chosen, none kept.
   *
   * Problems: `page/no-image`, `page/too-large`, `page/unreadable`, `page/not-kept`, `disk/very-low`, `session/…`.
   */
  addFromFiles(): Promise<Result<readonly PageOf[]>>
  /**
   * One paper's pages, or those of the whole dossier with a bookmark for each paper: as one PDF/A file, or on A4 sheets.
   *
   * All of them, or none: pages that are not here are brought back from the city first. The person says where the file goes; null when they
   * cancel that. Problems: `page/none`, `page/not-here`, `page/shows-nothing`, `page/not-saved`, `printing/…`, `session/…`.
   */
  export(request: ExportRequest): Promise<Result<{ readonly pages: number, readonly file: string | null } | null>>
}

export interface ExportRequest {
  readonly subject: string
  /** Null for all papers. */
  readonly paper: string | null
  readonly to: 'printer' | 'pdf'
  /** What is written down of each image of an ID card that goes out with it (rule U5). */
  readonly reason: string
}

/** How the road to the city stands, told in words by the window. */
export type SyncLine =
  | { readonly state: 'no-city' }
  | { readonly state: 'offline' | 'idle' | 'sending' }
  /** The city asked to wait (rule S10), or the line keeps failing: the next try, UTC ms. */
  | { readonly state: 'later'; readonly at: string }
  /** Something only a person can put right: clock, certificate, captive page, revoked, program too old. */
  | { readonly state: 'stuck'; readonly problem: Problem }

export interface SyncState {
  readonly line: SyncLine
  readonly city: null | { readonly name: string; readonly address: string }
  /** UTC ms of the last exchange the city answered; null when never. */
  readonly lastExchangeAt: string | null
  /** The city's time minus this PC's, ms, as last seen (rule T16); null when never. */
  readonly clockDrift: number | null
  readonly waiting: { readonly dossiers: number; readonly acts: number; readonly pages: number; readonly bytes: number }
  /** Seconds left at the speed measured over the last 20 seconds; null while that is not known. */
  readonly secondsLeft: number | null
  readonly refusedCount: number
}

/** A dossier of the day with what the city has of it (rule S8). */
export interface DossierSafety {
  readonly subject: string
  readonly code: string
  readonly applicantName: string
  readonly desk: string
  readonly isSafe: boolean
  readonly actsWaiting: number
  readonly pagesWaiting: number
  readonly bytesWaiting: number
}

/** "Không gửi được" (rule S5): stays until someone settles it. */
export interface Refused {
  readonly id: string
  /** A line of a log, a page, this PC itself, or a pull the brake stopped (rule S13). */
  readonly what: 'line' | 'page' | 'device' | 'pull'
  readonly subject: string | null
  readonly dossierCode: string | null
  readonly problem: Problem
  readonly since: string
}

/** Kết ngày: one figure, one query; counts are the lengths of the lists. */
export interface DayClose {
  readonly day: string
  readonly at: string
  readonly dossiers: readonly DossierSafety[]
  readonly pageCount: number
  readonly safePageCount: number
  readonly refused: readonly Refused[]
  /** Short code of this statement, found again at the city once it is there. */
  readonly checkCode: string
}

export interface SyncApi {
  state(): Promise<SyncState>
  /** Safety of these dossiers, in their order; asked for what is on the screen. */
  areSafe(subjects: readonly string[]): Promise<readonly boolean[]>
  dayClose(day: string): Promise<DayClose>
  /** F8: now, not later. */
  sendNow(): Promise<void>
  /**
   * A code typed, the text of a QR, or the content of an enrolment file. Resolves when the office is open on this PC.
   *
   * Problems: `enrol/…`, `sync/unreachable`, `sync/captive-page`, `sync/certificate`, `sync/clock`.
   */
  enrol(code: string): Promise<Result<OfficeView>>
  /** Lets the person choose an enrolment file; null when cancelled. */
  chooseEnrolFile(): Promise<string | null>
  /** A refused thing is dealt with: again, or given up with a reason (written as an act). */
  settle(id: string, how: 'again' | 'give-up', reason: string): Promise<Result<null>>
  /** Records the day's statement as an act and prints it. */
  printDayClose(day: string, to: 'printer' | 'pdf'): Promise<Result<{ readonly checkCode: string; readonly file: string | null }>>
}
