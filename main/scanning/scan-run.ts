import type { Problem, Result } from '../../shared/base/result.ts'
import type { ScanChoice, ScanRun } from '../../shared/bridge/scanning-api.ts'
import { mostSides, type DriverProblem, type RawPage, type ScanEnd, type Scanner, type ScanWish } from './drivers/driver.ts'
import { takeSides } from './run-sides.ts'
import type { Side } from './tray-fold.ts'
import type { Tray } from './tray.ts'

/** The one run of the chosen scanner, as the tray tells it. */
export interface ScanRuns {
  readonly state: () => ScanRun
  /** The batch that gets sheets now. */
  readonly batch: () => string | null
  /** Nothing was heard of the scanner for a while. */
  readonly isSilent: () => boolean
  /** Begins and returns; its pages come into the tray. */
  readonly begin: (run: RunWish) => void
  /** Ends the run at the sheet it is at, or lets a stopped one be. */
  readonly stop: () => Promise<void>
  /** The run before this start was cut off. */
  readonly wasCutOff: (scanner: string, sheets: number) => void
}

export interface RunWish {
  readonly scanner: Scanner
  readonly choice: ScanChoice
  readonly scan: (scanner: Scanner, wish: ScanWish, signal: AbortSignal) => AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>>
  readonly batch: string
  readonly sheetsBefore: number
  /** The page that is scanned again: one sheet, in its place. */
  readonly instead: Side | null
  /** A test takes one sheet. */
  readonly oneSheet: boolean
  /** The scanner is lent: this run's turn among the desks. */
  readonly takeTurn: TakeTurn | null
}

/** `sheets` are known to come; undefined while nobody can know. What comes back gives the turn away. */
export type TakeTurn = (
  signal: AbortSignal, onWait: NonNullable<ScanWish['onWait']>, sheets: number | undefined,
) => Promise<((paperLeft: boolean) => void) | undefined>

export interface RunsTools {
  readonly tray: Tray
  readonly isTooFull: () => boolean
  /** Whether what stopped the run is over by itself. */
  readonly isOver: (problem: Problem, scanner: Scanner) => Promise<boolean>
  readonly now: () => number
  readonly onCame: () => void
  readonly onChanged: () => void
  readonly report: (error: unknown) => void
}

/** No wait is longer than this without words. */
const SILENT_MS = 30_000
/** Between two looks whether a trouble is over; more and more seldom, and about an hour in all. */
const LOOK_AGAIN_MS = 2000
const LOOKS_SLOWER = 1.2
const MOST_LOOK_AGAIN_MS = 20_000
const MOST_LOOKS = 190

