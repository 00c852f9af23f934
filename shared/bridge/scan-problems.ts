import type { Problem } from '../base/result.ts'

/** What can go wrong between a sheet of paper and a page on disk; met in `main/scanning`, told in the window. */
export type ScanProblem = ScannerTrouble | PictureTrouble | RoadInTrouble

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

/** An image that gives no page. */
export interface PictureTrouble extends Problem {
  readonly code: 'picture/broken' | 'picture/empty' | 'picture/too-large' | 'picture/unknown-kind'
  /** A file's own name, or empty for a sheet from a scanner. */
  readonly file: string
}

/** The other ways in: a phone, a lent scanner, the tray itself. */
interface RoadInTrouble extends Problem {
  readonly code: 'phone/no-network' | 'lend/unknown-desk' | 'lend/unreachable' | 'tray/cover-of-another-office' | 'tray/dossier-unknown'
    | 'tray/nothing-placed' | 'tray/page-gone' | 'tray/running'
}
