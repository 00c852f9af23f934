import { failure, success, type Problem, type Result } from '../base/result.ts'
import { procedureStem } from '../procedures/catalogue.ts'
import type { Moment } from './moment.ts'

/** A leader must sign the result first. */
export interface SignatureNeeded extends Problem {
  readonly code: 'dossier/signature-needed'
}

/** Whether this procedure, or part, may be resolved without a leader (rule L11). Problem: `dossier/signature-needed` where it is listed. */
export function checkUnsigned(procedure: string, { settings }: Pick<Moment, 'settings'>): Result<undefined, SignatureNeeded> {
  return mustBeSigned(procedure, settings.signedProcedures) ? failure({ code: 'dossier/signature-needed' }) : success(undefined)
}

/** Whether the city lists this procedure, or part, as one whose result a leader signs. */
export function mustBeSigned(procedure: string, signedProcedures: readonly string[]): boolean {
  return signedProcedures.includes(procedureStem(procedure))
}
