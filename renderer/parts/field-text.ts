import { formatDay, parseDay } from '../../shared/base/day.ts'
import { limitText, normalise } from '../../shared/base/text.ts'

/** The longest each field of a person may be, in characters. */
export const FIELD_LENGTH = {
  name: 200, personalNumber: 30, bornOn: 10, sex: 6, phone: 30, email: 100, address: 500,
  authorisation: 500, reason: 1000, content: 1000, paperName: 300, exemptionGround: 200, query: 100, count: 4, money: 13,
} as const

/** Text as it stands when the cursor leaves a field: composed, without hidden marks, cut to the length of the field. */
export function tidyText(text: string, max: number): string {
  return limitText(normalise(text), max)
}

/** Text of several lines: each line tidied, at most one empty line in a row. */
export function tidyLines(text: string, max: number): string {
  const lines = text.split(/\r\n|\r|\n|\u2028|\u2029/u).map(normalise)
  return limitText(lines.join('\n').replace(/\n{3,}/g, '\n\n').trim(), max)
}

/** `092 085 000 123` as it is shown; other lengths are left as typed. */
export function showPersonalNumber(text: string): string {
  const bare = barePersonalNumber(text)
  if (/^\d{12}$/.test(bare)) return bare.replace(/(\d{3})(?=\d)/g, '$1 ')
  return tidyText(text, FIELD_LENGTH.personalNumber)
}

/** The number as it is kept: without the blanks, dots and dashes people type between. */
export function barePersonalNumber(text: string): string {
  return normalise(text).replace(/[\s.-]/g, '')
}

/** `0900 000 123`; a number from abroad keeps its plus; anything else is left as typed. */
export function showPhone(text: string): string {
  const bare = barePhone(text)
  if (/^0\d{9}$/.test(bare)) return `${bare.slice(0, 4)} ${bare.slice(4, 7)} ${bare.slice(7)}`
  return bare
}

export function barePhone(text: string): string {
  return limitText(normalise(text).replace(/[^\d+]/g, '').replace(/(?!^)\+/g, ''), FIELD_LENGTH.phone)
}

/** A date as it is shown, from what people type (`15031986`, `15/3/1986`); what is no date is left for the person to see. */
export function showDate(text: string): string {
  const on = parseDay(normalise(text))
  return on === undefined ? tidyText(text, FIELD_LENGTH.bornOn) : formatDay(on)
}

/** Whole đồng with points between the thousands; empty stays empty. */
export function showMoney(text: string): string {
  const digits = normalise(text).replace(/\D/g, '').slice(0, 9)
  return digits === '' ? '' : digits.replace(/^0+(?=\d)/, '').replace(/(\d)(?=(\d{3})+$)/g, '$1.')
}

/** What a money field means in đồng; undefined when nothing was typed. */
export function moneyOf(text: string): number | undefined {
  const digits = text.replace(/\D/g, '')
  return digits === '' ? undefined : Number(digits)
}

/** A count as typed, 0…999; undefined when it is none. */
export function countOf(text: string): number | undefined {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : undefined
}
