import { useEffect, useState } from 'react'
import type { Observable } from 'rxjs'

/** The newest answer of a live question, `before` until the first; the question must be the same object between renders. */
export function useAnswer<T>(question: Observable<T>, before: T): T {
  const [answer, setAnswer] = useState(before)
  useEffect(() => {
    const subscription = question.subscribe(setAnswer)
    return () => { subscription.unsubscribe() }
  }, [question])
  return answer
}
