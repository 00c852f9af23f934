import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { City } from '../city.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { PUBLIC } from './public-log.ts'
import type { Settling } from './settling.ts'

export type PublishSettingsProblem = Settling | NotAllowed | Problem & { readonly code: 'settings/malformed' }

const MOST_BYTES = 100_000

/** Publishes settings by name to every PC of the city; each takes the place of the one before. */
export async function publishSettings(
  city: City, by: CityActor, settings: Readonly<Record<string, unknown>>,
): Promise<Result<null, PublishSettingsProblem>> {
  const refusal = refusalOf(by, 'publish')
  if (refusal !== undefined) return refusal
  const names = Object.keys(settings)
  const isWellFormed = names.length > 0 && names.every(name => /^[a-z][a-zA-Z0-9.-]{0,99}$/.test(name))
  if (!isWellFormed || JSON.stringify(settings).length > MOST_BYTES) return failure({ code: 'settings/malformed' })
  return writeActs(city, PUBLIC, by.id, (): Result<Decided<null>, never> =>
    success({ acts: [{ subject: 'city:settings', kind: 'settings/published', body: { settings } }], value: null }))
}
