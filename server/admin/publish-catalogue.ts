import type { NewAct } from '../../shared/acts/act.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { normalise } from '../../shared/base/text.ts'
import { assembleCatalogue, type CatalogueProblem } from '../../shared/procedures/assemble-catalogue.ts'
import type { City } from '../city.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { PUBLIC } from './public-log.ts'
import type { Settling } from './settling.ts'

export type PublishCatalogueProblem = Settling | NotAllowed | CatalogueProblem | Problem & { readonly code: 'publication/version-missing' }

/** Well below what a line may hold, so that each act travels alone on a bad line. */
const ACT_BYTES = 400_000

/**
 * Publishes procedures to every PC of the city: each takes the place of the one with its code. Several acts, one append.
 *
 * Problems: `city/not-allowed`, `publication/version-missing`, those of `assembleCatalogue`.
 */
export async function publishCatalogue(
  city: City, by: CityActor, input: { readonly version: string, readonly procedures: unknown },
): Promise<Result<{ readonly count: number }, PublishCatalogueProblem>> {
  const refusal = refusalOf(by, 'publish')
  if (refusal !== undefined) return refusal
  const version = normalise(input.version).slice(0, 100)
  if (version === '') return failure({ code: 'publication/version-missing' })
  const catalogue = assembleCatalogue(input.procedures)
  if (!catalogue.ok) return catalogue
  const { procedures } = catalogue.value
  return writeActs(city, PUBLIC, by.id, (): Result<Decided<{ readonly count: number }>, never> => success({
    acts: inParts(procedures).map((part): NewAct => ({ subject: 'city:catalogue', kind: 'catalogue/published', body: { version, procedures: part } })),
    value: { count: procedures.length },
  }))
}

function inParts<T>(procedures: readonly T[]): readonly (readonly T[])[] {
  const parts: T[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const procedure of procedures) {
    const size = Buffer.byteLength(JSON.stringify(procedure), 'utf8')
    if (bytes + size > ACT_BYTES) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)?.push(procedure)
    bytes += size
  }
  return parts
}
