import type { Day } from '../base/day.ts'
import type { Sex } from './person.ts'
import provinces from './provinces.json' with { type: 'json' }

/**
 * What looks odd about a personal number (số định danh cá nhân). Never a block: sex and birth
 * year can have been corrected after the number was given, and the number stays.
 */
export type PersonalNumberWarning =
  | { readonly code: 'personal-number/length'; readonly length: number }
  | { readonly code: 'personal-number/not-digits' }
  | { readonly code: 'personal-number/province-unknown'; readonly province: string }
  | { readonly code: 'personal-number/sex-differs'; readonly cardSex: Sex; readonly numberSex: Sex }
  | { readonly code: 'personal-number/year-differs'; readonly cardYear: number; readonly numberYear: number }

/** What the card, or the person, says beside the number. */
export interface KnownOfBirth {
  readonly sex?: Sex | null | undefined
  readonly bornOn?: Day | null | undefined
}

/**
 * Checks a number of twelve digits against itself and against what the card says (NĐ 137/2015/NĐ-CP, kept by NĐ 70/2024/NĐ-CP).
 *
 * Digits 1–3 name the province or country of birth registration, digit 4 century and sex,
 * digits 5–6 the year. There is no check digit. An empty list means nothing looks odd.
 */
export function checkPersonalNumber(personalNumber: string, card: KnownOfBirth = {}): readonly PersonalNumberWarning[] {
  if (!/^\d*$/.test(personalNumber)) return [{ code: 'personal-number/not-digits' }]
  if (personalNumber.length !== 12) return [{ code: 'personal-number/length', length: personalNumber.length }]

  const told = numberToBirth(personalNumber)
  const cardYear = card.bornOn ? Number(card.bornOn.slice(0, 4)) : told.year
  const warnings: PersonalNumberWarning[] = []
  if (!told.isKnownPlace) warnings.push({ code: 'personal-number/province-unknown', province: personalNumber.slice(0, 3) })
  if (card.sex && card.sex !== told.sex) warnings.push({ code: 'personal-number/sex-differs', cardSex: card.sex, numberSex: told.sex })
  if (cardYear !== told.year) warnings.push({ code: 'personal-number/year-differs', cardYear, numberYear: told.year })
  return warnings
}

/** What twelve digits tell about the registration of a birth. */
export interface NumberedBirth {
  /** Undefined when the birth was registered abroad, or nobody has this code. */
  readonly provinceName: string | undefined
  readonly isKnownPlace: boolean
  readonly sex: Sex
  readonly year: number
}

export function numberToBirth(personalNumber: string): NumberedBirth {
  const place = personalNumber.slice(0, 3)
  const centuryAndSex = Number(personalNumber[3])
  return {
    provinceName: provinceNames[place],
    isKnownPlace: place in provinceNames || isCountry(place),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    year: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(personalNumber.slice(4, 6)),
  }
}

/** The 63 provinces before 1 July 2025: numbers given before the mergers do not change. */
const provinceNames: Readonly<Record<string, string>> = provinces

/** Codes above the provinces' belong to countries; their list is not public, so none of them looks odd. */
function isCountry(place: string): boolean {
  return place >= '100'
}
