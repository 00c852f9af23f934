import { Type, type Static } from 'typebox'
import { isDay, type Day } from '../base/day.ts'
import { normalise } from '../base/text.ts'
import { unitPart } from './unit.ts'

/** How this office writes its dossier codes (rule N1): data, because the city has not published its own. */
export const CodePattern = Type.Object({
  prefix: Type.String({ pattern: '^[A-Z][A-Z0-9]{0,7}$' }),
  unitPart: Type.String({ pattern: '^[A-Z0-9]{1,6}(\\.[A-Z0-9]{1,6}){0,2}$' }),
  width: Type.Integer({ minimum: 4, maximum: 6 }),
}, { additionalProperties: false })
export type CodePattern = Static<typeof CodePattern>

/** A dossier code (mã hồ sơ) in its parts. */
export interface DossierCodeParts {
  readonly prefix: string
  readonly unitPart: string
  readonly day: Day
  readonly number: number
}

/** The prefix of Cần Thơ, as far as is known. */
const CITY_PREFIX = 'H13'
const WIDTH = 4

/** The pattern of a unit until its settings say otherwise; undefined for a code that is none of the 103. */
export function defaultCodePattern(unit: string): CodePattern | undefined {
  const part = unitPart(unit)
  return part === undefined ? undefined : { prefix: CITY_PREFIX, unitPart: part, width: WIDTH }
}

/** `H13.064-261120-0432` (rule N1). */
export function dossierCode(pattern: CodePattern, on: Day, number: number): string {
  return `${pattern.prefix}.${pattern.unitPart}-${on.slice(2, 4)}${on.slice(5, 7)}${on.slice(8)}-${String(number).padStart(pattern.width, '0')}`
}

/**
 * A code in its parts, with or without dashes, in any case; undefined when the text is none.
 *
 * Without dashes the last digits are the number, so its width must be known.
 */
export function parseDossierCode(text: string, width = WIDTH): DossierCodeParts | undefined {
  const written = normalise(text).toUpperCase()
  const match = /^([A-Z][A-Z0-9]*)\.([A-Z0-9.]+)-(\d{6})-(\d{4,6})$/.exec(written)
    ?? new RegExp(`^([A-Z][A-Z0-9]*)\\.([A-Z0-9.]+)(\\d{6})(\\d{${String(width)}})$`).exec(written)
  if (match === null) return undefined
  const [, prefix = '', part = '', date = '', number = ''] = match
  const day = `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}`
  return isDay(day) && Number(number) > 0 ? { prefix, unitPart: part, day, number: Number(number) } : undefined
}

/**
 * Every way people look for a code (rule N1), folded: whole, without dashes, without dots, day and
 * number with and without the dash, and the number alone (its last four digits).
 */
export function codeSearchForms(code: string): readonly string[] {
  const whole = normalise(code).toLowerCase()
  const dayAndNumber = whole.split('-').slice(-2).join('-')
  return [...new Set([whole, ...[whole, dayAndNumber].map(form => form.replaceAll('-', '')), whole.replace(/[-.]/g, ''), dayAndNumber, whole.slice(-4)])]
}
