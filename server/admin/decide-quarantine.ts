import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { normalise } from '../../shared/base/text.ts'
import type { City } from '../city.ts'
import type { AdminBodies } from './admin-acts.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { OFFICE_LOG } from './office-log.ts'

export type DecideQuarantineProblem = NotAllowed | Problem & { readonly code: 'quarantine/unknown' | 'quarantine/note-missing' }

/**
 * Writes down what somebody decided on lines in quarantine, and why; the lines stay where they are, whatever is decided (rule S4).
 *
 * Problems: `city/not-allowed`, `quarantine/note-missing`, `quarantine/unknown`.
 */
export async function decideQuarantine(
  city: City, by: CityActor, input: { readonly id: string } & AdminBodies['quarantine/decided'],
): Promise<Result<null, DecideQuarantineProblem>> {
  const refusal = refusalOf(by, 'quarantine/decide')
  if (refusal !== undefined) return refusal
  const note = normalise(input.note).slice(0, 1000)
  if (note === '') return failure({ code: 'quarantine/note-missing' })
  if (!await isQuarantined(city, input.id)) return failure({ code: 'quarantine/unknown' })
  return writeActs(city, OFFICE_LOG, by.id, (): Result<Decided<null>, never> =>
    success({ acts: [{ subject: `quarantine:${input.id}`, kind: 'quarantine/decided', body: { decision: input.decision, note } }], value: null }))
}

async function isQuarantined(city: City, id: string): Promise<boolean> {
  for await (const kept of city.record.quarantined()) if (kept.id === id) return true
  return false
}
