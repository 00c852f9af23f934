import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { City } from '../city.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { OFFICE_LOG } from './office-log.ts'

export type WithdrawCodeProblem = NotAllowed | Problem & { readonly code: 'enrol-code/unknown' }

/** Makes an unused code worthless. Problems: `city/not-allowed`, `enrol-code/unknown` (or used, or withdrawn already). */
export async function withdrawCode(city: City, by: CityActor, { id }: { readonly id: string }): Promise<Result<null, WithdrawCodeProblem>> {
  const refusal = refusalOf(by, 'device/manage')
  if (refusal !== undefined) return refusal
  return writeActs(city, OFFICE_LOG, by.id, ({ codes }): Result<Decided<null>, WithdrawCodeProblem> => {
    const code = codes.get(id)
    if (code === undefined || code.usedBy !== null || code.withdrawnAt !== null) return failure({ code: 'enrol-code/unknown' })
    return success({ acts: [{ subject: `enrol-code:${id}`, kind: 'enrol-code/withdrawn', body: {} }], value: null })
  })
}
