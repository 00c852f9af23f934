import { useState } from 'react'
import { fold } from '../../../shared/dossiers/fold.ts'
import { failure, type Problem, type Result } from '../../../shared/base/result.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { useOffice } from '../../state/office.ts'
import { useSession } from '../../state/session.ts'
import type { DossierRow } from '../../store/row.ts'
import { batchText as t } from '../../text/batch.ts'
import { problemText } from '../../text/problems.ts'
import { batchCommand, NOTHING_TYPED, takerOf, type BatchId, type BatchTyped } from './batches.ts'

/** One row for which it did not come through, and why. */
export interface RowFailed {
  readonly row: DossierRow
  readonly problem: Problem
}

export interface BatchOutcome {
  readonly id: BatchId
  readonly well: number
  readonly failed: readonly RowFailed[]
  /** What became of the paper, in words. */
  readonly paper: string
}

export interface Batch {
  readonly marked: ReadonlyMap<string, DossierRow>
  readonly open: BatchId | null
  readonly typed: BatchTyped
  /** How many are written so far, while it goes on. */
  readonly done: number | null
  readonly outcome: BatchOutcome | null
  readonly mark: (row: DossierRow) => void
  readonly clear: () => void
  readonly openForm: (id: BatchId, typed?: Partial<BatchTyped>) => void
  readonly change: (typed: Partial<BatchTyped>) => void
  readonly run: () => void
  readonly leave: () => void
}

interface State extends Pick<Batch, 'marked' | 'open' | 'typed' | 'done' | 'outcome'> {
  readonly marked: ReadonlyMap<string, DossierRow>
}

const IDLE: State = { marked: new Map(), open: null, typed: NOTHING_TYPED, done: null, outcome: null }

/** Rows a person has marked, and one thing done to all of them, one after the other: each is written or told why not. */
export function useBatch(): Batch {
  const [state, setState] = useState(IDLE)
  const names = useSession(session => session.names)
  const to = useOffice(({ view }) => view?.device.printer == null ? 'pdf' : 'printer')
  const { marked, open, typed, done } = state

  async function run(): Promise<void> {
    if (open === null || done !== null || marked.size === 0) return
    const taker = takerOf(typed, names)
    const failed: RowFailed[] = []
    const well: string[] = []
    setState({ ...state, done: 0, outcome: null })
    for (const row of marked.values()) {
      const answer = await perform(open, typed, taker, row.subject)
      if (answer.ok) well.push(row.subject)
      else failed.push({ row, problem: answer.problem })
      setState(now => ({ ...now, done: (now.done ?? 0) + 1 }))
    }
    const paper = open === 'hand-over' && well.length > 0 ? await printList(typed.kind, taker, well, to) : ''
    if (open === 'return') for (const subject of well) await ask(() => main.printing.print({ subject, form: 'return-slip', to }))
    setState({
      ...IDLE, marked: new Map(failed.map(({ row }) => [row.subject, row])), outcome: { id: open, well: well.length, failed, paper },
    })
  }
  return {
    ...state,
    mark: row => {
      const next = new Map(marked)
      if (!next.delete(row.subject)) next.set(row.subject, row)
      setState({ ...state, marked: next, outcome: null })
    },
    clear: () => { setState(IDLE) },
    openForm: (id, changes = {}) => { setState({ ...state, open: id, typed: { ...NOTHING_TYPED, ...changes }, outcome: null }) },
    change: changes => { setState({ ...state, typed: { ...typed, ...changes } }) },
    run: () => { void run() },
    leave: () => { setState({ ...state, open: null }) },
  }
}

async function perform(id: BatchId, typed: BatchTyped, taker: string, subject: string): Promise<Result<unknown>> {
  const dossier = fold(await main.journal.actsOf(subject))
  if (dossier === undefined) return failure({ code: 'dossier/unknown' })
  const command = batchCommand(id, typed, taker, dossier)
  return command.ok ? ask(() => main.desk.do(command.value)) : command
}

async function printList(kind: BatchTyped['kind'], taker: string, subjects: readonly string[], to: 'printer' | 'pdf'): Promise<string> {
  const printed = await ask(() => main.printing.handOver({ kind, taker, subjects, to }))
  if (!printed.ok) return t.listNot(problemText(printed.problem))
  return printed.value.file === null ? t.listPrinted : t.listSaved(printed.value.file)
}
