import { create } from 'zustand'
import type { JournalState, ProgramState } from '../../shared/bridge/main-api.ts'
import type { Problem } from '../../shared/base/result.ts'
import { inAskedOrder } from '../in-asked-order.ts'
import { main, onMain } from '../main-api.ts'

export interface Program {
  readonly state: ProgramState | null
  readonly journal: JournalState | null
  readonly printer: { readonly name: string | null; readonly problem: Problem | null } | null
  /** This PC's time now, UTC ISO; counted on between answers of the machine. */
  readonly now: string | null
}

/** Disk, clock, journal and printer of this PC, as last told. */
export const useProgram = create<Program>(() => ({ state: null, journal: null, printer: null, now: null }))

const answers = inAskedOrder()

/** Asks again, now. */
export async function loadProgram(): Promise<void> {
  await answers.ask(
    () => Promise.all([main.program.state(), main.journal.state(), main.printing.printerState()]),
    ([state, journal, printer]) => {
      told = { at: Date.parse(state.at), since: performance.now() }
      useProgram.setState({ state, journal, printer, now: state.at })
    })
}

/** Keeps asking: when the machine says that something changed, and once a minute; the answer stops it. */
export function followProgram(onFailure: (reason: unknown) => void): () => void {
  const ask = (): void => { loadProgram().catch(onFailure) }
  const stopListening = onMain('program.changed', ask)
  const asking = setInterval(ask, ASK_EVERY)
  const ticking = setInterval(tick, TICK_EVERY)
  ask()
  return () => {
    stopListening()
    clearInterval(asking)
    clearInterval(ticking)
  }
}

const ASK_EVERY = 60_000
const TICK_EVERY = 5_000

let told = { at: 0, since: 0 }

function tick(): void {
  if (told.at !== 0) useProgram.setState({ now: new Date(told.at + performance.now() - told.since).toISOString() })
}
