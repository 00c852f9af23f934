import type { Static, TSchema } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import type { Problem, Result } from '../base/result.ts'
import type { CashMoment } from '../cash/count-cash.ts'
import type { CertificationMoment } from '../certification/moment.ts'
import type { Moment } from '../dossiers/moment.ts'
import type { Right } from '../users/role.ts'

/** What the desk knows of the moment, for every verb there is. */
export interface DeskMoment extends Moment, CertificationMoment, CashMoment {}

/** Something a person can ask the desk to do. One verb, one file; this is what stands in the list of all. */
export interface Verb<Name extends string = string, Input extends TSchema = TSchema, P extends Problem = Problem> {
  readonly verb: Name
  readonly input: Input
  readonly right: Right
  /** The subject whose acts must be known first; undefined when the verb begins a new one. */
  readonly subject: (input: Static<Input>) => string | undefined
  readonly decide: (input: Static<Input>, moment: DeskMoment) => Result<readonly NewAct[], P>
}

/** Keeps the literal types of a verb where it is listed. */
export function defineVerb<Name extends string, Input extends TSchema, P extends Problem>(
  verb: Verb<Name, Input, P>,
): Verb<Name, Input, P> {
  return verb
}

/** What crosses the bridge: a verb's name and an input not yet checked. */
export interface Command {
  readonly verb: string
  readonly input: unknown
}
