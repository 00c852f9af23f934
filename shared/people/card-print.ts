import { checkPersonalNumber } from './personal-number.ts'

/**
 * The personal number among the words a text reader found on an ID card; undefined when there is none, or more than one.
 *
 * A proposal and nothing else: the caller shows it as one. Nothing but the number is looked for (rule U5). The lines for machines
 * on the back hold the number twice with a check digit; on the front it must agree with the birth year and sex printed beside it.
 */
export function findPrintedNumber(text: string): string | undefined {
  const lines = text.split('\n')
  const machine = only(lines.flatMap(machineNumber))
  if (machine !== undefined) return machine
  const front = only(lines.flatMap(twelveDigits))
  if (front === undefined) return undefined
  const printed = { bornOn: birthDay(text), sex: printedSex(text) }
  return checkPersonalNumber(front, printed).length === 0 ? front : undefined
}

function only(numbers: readonly string[]): string | undefined {
  const [first, ...others] = new Set(numbers)
  return others.length === 0 ? first : undefined
}

/** `079 185 000 123` or without blanks; neighbours that are digits make it another number. */
function twelveDigits(line: string): readonly string[] {
  return [...line.matchAll(/(?<![\d/.])\d{3} ?\d{3} ?\d{3} ?\d{3}(?![\d/])/g)].map(([found]) => found.replaceAll(' ', ''))
}

/**
 * `IDVNM0850001237092085000123<<4` by ICAO 9303 part 5: the last nine digits, their check digit, the whole number.
 * What a reader takes for a letter is put back where only digits can stand; the check digit says whether that was right.
 */
function machineNumber(line: string): readonly string[] {
  const [, rest] = /[I1L]DVNM([0-9OQDILSB]{22})/.exec(line.replaceAll(' ', '').toUpperCase()) ?? []
  if (rest === undefined) return []
  const digits = rest.replace(/[OQDILSB]/g, letter => LIKE_DIGITS[letter] ?? letter)
  const [short, check, number] = [digits.slice(0, 9), digits.slice(9, 10), digits.slice(10)]
  return number.endsWith(short) && checkDigit(short) === check && checkPersonalNumber(number).length === 0 ? [number] : []
}

const LIKE_DIGITS: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', L: '1', S: '5', B: '8' }

/** Weights 7, 3, 1 over and over, modulo 10. */
function checkDigit(digits: string): string {
  return String([...digits].reduce((sum, digit, i) => sum + Number(digit) * ([7, 3, 1][i % 3] ?? 0), 0) % 10)
}

/** Of the days on a card the first is the birth; the others come years later. */
function birthDay(text: string): string | undefined {
  const years = [...text.matchAll(/(?<!\d)\d{2}[/.-]\d{2}[/.-](\d{4})(?!\d)/g)].map(([, year = '']) => year).sort()
  return years[0] === undefined ? undefined : `${years[0]}-01-01`
}

/** The nationality also begins with `Việt Nam`: only the word behind the label counts. */
function printedSex(text: string): 'male' | 'female' | undefined {
  const [, word] = /(?:Sex|tính)\W{0,4}\s*(Nam|Nữ|NAM|NỮ)(?!\p{L})/u.exec(text.normalize('NFC')) ?? []
  return word === undefined ? undefined : word.toLowerCase() === 'nam' ? 'male' : 'female'
}
