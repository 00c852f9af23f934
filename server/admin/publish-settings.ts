import { Value } from 'typebox/value'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { CitySettings, DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import type { City } from '../city.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { PUBLIC } from './public-log.ts'
import type { Settling } from './settling.ts'

export type PublishSettingsProblem = Settling | NotAllowed | Problem & { readonly code: 'settings/malformed' }

const MOST_BYTES = 100_000

/**
 * Publishes settings by name to every PC of the city; each takes the place of the one before.
 *
 * Names this version does not know travel unread; what it does know must be readable. Problems: `settings/malformed`, `city/not-allowed`.
 */
export async function publishSettings(
  city: City, by: CityActor, settings: Readonly<Record<string, unknown>>,
): Promise<Result<null, PublishSettingsProblem>> {
  const refusal = refusalOf(by, 'publish')
  if (refusal !== undefined) return refusal
  const names = Object.keys(settings)
  const isWellFormed = names.length > 0 && names.every(name => /^[a-z][a-zA-Z0-9.-]{0,99}$/.test(name))
  const known = Object.fromEntries(Object.entries(settings).filter(([name]) => Object.hasOwn(DEFAULT_SETTINGS, name)))
  if (!isWellFormed || !Value.Check(CitySettings, { ...DEFAULT_SETTINGS, ...known }) || JSON.stringify(settings).length > MOST_BYTES) return failure({ code: 'settings/malformed' })
  return writeActs(city, PUBLIC, by.id, (): Result<Decided<null>, never> =>
    success({ acts: [{ subject: 'city:settings', kind: 'settings/published', body: { settings } }], value: null }))
}
