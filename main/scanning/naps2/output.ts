import type { ScannerTrouble } from '../../../shared/bridge/scan-problems.ts'

/** The devices of `--listdevices`: one name a line, among greetings and warnings of some versions. */
export function readDevices(out: string): readonly string[] {
  return out.split(/\r?\n/).map(line => line.trim()).filter(line => line !== '' && !CHATTER.test(line))
}

/** Why no file came, from what it said: its exit code says nothing. */
export function readTrouble(out: string): ScannerTrouble['code'] {
  return TROUBLES.find(([words]) => words.test(out))?.[1] ?? 'scan/failed'
}

/** Versions before 7 know neither drivers nor lists. */
export function isTooOld(out: string): boolean {
  return /option '?(?:listdevices|driver)'? is unknown|unknown option/i.test(out)
}

const CHATTER = /^(?:NAPS2\b|Copyright|ERROR|No devices|Beginning scan|Starting scan|Scanned page|\d+ page)/i

const TROUBLES: readonly (readonly [RegExp, ScannerTrouble['code']])[] = [
  [/paper jam/i, 'scan/jam'],
  [/cover .*open|lid is open/i, 'scan/cover-open'],
  [/no pages (?:are )?in the feeder|no paper|feeder is empty|no scanned pages|out of paper/i, 'scan/no-paper'],
  [/busy|in use/i, 'scan/busy'],
  [/warming up/i, 'scan/warming-up'],
  [/offline|could not connect|communication/i, 'scan/offline'],
  [/device (?:could not be|was not|not) found|no device|no scanner/i, 'scan/no-scanner'],
  [/does not support|not supported/i, 'scan/settings-refused'],
  [/driver.*(?:not|missing)|no driver/i, 'scan/no-driver'],
  [/access (?:is )?denied|unauthori[sz]ed/i, 'scan/denied'],
]
