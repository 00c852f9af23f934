import { useEffect, useState } from 'react'
import type { Act } from '../../../shared/acts/act.ts'
import type { Day } from '../../../shared/base/day.ts'
import type { Problem } from '../../../shared/base/result.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { readAct } from '../../../shared/dossiers/known-act.ts'
import { findProcedure } from '../../../shared/procedures/catalogue.ts'
import type { FeeReceipt } from '../../../shared/stocks/act-bodies.ts'
import { ask, report } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { useNextReceipt } from '../../parts/use-stocks.ts'
import { loadCatalogue, useCatalogue } from '../../state/catalogue.ts'
import { useOffice } from '../../state/office.ts'
import { useProgram } from '../../state/program.ts'
import { useSession } from '../../state/session.ts'
import { stepNames, stepText } from '../../text/steps.ts'
import { STEPS, type StepId } from './steps/steps.ts'
import type { Step, StepClock, StepFacts, Typed } from './steps/step.ts'

/** The step whose form stands open, what was typed into it, and what came of it. */
export interface StepWork {
  readonly open: StepId | null
  readonly step: Step | null
  readonly facts: StepFacts
  readonly busy: boolean
  readonly problem: Problem | null
  readonly said: string | null
  readonly openForm: (id: StepId) => void
  readonly change: (typed: Typed) => void
  readonly save: (withPaper: boolean) => void
  readonly leave: () => void
}

interface State {
  readonly open: StepId | null
  readonly typed: Typed
  readonly busy: boolean
  readonly problem: Problem | null
  readonly said: string | null
}

const NONE: readonly string[] = []
const IDLE: State = { open: null, typed: {}, busy: false, problem: null, said: null }

/** Asks the desk for one step at a time; its paper is printed once the step is on disk. */
export function useStep(
  dossier: Dossier, reload: () => Promise<void>, print: (form: NonNullable<Step['paper']>) => void, onBegin: () => void,
): StepWork {
  const [state, setState] = useState(IDLE)
  const staff = useSession(session => session.names)
  const catalogue = useCatalogue(({ catalogue: known }) => known)
  useEffect(() => { loadCatalogue().catch((reason: unknown) => { void report(reason) }) }, [])
  const results = catalogue === null ? [] : findProcedure(catalogue, dossier.procedure.code)?.results ?? []
  const { open, typed, busy } = state
  const step: Step | null = open === null ? null : STEPS[open]
  const receipt = useNextReceipt()
  const clock = useClock()
  const signedProcedures = useOffice(office => office.view?.city.settings.signedProcedures ?? NONE)
  const known = { dossier, staff, results, receipt, clock, signedProcedures }
  const facts = { ...known, typed }

  async function save(withPaper: boolean): Promise<void> {
    if (open === null || step === null || busy) return
    setState({ ...state, busy: true, problem: null })
    const input = step.input(facts)
    const asked = { subject: dossier.subject, ...input.ok && input.value }
    const answer = input.ok ? await ask(() => main.desk.do({ verb: step.verb, input: asked })) : input
    if (!answer.ok) {
      setState({ ...state, busy: false, problem: answer.problem })
      return
    }
    await reload()
    setState({ ...IDLE, said: `${stepNames[open].said}${stepText.newDue(newDueOf(answer.value))}${stepText.onReceipt(receiptOf(answer.value))}` })
    requestAnimationFrame(() => { document.getElementById('work')?.focus() })
    if (withPaper && step.paper !== undefined) print(step.paper)
  }
  return {
    ...state, step, facts,
    openForm: id => {
      onBegin()
      setState({ ...IDLE, open: id, typed: STEPS[id].begin(known) })
    },
    change: changes => { setState({ ...state, typed: { ...typed, ...changes }, problem: null }) },
    save: withPaper => { void save(withPaper) },
    leave: () => { setState(IDLE) },
  }
}

/** What the next due day is counted by; null before the office is known. */
function useClock(): StepClock | null {
  const view = useOffice(office => office.view)
  const now = useProgram(program => program.now)
  if (view === null || now === null) return null
  return { at: now, calendar: view.calendar, hours: view.hours, supplementPolicy: view.city.settings.supplementPolicy }
}

/** The numbered receipt the money of these acts stands on; undefined where there is none. */
function receiptOf(acts: readonly Act[]): FeeReceipt | undefined {
  const read = acts.map(readAct).find(act => act !== undefined && 'receipt' in act.body)
  return read !== undefined && 'receipt' in read.body ? read.body.receipt : undefined
}

/** The due day these acts promise; null when they promise none. */
function newDueOf(acts: readonly Act[]): Day | null {
  const read = acts.map(readAct).find(act => act !== undefined && 'due' in act.body)
  return read !== undefined && 'due' in read.body ? read.body.due.dueOn : null
}
