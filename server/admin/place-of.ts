import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { findPlace, type Place } from '../../shared/offices/place.ts'
import { trainingPlace } from '../../shared/training/training-place.ts'

export type UnitUnknown = Problem & { readonly code: 'unit/unknown' }

/** One of the city's units, or the practice commune; `unit/unknown`. */
export function placeOf(unit: string): Result<Place, UnitUnknown> {
  const place = unit === trainingPlace.unit ? trainingPlace : findPlace(unit)
  return place === undefined ? failure({ code: 'unit/unknown' }) : success(place)
}
