import { failure, type Problem, type Result } from '../../shared/base/result.ts'
import { normalise } from '../../shared/base/text.ts'
import { mayInCity, type CityActor, type CityRight } from './city-role.ts'

/** This person's role, or their unit, does not reach so far. */
export interface NotAllowed extends Problem {
  readonly code: 'city/not-allowed'
}

export type ReasonMissing = Problem & { readonly code: 'reason/missing' }

/** The problem of somebody who may not, or undefined. */
export function refusalOf(
  by: CityActor, right: CityRight, unit?: string,
): { readonly ok: false, readonly problem: NotAllowed } | undefined {
  return mayInCity(by, right, unit) ? undefined : failure({ code: 'city/not-allowed' })
}

/** Words as they are kept, or `reason/missing`. */
export function toReason(text: string): Result<string, ReasonMissing> {
  const reason = normalise(text).slice(0, 1000)
  return reason === '' ? failure({ code: 'reason/missing' }) : { ok: true, value: reason }
}
