import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import type { ListAnswer, ListQuestion, ListRow } from '../../../shared/bridge/books-api.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { askAsItGrows } from './ask-as-it-grows.ts'

/** A list as it is shown: its head is of the first answer, its rows come page by page as they come into view. */
export interface ShownList {
  /** Tells apart what is listed. */
  readonly name: string
  readonly answer: ListAnswer | null
  readonly problem: Problem | null
  readonly row: (at: number) => ListRow | undefined
  readonly view: (first: number, last: number) => void
}

const A_PAGE = 200

/** Asks the books; asked something else, what was shown stays until there is an answer. Null asks nothing. */
export function useList(question: ListQuestion | null): ShownList {
  const name = question === null ? null : JSON.stringify(question)
  const [shown, setShown] = useState<{ readonly name: string; readonly answer: ListAnswer } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [, redraw] = useState(0)
  const pages = useRef(new Map<number, readonly ListRow[]>())
  const wanted = useRef(new Set<number>())
  const asked = useRef<string | null>(null)
  const ofPages = useRef<string | null>(null)

  const begin = useCallback(async (): Promise<void> => {
    if (name === null) return
    asked.current = name
    const answer = await ask(() => main.books.list(JSON.parse(name) as ListQuestion, 0, A_PAGE))
    if (asked.current !== name) return
    setProblem(answer.ok ? null : answer.problem)
    if (!answer.ok) return
    // Of the same question rows that were there stay until newer ones come, so that nothing flickers under somebody who reads.
    if (ofPages.current !== name) pages.current.clear()
    ofPages.current = name
    pages.current.set(0, answer.value.rows)
    wanted.current = new Set([0])
    setShown({ name, answer: answer.value })
  }, [name])

  useEffect(() => askAsItGrows(begin), [begin])

  const answerName = shown?.name
  const revision = shown?.answer.revision
  const view = useCallback((first: number, last: number): void => {
    if (answerName === undefined || answerName !== asked.current) return
    for (let page = Math.floor(first / A_PAGE); page * A_PAGE < last; page += 1) {
      if (wanted.current.has(page)) continue
      wanted.current.add(page)
      void ask(() => main.books.list(JSON.parse(answerName) as ListQuestion, page * A_PAGE, A_PAGE)).then(answer => {
        if (!answer.ok || asked.current !== answerName) return
        if (answer.value.revision !== revision) void begin()
        pages.current.set(page, answer.value.rows)
        redraw(count => count + 1)
      })
    }
  }, [answerName, revision, begin])

  return { name: answerName ?? '', answer: shown?.answer ?? null, problem, view, row: at => pages.current.get(Math.floor(at / A_PAGE))?.[at % A_PAGE] }
}
