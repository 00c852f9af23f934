import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureTools } from '../../build/electron/debian.ts'
import type { Driver, Scanner, ScanWish } from '../../main/scanning/drivers/driver.ts'
import { esclDriver } from '../../main/scanning/drivers/escl.ts'
import { saneDriver } from '../../main/scanning/drivers/sane.ts'
import { problemText, sentences } from '../../renderer/text/problems.ts'
import { jpegSheets } from '../builders/jpeg-sheets.ts'
import { saneTestDevice } from '../builders/sane-device.ts'
import { takeAll, type Taken } from '../builders/take-pages.ts'
import { openEsclDevice, type EsclFault } from '../fakes/escl-device.ts'

export interface FaultFigures {
  readonly faultsPlayed: number
  /** Sheets that were not there, whole, once, when all was put right; troubles without a sentence of their own count too. */
  readonly lost: number
  readonly hangs: number
}

const SHEETS = 6
const HANGING = 90_000
const wish: ScanWish = { source: 'feeder', resolution: 75, colour: false, ownSettings: false }

/** Each ends the run at a sheet; 0 is the job itself. */
const ESCL: readonly EsclFault[] = [
  { at: 4, kind: 'jam' }, { at: 0, kind: 'jam' }, { at: 3, kind: 'cover-open' }, { at: 0, kind: 'door-open' }, { at: 5, kind: 'double-feed' },
  { at: 0, kind: 'busy-for-ever' }, { at: 0, kind: 'stopped' }, { at: 0, kind: 'warming-up' }, { at: 0, kind: 'down' }, { at: 0, kind: 'forbidden' },
  { at: 0, kind: 'refuses-settings' }, { at: 0, kind: 'server-error' }, { at: 3, kind: 'server-error' }, { at: 4, kind: 'aborted' },
  { at: 2, kind: 'half-then-silent' }, { at: 6, kind: 'silent' }, { at: 3, kind: 'cut-in-half' }, { at: 2, kind: 'empty-page' },
  { at: 2, kind: 'not-an-image' }, { at: 4, kind: 'torn-page' },
]
const SANE = ['UNSUPPORTED', 'DEVICE_BUSY', 'INVAL', 'JAMMED', 'NO_DOCS', 'COVER_OPEN', 'IO_ERROR', 'NO_MEM', 'ACCESS_DENIED']

/** Scanner troubles played by pretend devices through the real drivers: each is told in words, none hangs, and the next run goes on. */
export async function scanFaults(say: (line: string) => void): Promise<FaultFigures> {
  await ensureTools(['sane-utils'])
  const sheets = await jpegSheets(SHEETS)
  const played = []
  for (const fault of ESCL) played.push(await playEscl(fault, sheets))
  for (const status of SANE) played.push(await playSane(status))
  for (const { name, code, lost, hangs } of played.filter(one => one.lost + one.hangs > 0)) {
    say(`${name}: told as ${code}, ${String(lost)} lost, ${String(hangs)} hung`)
  }
  return {
    faultsPlayed: played.length,
    lost: played.reduce((sum, { lost }) => sum + lost, 0),
    hangs: played.reduce((sum, { hangs }) => sum + hangs, 0),
  }
}

interface Played {
  readonly name: string
  readonly code: string
  readonly lost: number
  readonly hangs: number
}

/** Six sheets, the trouble, what a person then does, and the rest of the stack. */
async function playEscl(fault: EsclFault, sheets: readonly Buffer[]): Promise<Played> {
  const device = await openEsclDevice({ sheets, faults: [fault] })
  const driver = esclDriver({ patience: 2000, listens: 100 })
  const name = `eSCL ${fault.kind} at ${String(fault.at)}`
  try {
    const scanner = await driver.atAddress(device.root.href, AbortSignal.timeout(HANGING))
    if (!scanner.ok) return { name, code: scanner.problem.code, lost: SHEETS, hangs: 0 }
    const first = await taken(driver, scanner.value)
    if (first === null) return { name, code: 'none', lost: 0, hangs: 1 }
    device.putRight(sheets.slice(first.pages.length))
    const second = await taken(driver, scanner.value)
    if (second === null) return { name, code: codeOf(first), lost: 0, hangs: 1 }
    const came = [...first.pages, ...second.pages].map(({ bytes }) => bytes)
    const missing = sheets.filter((sheet, at) => !sheet.equals(came[at] ?? Buffer.alloc(0))).length
    return { name, code: codeOf(first), lost: missing + (came.length > SHEETS ? 1 : 0) + untold(first) + device.openJobs(), hangs: 0 }
  } finally {
    await device.close()
  }
}

/** SANE's own pretend device fails at the first sheet, and a sound one has ten. */
async function playSane(status: string): Promise<Played> {
  const root = mkdtempSync(join(tmpdir(), 'scan-faults-'))
  const scanner: Scanner = { id: 'sane:test:0', name: 'Tester', driver: 'sane', sources: ['feeder'], resolutions: [75], reach: {} }
  const name = `SANE ${status}`
  const driverWith = (settings: string): Driver => {
    mkdirSync(join(root, 'config'), { recursive: true })
    writeFileSync(join(root, 'config/dll.conf'), 'test\n')
    writeFileSync(join(root, 'config/test.conf'), saneTestDevice(1, settings))
    return saneDriver({ work: join(root, 'work'), env: { SANE_CONFIG_DIR: join(root, 'config') }, patience: 10_000 })
  }
  try {
    const first = await taken(driverWith(`read-status-code "SANE_STATUS_${status}"\n`), scanner)
    const second = first === null ? null : await taken(driverWith(''), scanner)
    if (first === null || second === null) return { name, code: 'none', lost: 0, hangs: 1 }
    return { name, code: codeOf(first), lost: 10 - second.pages.length + untold(first), hangs: 0 }
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** Null when it did not end by itself. */
async function taken(driver: Driver, scanner: Scanner): Promise<Taken | null> {
  const late = Promise.withResolvers<null>()
  const timer = setTimeout(() => { late.resolve(null) }, HANGING)
  const run = await Promise.race([takeAll(driver.scan(scanner, wish, new AbortController().signal)), late.promise])
  clearTimeout(timer)
  return run
}

function codeOf({ end }: Taken): string {
  return end.ok ? end.value.reason : end.problem.code
}

/** A trouble that passed as a good end, or has no sentence of its own. */
function untold({ end }: Taken): number {
  return !end.ok && Object.hasOwn(sentences, end.problem.code) && problemText(end.problem).includes('còn đủ') ? 0 : 1
}
