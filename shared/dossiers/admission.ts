import type { Act } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { DossierActKind } from './act-bodies.ts'
import type { Dossier, DossierState } from './dossier.ts'
import { fold } from './fold.ts'
import { nextState } from './lifecycle.ts'
import type { Moment } from './moment.ts'
import { everyDispute } from './settled.ts'

/** Why a verb may not be done to this dossier now (rule L20). */
export type AdmissionProblem =
  | Problem & { readonly code: 'dossier/unknown' }
  | Problem & {
    readonly code: 'dossier/not-allowed'
    readonly state: DossierState
    readonly verb: string
    /** Who brought it into this state, by name where known, and when. */
    readonly changedBy: string
    readonly changedAt: string
  }

/**
 * The dossier the moment's acts make, if the table lets this act follow; nothing is written otherwise (rule L20).
 *
 * Problems: `dossier/unknown`, `dossier/not-allowed`.
 */
export function admit(verb: string, kind: DossierActKind, moment: Pick<Moment, 'acts' | 'users'>): Result<Dossier, AdmissionProblem> {
  const dossier = fold(moment.acts)
  if (dossier === undefined) return failure({ code: 'dossier/unknown' })
  return nextState(dossier.state, kind) === undefined ? failure(notAllowed(verb, dossier, moment)) : success(dossier)
}

/** Why this verb does not fit the state: which, by whom and when (rule L20). */
export function notAllowed(verb: string, dossier: Dossier, moment: Pick<Moment, 'users'>): AdmissionProblem {
  const { author, at } = lastChange(dossier)
  const changedBy = moment.users.find(user => user.id === author)?.name ?? author
  return { code: 'dossier/not-allowed', state: dossier.state, verb, changedBy, changedAt: at }
}

/** The act that last moved the dossier from one state to another. */
function lastChange(dossier: Dossier): Act {
  const notAdmitted = everyDispute(dossier).filter(({ kind }) => kind === 'not-admitted')
  const disputed = new Set(notAdmitted.flatMap(({ acts }) => acts.map(({ name }) => name)))
  let state: DossierState | 'none' = 'none'
  let change: Act | undefined
  for (const act of dossier.acts) {
    const next: DossierState | undefined = disputed.has(act.name) ? undefined : nextState(state, act.kind)
    if (next === undefined || next === state) continue
    state = next
    change = act
  }
  if (change === undefined) throw new Error('A dossier has no act that began it')
  return change
}
