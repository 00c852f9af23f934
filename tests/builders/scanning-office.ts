import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openPageStore } from '../../main/pages/page-store.ts'
import { openBatches } from '../../main/scanning/batches.ts'
import type { Driver, DriverProblem, RawPage, Scanner } from '../../main/scanning/drivers/driver.ts'
import type { Pipeline } from '../../main/scanning/pipeline/pipeline.ts'
import { openPrintedCovers } from '../../main/scanning/printed-covers.ts'
import { openScanFolder } from '../../main/scanning/scan-folder.ts'
import { openScanning, type Scanning } from '../../main/scanning/scanning.ts'
import type { Act } from '../../shared/acts/act.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { ScanStart, ScanTray } from '../../shared/bridge/scanning-api.ts'
import type { Command } from '../../shared/desk/command.ts'
import { findVerb } from '../../shared/desk/commands.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import type { ReceiveInput } from '../../shared/dossiers/receive.ts'
import { coverSheetText } from '../../shared/papers/cover-sheet.ts'
import { momentOf } from './moment.ts'
import { pretendDevice } from './stamp.ts'

/** 09:00 in Vietnam, on the day of `momentOf`. */
export const MORNING = Date.parse('2026-11-25T02:00:00.000Z')
export const STACK: ScanStart = { into: null, goOn: null, instead: null }
const SCANNER: Scanner = { id: 'pretend:1', name: 'Máy thử', driver: 'pretend', sources: ['feeder'], resolutions: [200], reach: {} }

/** What lies in the pretend feeder: a text a sheet; one that is a problem stops the run there. */
export type Feeder = (string | DriverProblem)[]

/** A desk that scans: batches, tray and page store as they are; a side's text is its page. */
export interface ScanningOffice {
  readonly feeder: Feeder
  readonly perform: (command: Command) => Promise<Result<readonly Act[]>>
  /** A dossier with the papers p1 and p2, unless told; answers its subject. */
  readonly receive: (input?: Partial<ReceiveInput>) => Promise<string>
  readonly dossier: (subject: string) => Dossier | undefined
  /** `least` is how many sheets follow it at least. */
  readonly cover: (subject: string, paper: string | null, least?: number) => string
  /** Sides whose text begins with `slow` are cleaned only after this. */
  readonly goOnCleaning: () => void
  /** Nobody is signed in, or somebody again. */
  readonly signIn: (isIn: boolean) => void
  /** From now on nothing of the journal reaches the running program: it is killed between an act and what follows from it. */
  readonly cutOff: () => void
  readonly start: (now?: number) => Promise<Scanning>
}

