import type { ScannerTrouble } from '../../../shared/bridge/scan-problems.ts'

/** How a run of `scanimage` ended. */
export interface Exit {
  /** Null when a signal ended it, or when it said nothing any more and was ended by us. */
  readonly code: number | null
  readonly said: string
  readonly sheets: number
  readonly isStopped: boolean
}

export type SaneEnd = 'done' | 'cancelled' | ScannerTrouble['code']

/** SANE's status is the exit code; what opening a device met is told in words only, behind a plain 1. */
const BY_CODE: ReadonlyMap<number, SaneEnd> = new Map<number, SaneEnd>([
  [2, 'cancelled'], [3, 'scan/busy'], [4, 'scan/settings-refused'], [6, 'scan/jam'], [7, 'scan/no-paper'],
  [8, 'scan/cover-open'], [9, 'scan/offline'], [10, 'scan/failed'], [11, 'scan/denied'],
])

const BY_WORDS: readonly (readonly [RegExp, SaneEnd])[] = [
  [/option --?\S+ failed|unrecognized option|bad option|invalid option/i, 'scan/settings-refused'],
  [/Device busy/i, 'scan/busy'],
  [/Access to resource has been denied|Permission denied/i, 'scan/denied'],
  [/feeder jammed/i, 'scan/jam'],
  [/cover is open/i, 'scan/cover-open'],
  [/Error during device I\/O/i, 'scan/offline'],
  [/no SANE devices found|open of device .* failed/i, 'scan/no-scanner'],
  [/Operation not supported|sane_(?:read|start): Invalid argument/i, 'scan/settings-refused'],
  [/Out of memory/i, 'scan/failed'],
]

/** What an exit means: 0 after "out of documents" is the normal end, but with no sheet at all the feeder was empty. */
export function readExit({ code, said, sheets, isStopped }: Exit): SaneEnd {
  if (isStopped || said.includes('received signal 2')) return 'cancelled'
  if (code === 0 || code === 7 || (code === null && said.includes('out of documents'))) return sheets > 0 ? 'done' : 'scan/no-paper'
  if (code !== null && BY_CODE.has(code)) return BY_CODE.get(code) ?? 'scan/failed'
  return BY_WORDS.find(([words]) => words.test(said))?.[1] ?? (code === null ? 'scan/stalled' : 'scan/failed')
}
