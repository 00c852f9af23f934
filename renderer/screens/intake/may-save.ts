import type { JournalState, ProgramState, SignInName } from '../../../shared/bridge/main-api.ts'
import { mayDo } from '../../../shared/users/role.ts'
import type { Outcome } from '../../state/intake-draft.ts'

/** Why nothing can be saved here just now, whatever is typed; undefined when it can. */
export type Hindrance = 'not-allowed' | 'read-only' | 'disk-full' | 'disk-very-low' | 'numbers-none'

export function mayReceive(who: SignInName | null): boolean {
  return who !== null && mayDo(who.roles, 'dossier/receive')
}

/** The gravest first. Guidance and refusal draw no number, so they go on when the range is full. */
export function findHindrance({ who, program, journal, numbersLeft, outcome }: {
  readonly who: SignInName | null
  readonly program: ProgramState | null
  readonly journal: JournalState | null
  readonly numbersLeft: number | undefined
  readonly outcome: Outcome
}): Hindrance | undefined {
  if (!mayReceive(who)) return 'not-allowed'
  if (journal?.readOnly != null) return 'read-only'
  if (program?.disk.state === 'full') return 'disk-full'
  if (program?.disk.state === 'very-low') return 'disk-very-low'
  return numbersLeft === 0 && outcome === 'receive' ? 'numbers-none' : undefined
}
