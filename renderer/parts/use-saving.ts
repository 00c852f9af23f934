import { useState } from 'react'
import type { Problem, Result } from '../../shared/base/result.ts'
import { ask } from '../ask.ts'

export interface Saving {
  readonly busy: boolean
  readonly problem: Problem | null
  /** What is said after a save; stays until the next change. */
  readonly said: string | null
}

const IDLE: Saving = { busy: false, problem: null, said: null }

/** One save at a time: what is going on, what went wrong, what was said. */
export function useSaving(): Saving & {
  readonly save: <T>(question: () => Promise<Result<T>>, said: string | ((value: T) => string)) => Promise<boolean>
  readonly touch: () => void
  /** Begins anew: nothing was asked yet. */
  readonly forget: () => void
} {
  const [saving, setSaving] = useState(IDLE)
  return {
    ...saving,
    forget: () => { setSaving(IDLE) },
    touch: () => { if (saving.said !== null) setSaving(IDLE) },
    save: async <T>(question: () => Promise<Result<T>>, said: string | ((value: T) => string)) => {
      if (saving.busy) return false
      setSaving({ busy: true, problem: null, said: null })
      const answer = await ask(question)
      if (answer.ok) setSaving({ busy: false, problem: null, said: typeof said === 'string' ? said : said(answer.value) })
      else setSaving({ busy: false, problem: answer.problem, said: null })
      return answer.ok
    },
  }
}
