import type { City } from '../city.ts'

/** Crockford's base 32: no I, L, O, U, so that a code read aloud or copied by hand stays the same. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_DIGITS = 11
/** A prime above the base: every single wrong digit and every swap of neighbours changes the sum. */
const MODULUS = 37

/** A fresh code `XXXX-XXXX-XXXX`: eleven digits of chance (55 bits) and a check digit. */
export function makeCode(randomBytes: City['randomBytes']): string {
  for (;;) {
    const digits = [...randomBytes(RANDOM_DIGITS)].map(byte => byte % DIGITS.length)
    const check = checkOf(digits)
    if (check >= DIGITS.length) continue
    return [...digits, check].map(digit => DIGITS.charAt(digit)).join('').replace(/(.{4})(?=.)/g, '$1-')
  }
}

/** A code as it is compared, from however it was typed: capitals, no dashes, O as 0, I and L as 1; undefined when it cannot be one. */
export function bareEnrolCode(typed: string): string | undefined {
  const bare = typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const digits = [...bare].map(digit => DIGITS.indexOf(digit))
  if (digits.length !== RANDOM_DIGITS + 1 || digits.includes(-1)) return undefined
  return checkOf(digits.slice(0, RANDOM_DIGITS)) === digits[RANDOM_DIGITS] ? bare : undefined
}

/** The text of the QR and of the enrolment file: nobody types an address. */
export function enrolmentText(city: Pick<City, 'address' | 'keys'>, code: string): string {
  return JSON.stringify({ kind: 'mot-cua-enrol', city: city.address, code, cityKey: city.keys.publicKey })
}

function checkOf(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => (sum * DIGITS.length + digit) % MODULUS, 0)
}
