import type { Act } from '../../shared/acts/act.ts'
import type { Day } from '../../shared/base/day.ts'
import { failure, type Result } from '../../shared/base/result.ts'
import { parseDossierCode } from '../../shared/units/dossier-code.ts'
import { drawNumber, numbersLeft, type NoRange, type NumberRange, type RangeFull } from '../../shared/units/number-range.ts'

/** The highest number this device's log holds for each day (rule N3). */
export type NumbersDrawn = Readonly<Record<Day, number>>

/** Folds one receipt of this device into the numbers of its day. */
export function applyNumber(drawn: NumbersDrawn, act: Act, device: string): NumbersDrawn {
  if (act.kind !== 'dossier/received' || act.device !== device) return drawn
  const parts = parseDossierCode(String(act.body['code']))
  if (parts === undefined) return drawn
  return { ...drawn, [parts.day]: Math.max(drawn[parts.day] ?? 0, parts.number) }
}

/** Hands out numbers while appends are still on their way to the disk. */
export interface Numbers {
  /** The number the next receipt of that day gets. Handed out at most once in a run; it is drawn only when its act is on disk. */
  readonly next: (day: Day, range: NumberRange | null) => Result<number, NoRange | RangeFull>
  readonly left: (day: Day, range: NumberRange | null) => number
}

/**
 * Numbers above both what the log holds and what this run has handed out.
 *
 * A handed-out number whose append failed is not handed out again: a gap is allowed, a repeat is not (rule N3).
 */
export function openNumbers(drawn: () => NumbersDrawn): Numbers {
  const handedOut = new Map<Day, number>()
  const lastDrawn = (day: Day): number | undefined => {
    const highest = Math.max(drawn()[day] ?? 0, handedOut.get(day) ?? 0)
    return highest === 0 ? undefined : highest
  }
  return {
    next: (day, range) => {
      if (range === null) return failure({ code: 'number/no-range' })
      const number = drawNumber({ range, lastDrawn: lastDrawn(day) })
      if (number.ok) handedOut.set(day, number.value)
      return number
    },
    left: (day, range) => range === null ? 0 : numbersLeft({ range, lastDrawn: lastDrawn(day) }),
  }
}
