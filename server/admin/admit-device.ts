import type { NewAct } from '../../shared/acts/act.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { CityBodies } from '../../shared/offices/city-acts.ts'
import { deviceSubject } from '../../shared/offices/office-acts.ts'
import type { Place } from '../../shared/offices/place.ts'
import { MAX_DESKS, defaultRange, rangesOverlap, type NumberRange } from '../../shared/units/number-range.ts'
import type { City } from '../city.ts'
import { writeActs, type Decided } from './city-log.ts'
import { letterbox } from './letterbox.ts'
import type { Settling } from './settling.ts'

export interface Admission {
  readonly place: Place
  readonly device: string
  readonly publicKey: string
  readonly desk: string
  readonly deskNumber: number | null
  readonly training: boolean
  /** The device whose copied or restored folder this one goes on with (rule J9). */
  readonly continues: string | null
}

export type AdmitProblem = Settling | Problem & { readonly code: 'enrol/device-taken' | 'enrol/no-range-left' }

/**
 * Writes a device into its unit's letterbox with the lowest free block of numbers (rules N2, N4); the same admission again changes nothing.
 *
 * A block any device of the unit ever had is never given again, nor one in `usedRanges`, which a desk drew from before the city knew it.
 * Problems: `enrol/device-taken` (the name is another key's, or revoked), `enrol/no-range-left`.
 */
export function admitDevice(
  city: City, admission: Admission, usedRanges: readonly NumberRange[], author: string,
): Promise<Result<null, AdmitProblem>> {
  const { place, device, publicKey } = admission
  return writeActs(city, letterbox(place.unit), author, ({ devices }): Result<Decided<null>, AdmitProblem> => {
    const known = devices.get(device)
    if (known !== undefined) {
      return known.publicKey === publicKey && known.revokedAt === null ? success({ acts: [], value: null }) : failure({ code: 'enrol/device-taken' })
    }
    const taken = [...[...devices.values()].map(({ numberRange }) => numberRange), ...usedRanges]
    const block = BLOCKS.find(range => !taken.some(other => rangesOverlap(range, other)))
    if (block === undefined) return failure({ code: 'enrol/no-range-left' })
    return success({ acts: [toAct(admission, block)], value: null })
  })
}

const BLOCKS = Array.from({ length: MAX_DESKS }, (_, i) => defaultRange(i + 1))

function toAct({ place, device, publicKey, desk, deskNumber, training, continues }: Admission, numberRange: NumberRange): NewAct {
  const body: CityBodies['device/admitted'] = {
    unit: place.unit, unitName: place.unitName, device, desk, deskNumber: deskNumber ?? BLOCKS.indexOf(numberRange) + 1,
    codePattern: { ...place.codePattern }, numberRange, publicKey, training, ...(continues === null ? {} : { continues }),
  }
  return { subject: deviceSubject(device), kind: 'device/admitted', body }
}
