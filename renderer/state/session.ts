import { create } from 'zustand'
import type { Result } from '../../shared/base/result.ts'
import type { SignInName } from '../../shared/bridge/main-api.ts'
import { inAskedOrder } from '../in-asked-order.ts'
import { main } from '../main-api.ts'
import { forgetFind } from './find.ts'
import { startOver } from './place.ts'

export interface SessionState {
  /** Who sits at the desk; null while the screen is locked. */
  readonly who: SignInName | null
  /** Who sat here before the screen was locked: the same person finds the same screen again. */
  readonly before: string | null
  readonly names: readonly SignInName[]
  readonly loaded: boolean
}

export const useSession = create<SessionState>(() => ({ who: null, before: null, names: [], loaded: false }))

/** Whoever has just signed in is not sent away by an answer of a moment before. */
const answers = inAskedOrder()
const askWho = (): Promise<[SignInName | null, readonly SignInName[]]> => Promise.all([main.session.current(), main.session.names()])

/** Asks who is signed in and who may. */
export async function loadSession(): Promise<void> {
  await answers.ask(askWho, ([who, names]) => { useSession.setState({ who, names, loaded: true }) })
}

/** Asks again who may be here: whoever was withdrawn leaves the desk, and what they typed stays (rule U4). */
export async function loadWhoMay(): Promise<void> {
  await answers.ask(askWho, ([who, names]) => { useSession.setState({ who, names }) })
}

/** Signs in with six digits; problems are those of the session service. */
export async function signIn(userId: string, pin: string): Promise<Result<SignInName>> {
  const answer = await main.session.signIn(userId, pin)
  answers.outdate()
  if (answer.ok) {
    if (useSession.getState().before !== userId) {
      startOver()
      forgetFind()
    }
    useSession.setState({ who: answer.value, before: userId })
  } else {
    useSession.setState({ names: await main.session.names() })
  }
  return answer
}

/** Locks the screen; what was being typed stays (rule U1). */
export async function lock(): Promise<void> {
  await main.session.lock()
  answers.outdate()
  useSession.setState({ who: null })
  await loadSession()
}
