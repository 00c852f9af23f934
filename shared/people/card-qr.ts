import { parseDay, type Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { fold, normalise } from '../base/text.ts'
import { MAX_ADDRESS_LENGTH, MAX_NAME_LENGTH, type Sex } from './person.ts'

/** What an ID card's QR may tell us (rule U5); null where the card does not say. */
export interface CardFacts {
  readonly personalNumber: string
  /** The nine digits of the older card (CMND). */
  readonly oldNumber: string | null
  /** As printed: case is kept. */
  readonly name: string
  readonly bornOn: Day | null
  readonly sex: Sex | null
  readonly address: string | null
  readonly issuedOn: Day | null
}

/** Why a text is no ID card's QR. Codes only: the text holds personal facts. */
export type CardQrProblem =
  | Problem & { readonly code: 'card/empty' | 'card/unreadable' | 'card/not-a-card' | 'card/number-malformed' | 'card/old-number-malformed' }
  | Problem & { readonly code: 'card/name-missing' | 'card/name-malformed' | 'card/sex-unknown' }
  | Problem & { readonly code: 'card/too-long'; readonly max: number }
  | Problem & { readonly code: 'card/date-impossible'; readonly field: 'bornOn' | 'issuedOn' }
  | Problem & { readonly code: 'card/no-image' | 'card/not-seen' | 'card/two-cards' }

/** The fullest card, with a household's names on it, stays well below. */
const MAX_CARD_LENGTH = 2000

/** number | old number | name | birth day | sex | address | issue day; whatever stands behind is not read. */
const FIELD_COUNT = 7

/**
 * The facts on an ID card (CCCD from 2021, thẻ căn cước from 1 July 2024), from the text of its QR.
 *
 * The first seven fields are the same on all generations. Newer cards carry the family behind them:
 * those fields are cut away before anything looks at them (rule U5). Days are ddMMyyyy or dd/MM/yyyy.
 * Problems: the codes `card/…`.
 */
export function parseCardQr(text: string): Result<CardFacts, CardQrProblem> {
  if (text.trim() === '') return failure({ code: 'card/empty' })
  if (text.length > MAX_CARD_LENGTH) return failure({ code: 'card/too-long', max: MAX_CARD_LENGTH })
  const raw = text.trim().split(text.includes('|') ? '|' : /\r?\n/, FIELD_COUNT)
  if (raw.some(isGarbled)) return failure({ code: 'card/unreadable' })
  const fields = raw.map(field => withoutLabel(normalise(field)))
  if (fields.length === 1) return failure({ code: 'card/not-a-card' })

  const personalNumber = withoutBlanks(fields[0])
  if (!/^\d{12}$/.test(personalNumber)) return failure({ code: 'card/number-malformed' })
  // Some prints leave the old number out instead of empty; then a name stands where it should be, and a day behind it.
  const hasOldNumber = !(isName(fields[1] ?? '') && isDayShaped(fields[2] ?? ''))
  const oldNumber = hasOldNumber ? withoutBlanks(fields[1]) : ''
  if (!/^(\d{9})?$/.test(oldNumber)) return failure({ code: 'card/old-number-malformed' })
  return readRest(personalNumber, oldNumber, fields.slice(hasOldNumber ? 2 : 1))
}

function readRest(personalNumber: string, oldNumber: string, [name = '', birth = '', sexText = '', address = '', issue = '']: readonly string[]): Result<CardFacts, CardQrProblem> {
  if (!/\p{L}/u.test(name)) return failure({ code: 'card/name-missing' })
  if (name.length > MAX_NAME_LENGTH) return failure({ code: 'card/too-long', max: MAX_NAME_LENGTH })
  if (!isName(name)) return failure({ code: 'card/name-malformed' })
  if (address.length > MAX_ADDRESS_LENGTH) return failure({ code: 'card/too-long', max: MAX_ADDRESS_LENGTH })

  const bornOn = parseCardDay(birth)
  if (bornOn === undefined) return failure({ code: 'card/date-impossible', field: 'bornOn' })
  const sex = sexText === '' ? null : SEXES[fold(sexText)]
  if (sex === undefined) return failure({ code: 'card/sex-unknown' })
  // Without an issue day the family may begin here already; what has no day's shape is not ours to read.
  const issuedOn = isDayShaped(issue) ? parseCardDay(issue) : null
  if (issuedOn === undefined || (issuedOn !== null && bornOn !== null && issuedOn < bornOn)) return failure({ code: 'card/date-impossible', field: 'issuedOn' })

  return success({ personalNumber, oldNumber: oldNumber || null, name, bornOn, sex, address: address || null, issuedOn })
}

const SEXES: Readonly<Record<string, Sex>> = { nam: 'male', nu: 'female', male: 'male', female: 'female' }

const LABELS = new Set([
  'so', 'so cccd', 'cccd', 'so can cuoc', 'so cccd/can cuoc', 'so dinh danh', 'so dinh danh ca nhan', 'so cmnd', 'cmnd', 'so cmnd cu', 'cmnd cu',
  'ho va ten', 'ho ten', 'ho, chu dem va ten khai sinh', 'ngay sinh', 'ngay, thang, nam sinh', 'gioi tinh', 'noi thuong tru', 'thuong tru',
  'dia chi', 'dia chi thuong tru', 'noi cu tru', 'ngay cap', 'ngay cap cccd', 'ngay, thang, nam cap',
])

function withoutLabel(field: string): string {
  const colon = field.indexOf(':')
  return colon > 0 && LABELS.has(fold(field.slice(0, colon))) ? field.slice(colon + 1).trim() : field
}

/** Controls other than blanks, lone surrogates and the mark of a failed decoding: these bytes were no text. */
function isGarbled(field: string): boolean {
  return /(?![\t\n\r])\p{Cc}|\p{Cs}|\ufffd/u.test(field)
}

/** Letters of any script with the marks names are written with: `H'Hen Niê`, `Y-Moan`. */
function isName(text: string): boolean {
  return /^(?=.*\p{L})[\p{L}\p{M} .,'’ʼ`\-–·]+$/u.test(text)
}

function isDayShaped(text: string): boolean {
  return /^\d{8}$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(text)
}

/** Null when the field is empty, undefined when it names no day of a living person's time. */
function parseCardDay(text: string): Day | null | undefined {
  if (text === '') return null
  const on = isDayShaped(text) ? parseDay(text) : undefined
  return on !== undefined && on >= '1850-01-01' && on < '2200-01-01' ? on : undefined
}

function withoutBlanks(text: string | undefined): string {
  return (text ?? '').replace(/ /g, '')
}
