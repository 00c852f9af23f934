import { failure, success, type Problem, type Result } from './result.ts'

/** The largest amount we can put in words: one đồng less than a thousand tỷ. */
export const MAX_MONEY = 999_999_999_999

/** What is wrong with an amount. */
export interface MoneyProblem extends Problem {
  readonly code: 'money/not-a-number' | 'money/negative' | 'money/fractional' | 'money/too-large'
}

/** An amount of whole đồng from 0 to MAX_MONEY (rule M1), or why it is none. */
export function checkMoney(amount: unknown): Result<number, MoneyProblem> {
  if (typeof amount !== 'number' || Number.isNaN(amount)) return failure({ code: 'money/not-a-number' })
  if (amount < 0) return failure({ code: 'money/negative' })
  if (amount > MAX_MONEY) return failure({ code: 'money/too-large' })
  if (!Number.isInteger(amount)) return failure({ code: 'money/fractional' })
  return success(amount === 0 ? 0 : amount)
}

/** `1.234.567 đ` (rule M1). An amount that `checkMoney` would refuse is a bug. */
export function formatMoney(amount: number): string {
  return `${String(getMoney(amount)).replace(/\B(?=(\d{3})+$)/g, '.')} đ`
}

/** `một triệu hai trăm nghìn đồng` (rule M1), in small letters. An amount that `checkMoney` would refuse is a bug. */
export function moneyInWords(amount: number): string {
  return `${numberInWords(getMoney(amount))} đồng`
}

/** `mười một`, in small letters, of a whole number that money could be. */
export function numberInWords(count: number): string {
  if (count === 0) return digit(0)
  return SCALES.flatMap(([scale, name]) => {
    const group = Math.floor(count / scale) % 1000
    return group === 0 ? [] : [...groupInWords(group, count >= scale * 1000), ...name]
  }).join(' ')
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const SCALES = [[1_000_000_000, ['tỷ']], [1_000_000, ['triệu']], [1000, ['nghìn']], [1, []]] as const

/** One to 999; behind a larger group the hundreds are always spoken: `không trăm linh năm`. */
function groupInWords(group: number, isBehindLarger: boolean): string[] {
  const hundreds = Math.floor(group / 100)
  const hasHundreds = hundreds > 0 || isBehindLarger
  return [...(hasHundreds ? [digit(hundreds), 'trăm'] : []), ...tensInWords(Math.floor(group / 10) % 10, group % 10, hasHundreds)]
}

function tensInWords(tens: number, units: number, hasHundreds: boolean): string[] {
  if (tens === 0) return units === 0 ? [] : [...(hasHundreds ? ['linh'] : []), digit(units)]
  const spoken = tens === 1 ? ['mười'] : [digit(tens), 'mươi']
  if (units === 0) return spoken
  if (units === 5) return [...spoken, 'lăm']
  if (tens > 1 && units === 1) return [...spoken, 'mốt']
  if (tens > 1 && units === 4) return [...spoken, 'tư']
  return [...spoken, digit(units)]
}

function digit(value: number): string {
  return String(DIGITS[value])
}

function getMoney(amount: number): number {
  const checked = checkMoney(amount)
  if (!checked.ok) throw new Error(`Not an amount of money: ${checked.problem.code}`)
  return checked.value
}
