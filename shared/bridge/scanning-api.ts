import type { Problem, Result } from '../base/result.ts'
import type { PageOf } from '../papers/paper.ts'

export type ScanSource = 'flatbed' | 'feeder' | 'duplex'

/** A scanner as a person chooses it: by its name. */
export interface ScannerView {
  readonly id: string
  readonly name: string
  /** Which driver found it. */
  readonly driver: string
  readonly sources: readonly ScanSource[]
  /** Dots an inch, rising. */
  readonly resolutions: readonly number[]
  /** The desk that lends it, or null when it is this PC's own. */
  readonly lentBy: string | null
}

export interface ScanChoice {
  readonly scanner: string
  readonly source: ScanSource
  readonly resolution: number
  /** The way out for drivers that refuse settings: ask for nothing, take what comes. */
  readonly ownSettings: boolean
}

export interface ScannersView {
  readonly scanners: readonly ScannerView[]
  readonly chosen: ScanChoice | null
  /** The other counters of the unit may use this PC's scanner. */
  readonly lends: boolean
  /** Into which a scanner's own "scan to folder" saves; `isUsual` while nobody chose another. */
  readonly folder: { readonly path: string, readonly isUsual: boolean }
  readonly problem: Problem | null
}

/** Where a page belongs: a paper of a dossier here, or a paper of a draft that is still being typed. */
export type PagePlace =
  | { readonly kind: 'paper', readonly subject: string, readonly paper: string }
  | { readonly kind: 'draft', readonly draft: string, readonly paper: string }

/** One page of the tray. Its image is `page://tray/<id>`. */
export interface TrayPage {
  readonly id: string
  readonly batch: string
  /** 1…; both sides of a sheet have its number. */
  readonly sheet: number
  readonly side: 'front' | 'back'
  /** `coming`: on disk as it came, not yet cleaned; `ready`: kept as a page; `broken`: no page can be made of it, its original stays. */
  readonly state: 'coming' | 'ready' | 'broken'
  readonly page: PageOf | null
  readonly problem: Problem | null
  readonly cover: null | { readonly subject: string | null, readonly code: string, readonly paper: string | null }
  /** Set aside as a blank side by the program, or taken out by a person; both can be brought back. */
  readonly aside: null | 'blank' | 'taken-out'
  readonly isFaint: boolean
  readonly place: PagePlace | null
  /** What looks likeliest; nothing is filed by it until a person takes it. */
  readonly suggestion: PagePlace | null
  /** Clockwise, as the person turned it. */
  readonly turn: 0 | 90 | 180 | 270
  readonly at: string
  readonly scanner: string
}

export type ScanRun =
  | { readonly state: 'none' }
  | { readonly state: 'running', readonly scanner: string, readonly sheets: number }
  /** Another desk has the scanner: sheets still to come, and whose turn is next. */
  | { readonly state: 'waiting', readonly scanner: string, readonly by: string, readonly sheetsLeft: number | null }
  | { readonly state: 'stopped', readonly scanner: string, readonly sheets: number, readonly problem: Problem }
  /** What had stopped it is over: the stack can go on at the next sheet. */
  | { readonly state: 'ready', readonly scanner: string, readonly sheets: number }

/** Pages that this PC scanned for another desk, which never came for them. */
export interface LeftHere {
  readonly run: string
  readonly desk: string
  readonly sides: number
  /** UTC, when the stack was begun. */
  readonly since: string
}

/** The scan tray (khay quét), in order. */
export interface ScanTray {
  readonly run: ScanRun
  readonly pages: readonly TrayPage[]
  /** Words for what the program noticed: two sheets at once, blank sides set aside. */
  readonly notices: readonly Problem[]
  readonly leftHere: readonly LeftHere[]
}

