import type { Problem } from '../base/result.ts'

/** What can go wrong between a sheet of paper and a page on disk; met in `main/scanning`, told in the window. */
export type ScanProblem =
  | ScannerTrouble | NoAnswer | PictureTrouble | FolderTrouble | RoadInTrouble
  | TrayNotice | CountDiffers | CoverMissing | BlanksAside | Interrupted

/** The scanner, its paper, or the way to it. Every page that had come before stays. */
export interface ScannerTrouble extends Problem {
  readonly code: 'scan/busy' | 'scan/cover-open' | 'scan/denied' | 'scan/double-feed' | 'scan/failed' | 'scan/jam' | 'scan/lamp'
    | 'scan/locked' | 'scan/needs-hand' | 'scan/no-driver' | 'scan/no-paper' | 'scan/no-scanner' | 'scan/offline' | 'scan/policy'
    | 'scan/settings-refused' | 'scan/stalled' | 'scan/warming-up'
  /** As the person chose it by name. */
  readonly scanner: string
  /** Sheets of this run that came whole; the next one is `sheets + 1`. */
  readonly sheets: number
  /** Who has it now, when that is known. */
  readonly by?: string
}

/** No scanner at the address a person typed. */
export interface NoAnswer extends Problem {
  readonly code: 'scan/no-answer'
  readonly address: string
}

/** An image that gives no page. */
export interface PictureTrouble extends Problem {
  /**
   * Gone: no longer where it was, or a network place that does not answer. Locked: behind a password. Not cleaned: whoever
   * makes a page of it fell silent, or could not begin; it can be tried again.
   */
  readonly code: 'picture/broken' | 'picture/empty' | 'picture/gone' | 'picture/locked' | 'picture/too-large' | 'picture/not-cleaned'
    | 'picture/unknown-kind'
  /** A file's own name, or empty for a sheet from a scanner. */
  readonly file: string
}

/** Why a folder cannot be the one a scanner saves into. */
export interface FolderTrouble extends Problem {
  readonly code: 'folder/gone' | 'folder/closed' | 'folder/ours'
  readonly folder: string
}

/** The other ways in: a phone, a lent scanner, the tray itself. */
interface RoadInTrouble extends Problem {
  readonly code: 'phone/no-network' | 'lend/fetched' | 'lend/unknown-desk' | 'lend/unreachable'
    | 'tray/nothing-placed' | 'tray/page-gone' | 'tray/running'
}

/** What was noticed at a sheet of the tray. */
export interface TrayNotice extends Problem {
  readonly code: 'tray/cover-of-another-office' | 'tray/cover-unread' | 'tray/dossier-unknown' | 'tray/face-down' | 'tray/faint'
    | 'tray/paper-unknown'
  readonly sheet: number
}

/** Not as many sheets came behind a cover sheet as a person counted; `sheet` is the last of them. */
export interface CountDiffers extends Problem {
  readonly code: 'tray/count-differs'
  readonly sheet: number
  readonly expected: number
  readonly came: number
}

/** The cover sheet of this dossier was printed and never came; it may have gone through under another sheet, from `sheet` on. */
export interface CoverMissing extends Problem {
  readonly code: 'tray/cover-missing'
  readonly sheet: number
  readonly dossierCode: string
}

export interface BlanksAside extends Problem {
  readonly code: 'tray/blanks-aside'
  /** Sides. */
  readonly count: number
}

/** The program ended while a stack was going through; the scanner has not been heard for half a minute. */
export interface Interrupted extends Problem {
  readonly code: 'tray/interrupted' | 'tray/silent'
  /** Sheets that came whole; the next one is `sheets + 1`. */
  readonly sheets: number
}