export function openScanningOffice(): ScanningOffice {
  const root = mkdtempSync(join(tmpdir(), 'scanning-'))
  onTestFinished(() => { rmSync(root, { recursive: true }) })
  const desk = pretendDevice('pc-0123456789ab')
  const feeder: Feeder = []
  const gate = Promise.withResolvers<undefined>()
  let running: Scanning | undefined
  let [subjects, isSignedIn] = [0, true]
  const actsOf = (of: string): readonly Act[] => desk.acts().filter(({ subject }) => subject === of)

  async function perform({ verb, input }: Command): Promise<Result<readonly Act[]>> {
    if (!isSignedIn) return failure({ code: 'session/nobody' })
    const found = findVerb(verb)
    if (!found.ok) return found
    const acts = actsOf(found.value.subject(input) ?? '')
    const freshSubject = (domain: string): string => `${domain}:${String(subjects += 1).padStart(16, '0')}`
    const decided = found.value.decide(input, momentOf({ acts, freshSubject }))
    if (!decided.ok) return decided
    const written = desk.write(decided.value, '2026-11-25T03:00:00.000Z')
    running?.onGrew(written)
    return Promise.resolve(success(written))
  }

  async function receive(input: Partial<ReceiveInput> = {}): Promise<string> {
    const here = { originals: 1, copies: 0, received: true }
    const received = await perform({
      verb: 'dossier/receive',
      input: {
        procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1, applicant: { name: 'Trần Thị Ẩm' },
        papers: [{ id: 'p1', ...here }, { id: 'p2', ...here }], ...input,
      } satisfies ReceiveInput,
    })
    if (!received.ok) throw new Error(received.problem.code)
    return received.value[0]?.subject ?? ''
  }

  async function start(now = MORNING): Promise<Scanning> {
    const report = (error: unknown): void => { throw error }
    const scanning = await openScanning({
      root, covers: await openPrintedCovers({ root, now: () => now, report }),
      batches: await openBatches({ root, now: () => now, randomBytes }),
      drivers: [driverOf(feeder)], pipeline: pipelineOf(gate.promise), pages: await openPageStore(root),
      previews: { put: () => Promise.resolve() }, readFiles: () => { throw new Error('No files here') }, lending: null,
      phone: () => Promise.resolve(failure({ code: 'phone/no-network' })),
      findByAddress: () => Promise.resolve(failure({ code: 'scan/no-scanner' })),
      chooseFiles: () => Promise.resolve([]), folder: await openScanFolder(root),
      mayAdd: () => success(null), isTooFull: () => false, perform,
      actsOf: of => Promise.resolve(actsOf(of)), begunSince: () => [...new Set(desk.acts().map(({ subject }) => subject))],
      unit: () => '31120', now: () => now, onChanged: () => undefined, report,
    })
    await scanning.api.lookForScanners()
    await scanning.api.choose({ scanner: SCANNER.id, source: 'feeder', resolution: 200, ownSettings: false })
    onTestFinished(scanning.stop)
    running = scanning
    return scanning
  }

  return {
    feeder, perform, receive, start,
    dossier: subject => fold(actsOf(subject)),
    cover: (subject, paper, least) =>
      coverSheetText({ unit: '31120', code: fold(actsOf(subject))?.code ?? '', subject, paper, sheets: least ?? null }),
    goOnCleaning: () => { gate.resolve(undefined) },
    signIn: isIn => {
      isSignedIn = isIn
      running?.onGrew([])
    },
    cutOff: () => { running = undefined },
  }
}

/** The tray once nothing runs and nothing is still to be cleaned. */
export async function settledTray({ api }: Scanning): Promise<ScanTray> {
  for (;;) {
    const tray = await api.tray()
    if (tray.run.state !== 'running' && tray.pages.every(({ state }) => state !== 'coming')) return tray
    await new Promise(resolve => { setImmediate(resolve) })
  }
}

/** Each page by its sheet, and where it stands. */
export function shownTray({ pages }: ScanTray): readonly string[] {
  return pages.map(({ sheet, place, aside, cover }) =>
    `${String(sheet)} ${cover !== null ? 'cover' : aside ?? (place === null ? 'unclear' : place.kind === 'paper' ? place.paper : `draft ${place.paper}`)}`)
}

function driverOf(feeder: Feeder): Driver {
  return {
    name: 'pretend',
    list: () => Promise.resolve(success([SCANNER])),
    async* scan(_, _wish, signal) {
      for (let sheets = 0; feeder.length > 0; sheets += 1) {
        if (signal.aborted) return success({ reason: 'cancelled' })
        const sheet = feeder.shift() ?? ''
        if (typeof sheet !== 'string') return failure({ ...sheet, sheets } as DriverProblem)
        yield await Promise.resolve({ bytes: Buffer.from(sheet), dpi: 200, side: 'front', isPhoto: false } satisfies RawPage)
      }
      return success({ reason: 'stack-empty' })
    },
  }
}

/** A page whose text is what the side holds: that of a cover sheet, `blank`, `faint`, or anything else. */
function pipelineOf(gate: Promise<undefined>): Pipeline {
  return {
    close: () => Promise.resolve(),
    clean: async ({ path, turn }, signal) => {
      const text = await readFile(path, 'utf8')
      const called = new Promise<undefined>((_, back) => { signal?.addEventListener('abort', () => { back(new Error('Called back')) }) })
      called.catch(() => undefined)
      if (text.startsWith('slow')) await Promise.race([gate, called])
      return success({
        pdf: Buffer.from(`%PDF-1.4 ${text} ${String(turn)}`), preview: Buffer.from('webp'), coding: 'black-white', skew: 0, width: 210, height: 297,
        isBlank: text === 'blank', isFaint: text === 'faint', codes: text.startsWith('MCB') ? [text] : [],
      })
    },
  }
}