export interface ScanStart {
  /** A row of a draft or of a dossier for which F5 was pressed; null files by cover sheets. */
  readonly into: PagePlace | null
  /** The stack goes on in this batch, after a jam. */
  readonly goOn: string | null
  /** Scan this page of the tray again, in its place. */
  readonly instead: string | null
  /** A test: one sheet, whatever else lies in the feeder. */
  readonly oneSheet?: boolean
}

/** What was scanned for the rows of a draft. */
export interface HandedPages {
  /** Ready pages by the row's key, in order. */
  readonly pages: Readonly<Record<string, readonly PageOf[]>>
  /** Something was scanned for it, perhaps still on its way: the act names the draft and its rows. */
  readonly isScanned: boolean
}

export interface KeptDraftName {
  readonly id: string
  /** UTC, when it was last kept; what it became was begun on that day or later. */
  readonly keptAt: string
}

export interface PhoneDoor {
  /** What the QR holds; the part behind # never crosses the network. */
  readonly address: string
  readonly qrSvg: string
  /** UTC ms. */
  readonly until: string
}

export interface ScanningApi {
  scanners(): Promise<ScannersView>
  /** Looks again, everywhere; takes seconds and is never on the way to a scan. */
  lookForScanners(): Promise<ScannersView>
  /**
   * A scanner that speaks eSCL, or a desk that lends one, by its address on the office network: a name, a number or a whole URL.
   *
   * Problems: `scan/no-answer`, `lend/unknown-desk`.
   */
  addByAddress(address: string): Promise<Result<ScannerView>>
  choose(choice: ScanChoice): Promise<Result<null>>
  /** Into which the scanner saves by itself from now on; null for the usual one. Problems: `folder/…`. */
  watchFolder(folder: string | null): Promise<Result<null>>
  lend(on: boolean): Promise<Result<null>>
  /** Brings what another desk left here (`leftHere`) into this tray; that desk then gets it no more. Problem: `lend/fetched`. */
  takeOver(run: string): Promise<Result<null>>
  tray(): Promise<ScanTray>
  /** Resolves when the run has begun; its pages come into the tray. Problems: `scan/…`, `tray/running`, `disk/very-low`, `session/…`. */
  start(wish: ScanStart): Promise<Result<null>>
  stop(): Promise<void>
  /** Lets the person choose PDFs and images; their pages come into the tray as a batch. Problems: `picture/…`. */
  addFiles(into: PagePlace | null): Promise<Result<null>>
  /** Files dropped onto the window, by their paths. */
  addDropped(paths: readonly string[], into: PagePlace | null): Promise<Result<null>>
  openPhone(into: PagePlace | null): Promise<Result<PhoneDoor>>
  closePhone(): Promise<void>
  place(ids: readonly string[], place: PagePlace | null): Promise<Result<null>>
  turn(ids: readonly string[], by: 90 | -90): Promise<Result<null>>
  /** Before that page, or last. */
  move(id: string, before: string | null): Promise<Result<null>>
  takeOut(ids: readonly string[]): Promise<Result<null>>
  bringBack(ids: readonly string[]): Promise<Result<null>>
  /** Tries once more to make pages of sides of which none could be made; their originals are still there. */
  cleanAgain(ids: readonly string[]): Promise<Result<null>>
  /** Attaches every placed page to its dossier by acts; unclear ones stay. Problems: those of attaching, `tray/nothing-placed`. */
  file(): Promise<Result<{ readonly pages: number, readonly dossiers: readonly string[] }>>
  /** Hands ready pages over to a draft, which names them when it is saved; they leave the tray then, and what is not ready yet follows. */
  takeForDraft(draft: string): Promise<Result<HandedPages>>
  /** The drafts that are kept on this PC; pages scanned for any other belong to nobody and wait as unclear. */
  draftsHere(drafts: readonly string[]): Promise<void>
  /** Those of these drafts that a dossier names as received from: a kill came between its act and the end of its draft. */
  savedDrafts(drafts: readonly KeptDraftName[]): Promise<readonly string[]>
}
