import { success, type Result } from '../../shared/base/result.ts'
import type { City } from '../city.ts'
import type { AdminBodies } from './admin-acts.ts'
import { writeActs, type Decided } from './city-log.ts'
import type { CityActor } from './city-role.ts'
import { LOOKS_LOG } from './office-log.ts'

/**
 * Writes down that somebody looks at a person's papers (rule U3): who, when, which dossier, from which screen.
 *
 * Flushed when it resolves; only then is the page shown.
 */
export async function recordLook(city: City, by: CityActor, look: AdminBodies['look/taken']): Promise<void> {
  const { unit, subject, screen } = look
  await writeActs(city, LOOKS_LOG, by.id, (): Result<Decided<null>, never> =>
    success({ acts: [{ subject: `look:${unit}`, kind: 'look/taken', body: { unit, subject, screen } }], value: null }))
}
