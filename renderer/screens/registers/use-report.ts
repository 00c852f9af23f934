import { useEffect, useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import type { ReportAnswer, ReportQuestion } from '../../../shared/bridge/books-api.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { askAsItGrows } from './ask-as-it-grows.ts'

export interface ShownReport {
  readonly answer: ReportAnswer | null
  readonly problem: Problem | null
}

/** The figures, asked again when something new is written; what was shown stays until there is an answer. */
export function useReport(question: ReportQuestion | null): ShownReport {
  const name = question === null ? null : JSON.stringify(question)
  const [shown, setShown] = useState<ShownReport>({ answer: null, problem: null })
  useEffect(() => {
    if (name === null) return undefined
    let isNewest = true
    const askNow = async (): Promise<void> => {
      const answer = await ask(() => main.books.report(JSON.parse(name) as ReportQuestion))
      if (isNewest) setShown(before => answer.ok ? { answer: answer.value, problem: null } : { ...before, problem: answer.problem })
    }
    const stop = askAsItGrows(askNow)
    return () => {
      isNewest = false
      stop()
    }
  }, [name])
  return shown
}
