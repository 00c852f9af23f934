import { useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import type { SettleDisputeInput } from '../../../shared/dossiers/settle-dispute.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'

export interface Settling {
  readonly busy: boolean
  readonly problem: Problem | null
  readonly settle: (input: SettleDisputeInput) => Promise<boolean>
}

/** Asks for one settlement at a time; the page is read again once it is on disk. */
export function useSettling(reload: () => Promise<void>): Settling {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function settle(input: SettleDisputeInput): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setProblem(null)
    const answer = await ask(() => main.desk.do({ verb: 'dossier/settle-dispute', input }))
    if (answer.ok) await reload()
    else setProblem(answer.problem)
    setBusy(false)
    return answer.ok
  }
  return { busy, problem, settle }
}
