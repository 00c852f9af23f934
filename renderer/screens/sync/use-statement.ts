import { useState } from 'react'
import type { Day } from '../../../shared/base/day.ts'
import type { Problem } from '../../../shared/base/result.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { useOffice } from '../../state/office.ts'

/** What came of the last statement. */
export type Statement =
  | { readonly kind: 'none' | 'going' }
  | { readonly kind: 'done'; readonly checkCode: string; readonly file: string | null }
  | { readonly kind: 'stuck'; readonly problem: Problem }

/** Records and prints the statement of the day; without a chosen printer it becomes a PDF file. */
export function useStatement(day: Day | null): { readonly statement: Statement; readonly print: () => void } {
  const [statement, setStatement] = useState<Statement>({ kind: 'none' })
  const to = useOffice(state => state.view?.device.printer == null ? 'pdf' : 'printer')
  async function print(): Promise<void> {
    if (day === null || statement.kind === 'going') return
    setStatement({ kind: 'going' })
    const answer = await ask(() => main.sync.printDayClose(day, to))
    setStatement(answer.ok ? { kind: 'done', ...answer.value } : { kind: 'stuck', problem: answer.problem })
  }
  return { statement, print: () => { void print() } }
}
