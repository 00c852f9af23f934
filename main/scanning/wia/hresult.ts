import type { ScannerTrouble } from '../../../shared/bridge/scan-problems.ts'

export type WiaEnd = 'feeder-empty' | ScannerTrouble['code']

/** By the last two bytes of 0x8021xxxx. The documentation and the headers number from 0010 on differently: both are here. */
const OF_WIA: Readonly<Record<number, WiaEnd>> = {
  0x01: 'scan/failed', 0x02: 'scan/jam', 0x03: 'feeder-empty', 0x04: 'scan/needs-hand', 0x05: 'scan/offline', 0x06: 'scan/busy',
  0x07: 'scan/warming-up', 0x08: 'scan/needs-hand', 0x09: 'scan/no-scanner', 0x0a: 'scan/offline', 0x0b: 'scan/failed',
  0x0c: 'scan/settings-refused', 0x0d: 'scan/locked', 0x0e: 'scan/failed', 0x0f: 'scan/failed',
  0x10: 'scan/cover-open', 0x16: 'scan/cover-open', 0x11: 'scan/lamp', 0x17: 'scan/lamp', 0x12: 'scan/busy', 0x13: 'scan/busy',
  0x14: 'scan/double-feed', 0x20: 'scan/double-feed', 0x15: 'scan/no-scanner', 0x21: 'scan/no-scanner',
}

/** What Windows itself says around it. */
const OF_WINDOWS: ReadonlyMap<number, WiaEnd> = new Map<number, WiaEnd>([
  [0x00210001, 'feeder-empty'], [0x80070005, 'scan/denied'], [0x80040154, 'scan/no-driver'], [0x800706ba, 'scan/no-driver'],
  [0x80070422, 'scan/no-driver'], [0x8007001f, 'scan/offline'], [0x80070079, 'scan/stalled'], [0x80070020, 'scan/locked'],
])

/** What a failure of WIA means, from `0x80210002` or `-2145320958`; an empty feeder is the normal end after a sheet. */
export function readHresult(code: string): WiaEnd {
  const number = Number(code) >>> 0
  if (number >>> 16 === 0x8021) return OF_WIA[number & 0xffff] ?? 'scan/failed'
  return OF_WINDOWS.get(number) ?? 'scan/failed'
}