export function openScanRuns({ tray, isTooFull, isOver, now, onCame, onChanged, report }: RunsTools): ScanRuns {
  let state: ScanRun = { state: 'none' }
  let running: { readonly batch: string, readonly cancel: AbortController, readonly ended: Promise<void> } | null = null
  let silence: ReturnType<typeof setTimeout> | undefined
  let isSilent = false
  let looking: ReturnType<typeof setTimeout> | undefined

  function show(to: ScanRun): void {
    state = to
    onChanged()
  }

  /** The scanner has been heard; from here it may be silent for a while. */
  function heard(): void {
    clearTimeout(silence)
    isSilent = false
    silence = setTimeout(() => {
      isSilent = true
      onChanged()
    }, SILENT_MS)
    silence.unref()
  }

  async function run(wish: RunWish, cancel: AbortController): Promise<void> {
    const { scanner, choice, batch, sheetsBefore, instead } = wish
    let sheets = sheetsBefore
    let sides = 0
    const onWait: NonNullable<ScanWish['onWait']> = waiting => {
      heard()
      show(waiting === null ? { state: 'running', scanner: scanner.name, sheets } : { state: 'waiting', scanner: scanner.name, ...waiting })
    }
    heard()
    let problem: Problem | null = null
    let leave: ((paperLeft: boolean) => void) | undefined
    try {
      const { source, resolution, ownSettings } = choice
      // How high a stack is no feeder says: of one sheet alone it is known.
      const isOneSheet = source === 'flatbed' || instead !== null || wish.oneSheet
      leave = await wish.takeTurn?.(cancel.signal, onWait, isOneSheet ? 1 : undefined)
      // A sheet scanned again goes on with nothing: what is left of the stack elsewhere must not take its place.
      const asked: ScanWish = {
        source, resolution, colour: true, ownSettings, onWait, ...(instead === null ? { batch } : {}), ...(isOneSheet ? { sheets: 1 } : {}),
      }
      const ended = await takeSides(wish.scan(scanner, asked, cancel.signal), {
        sheetsBefore, isTooFull, report,
        keep: (raw, sheet) => tray.keepSide(batch, raw, { sheet, scanner: scanner.name, ...(instead === null ? {} : { after: instead }) }),
        onCame: (_, count) => {
          sheets = count
          heard()
          show({ state: 'running', scanner: scanner.name, sheets })
          onCame()
          sides += 1
          // Also where a driver cannot be told how many.
          if (instead !== null || (wish.oneSheet && sides === mostSides(asked))) cancel.abort()
        },
      })
      problem = ended.problem ?? (ended.end?.ok === false ? ended.end.problem : null)
      if (instead !== null && sheets > sheetsBefore) await takePlaceOf(instead, batch, sheetsBefore)
    } catch (error) {
      report(error)
      problem = { code: 'scan/failed' }
    }
    clearTimeout(silence)
    isSilent = false
    leave?.(problem !== null || cancel.signal.aborted)
    // Sheets are numbered as the tray numbers them, also after the stack went on.
    const told = problem === null ? null : { ...problem, scanner: scanner.name, sheets }
    await tray.note(batch, { what: 'ended', at: new Date(now()).toISOString(), problem }).catch(report)
    running = null
    show(told === null ? { state: 'none' } : { state: 'stopped', scanner: scanner.name, sheets, problem: told })
    if (told !== null) lookWhetherOver(told, scanner, sheets)
  }

  /** What came first stands where the old page stood, which is set aside and can be brought back. */
  async function takePlaceOf(old: Side, batch: string, sheetsBefore: number): Promise<void> {
    const sides = [...tray.batches().get(batch)?.sides.values() ?? []]
    const ids = sides.filter(({ came }) => came.sheet > sheetsBefore).map(({ came }) => came.id)
    if (old.placed !== undefined) await tray.note(batch, { what: 'placed', ids, place: old.placed })
    await tray.note(batch, { what: 'taken-out', ids: [old.came.id] })
  }

  /** An error disappears by itself when its cause is gone; a stack that had begun waits to be gone on with. */
  function lookWhetherOver(problem: Problem, scanner: Scanner, sheets: number, looks = 0): void {
    if (looks >= MOST_LOOKS) return
    looking = setTimeout(() => {
      isOver(problem, scanner).then(isGone => {
        if (state.state !== 'stopped') return
        if (isGone) show(sheets === 0 ? { state: 'none' } : { state: 'ready', scanner: scanner.name, sheets })
        else lookWhetherOver(problem, scanner, sheets, looks + 1)
      }, report)
    }, Math.min(MOST_LOOK_AGAIN_MS, LOOK_AGAIN_MS * LOOKS_SLOWER ** looks))
    looking.unref()
  }

  return {
    state: () => state,
    batch: () => running?.batch ?? null,
    isSilent: () => isSilent,
    begin: wish => {
      clearTimeout(looking)
      const cancel = new AbortController()
      show({ state: 'running', scanner: wish.scanner.name, sheets: wish.sheetsBefore })
      running = { batch: wish.batch, cancel, ended: run(wish, cancel) }
    },
    stop: async () => {
      clearTimeout(looking)
      running?.cancel.abort()
      await running?.ended
      show({ state: 'none' })
    },
    wasCutOff: (scanner, sheets) => { state = { state: 'stopped', scanner, sheets, problem: { code: 'tray/interrupted', sheets } as Problem } },
  }
}
