import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import type { DossierActKind } from '../../../shared/dossiers/act-bodies.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { nextState } from '../../../shared/dossiers/lifecycle.ts'
import { formsOf, type DossierForm } from '../../../shared/dossiers/print-form.ts'
import { taskOf } from '../../../shared/dossiers/task.ts'
import { mayDo, rolesWith, type Right, type Role } from '../../../shared/users/role.ts'
import { LIKELIEST, STEP_IDS, STEPS, type StepId } from './steps/steps.ts'
import type { DueFacts, Step } from './steps/step.ts'

export type WritingId = 'correct' | 'attach' | 'detach' | 'note' | 'void'

/** Why something may not be done now. */
export type Obstacle =
  | { readonly kind: 'role'; readonly holders: readonly Role[] }
  | { readonly kind: 'holder'; readonly name: string }
  | { readonly kind: 'state' }
  | { readonly kind: 'too-late'; readonly receivedOn: Day }
  | { readonly kind: 'read-only' }

export interface Allowance<Id extends string = WritingId> {
  readonly id: Id
  readonly obstacle: Obstacle | null
}

export interface Allowed {
  readonly writing: readonly Allowance[]
  /** The steps this state admits. */
  readonly steps: readonly Allowance<StepId>[]
  /** The forms this dossier has, its own first; an obstacle stands before all of them. */
  readonly forms: readonly DossierForm[]
  readonly printing: Obstacle | null
  /** The likeliest next act: what F9 does. Undefined when nothing may be done. */
  readonly next: NextAct | undefined
}

export type NextAct =
  | { readonly id: 'print'; readonly form: DossierForm }
  | { readonly id: 'take-missing'; readonly paperId: string }
  | { readonly id: 'correct' }
  /** On the screen of its own. */
  | { readonly id: 'return' }
  | { readonly id: 'step'; readonly step: StepId }

export interface AllowedQuestion {
  readonly dossier: Dossier
  readonly roles: readonly Role[]
  /** Whoever asks. */
  readonly userId: string
  readonly today: Day
  /** Whose results a leader signs, as the city lists them (rule L11). */
  readonly signedProcedures: readonly string[]
  /** The register opens read-only on this PC (rule J3). */
  readonly isReadOnly: boolean
}

/** What this person may do with this dossier now, and why not the rest (rules U1, L4–L17, L20). */
export function whatIsAllowed({ dossier, roles, userId, today, signedProcedures, isReadOnly }: AllowedQuestion): Allowed {
  const writing = (Object.keys(WRITING) as WritingId[]).map(id => ({ id, obstacle: obstacleTo(id, dossier, roles, today, isReadOnly) }))
  const steps = STEP_IDS.filter(id => isDue(STEPS[id], dossier, { today, signedProcedures }))
    .map(id => ({ id, obstacle: isReadOnly ? { kind: 'read-only' } as const : obstacleToStep(id, dossier, roles, userId) }))
  const mayReturn = !isReadOnly && taskOf(dossier) === 'return' && mayDo(roles, 'dossier/return')
  const forms = dossier.ended?.how === 'voided' ? formsOf(dossier).slice(0, 1) : formsOf(dossier)
  const printing: Obstacle | null = isReadOnly
    ? { kind: 'read-only' }
    : mayDo(roles, 'dossier/print') ? null : { kind: 'role', holders: rolesWith('dossier/print') }
  return { writing, steps, forms, printing, next: mayReturn ? { id: 'return' } : findNext(dossier, writing, steps, forms, printing) }
}

const WRITING: Readonly<Record<WritingId, { readonly right: Right; readonly act: DossierActKind }>> = {
  correct: { right: 'dossier/correct', act: 'dossier/corrected' },
  attach: { right: 'dossier/correct', act: 'dossier/paper-attached' },
  detach: { right: 'dossier/correct', act: 'dossier/paper-detached' },
  note: { right: 'dossier/correct', act: 'dossier/note-added' },
  void: { right: 'dossier/void', act: 'dossier/voided' },
}

function obstacleTo(id: WritingId, dossier: Dossier, roles: readonly Role[], today: Day, isReadOnly: boolean): Obstacle | null {
  const { right, act } = WRITING[id]
  if (nextState(dossier.state, act) === undefined) return { kind: 'state' }
  if (isReadOnly) return { kind: 'read-only' }
  if (!mayDo(roles, right)) return { kind: 'role', holders: rolesWith(right) }
  const receivedOn = dayOfInstant(dossier.receivedAt)
  return id === 'void' && receivedOn !== today ? { kind: 'too-late', receivedOn } : null
}

/** Whether the state admits the step, and there is anything to do. */
function isDue(step: Step, dossier: Dossier, known: DueFacts): boolean {
  return nextState(dossier.state, step.act) !== undefined && (step.isDue?.(dossier, known) ?? true)
}

function obstacleToStep(id: StepId, { state, holder }: Dossier, roles: readonly Role[], userId: string): Obstacle | null {
  const { right } = STEPS[id]
  if (!mayDo(roles, right)) return { kind: 'role', holders: rolesWith(right) }
  const isOthers = id === 'forward' && state !== 'received' && holder?.userId != null && holder.userId !== userId
  return isOthers && !mayDo(roles, 'dossier/hand-over-for-others') ? { kind: 'holder', name: holder.name } : null
}

/** A paper nobody holds yet, then a paper nobody has brought yet, then the step that is due, then what is done most. */
function findNext(
  dossier: Dossier, writing: readonly Allowance[], steps: readonly Allowance<StepId>[], [form]: readonly DossierForm[],
  printing: Obstacle | null,
): NextAct | undefined {
  const may = (id: WritingId): boolean => writing.some(one => one.id === id && one.obstacle === null)
  if (form !== undefined && printing === null && (dossier.printed[form] ?? 0) === 0 && BEGINNINGS.has(dossier.state)) return { id: 'print', form }
  const missing = dossier.papers.find(({ received }) => !received)
  if (dossier.state === 'received' && missing !== undefined && may('attach')) return { id: 'take-missing', paperId: missing.id }
  const step = LIKELIEST.find(id => steps.some(one => one.id === id && one.obstacle === null))
  if (step !== undefined) return { id: 'step', step }
  if (missing !== undefined && may('attach')) return { id: 'take-missing', paperId: missing.id }
  if (may('correct')) return { id: 'correct' }
  return form !== undefined && printing === null ? { id: 'print', form } : undefined
}

/** Where the first paper of a dossier is what the person waits for. */
const BEGINNINGS: ReadonlySet<Dossier['state']> = new Set(['received', 'refused', 'guided'])
